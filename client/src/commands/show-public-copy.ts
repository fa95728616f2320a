import { ViewColumn, window, workspace } from "vscode";
import { activeReport } from "./active-report.js";
import type { CommandContext } from "./context.js";

/** Shows the public copy of the active report beside it, read-only; it follows what is typed. */
export function showPublicCopy({ copies }: CommandContext): () => Promise<void> {
  return async () => {
    const source = await activeReport();
    if (!source) return;
    const document = await workspace.openTextDocument(copies.uriFor(source.uri));
    await window.showTextDocument(document, {
      viewColumn: ViewColumn.Beside,
      preserveFocus: true,
      preview: true,
    });
  };
}
