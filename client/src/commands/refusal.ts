import { commands, window } from "vscode";
import type { RefusedCopy } from "../../../server/src/lsp/protocol.js";

/** Tells why there is no copy, and leads to the places. */
export async function tellRefusal({ audience, reasons }: RefusedCopy): Promise<void> {
  const show = "Show Problems";
  const first = reasons[0]?.message ?? "";
  const more = reasons.length > 1 ? `, and ${reasons.length - 1} more` : "";
  const chosen = await window.showErrorMessage(`There is no copy for “${audience}”: ${first}${more}.`, show);
  if (chosen === show) await commands.executeCommand("workbench.actions.view.problems");
}
