import { commands, l10n } from "vscode";
import { activeReport } from "./active-report.js";
import type { CommandContext } from "./context.js";

/** Shows what the public copy of the active report leaves out, side by side. */
export function compareWithPublicCopy({ copies }: CommandContext): () => Promise<void> {
  return async () => {
    const source = await activeReport();
    if (!source) return;
    const name = source.uri.path.replace(/^.*\//, "");
    await commands.executeCommand(
      "vscode.diff",
      source.uri,
      copies.uriFor(source.uri),
      l10n.t("{0} ↔ public copy", name),
    );
  };
}
