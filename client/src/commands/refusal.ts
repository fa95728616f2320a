import { commands, l10n, window } from "vscode";
import type { RefusedCopy } from "../../../server/src/lsp/protocol.js";

/** Tells why there is no copy, and leads to the places. */
export async function tellRefusal({ audience, reasons }: RefusedCopy): Promise<void> {
  const show = l10n.t("Show Problems");
  const first = reasons[0]?.message ?? "";
  const message =
    reasons.length > 1
      ? l10n.t("There is no copy for “{0}”: {1}, and {2} more.", audience, first, reasons.length - 1)
      : l10n.t("There is no copy for “{0}”: {1}.", audience, first);
  const chosen = await window.showErrorMessage(message, show);
  if (chosen === show) await commands.executeCommand("workbench.actions.view.problems");
}
