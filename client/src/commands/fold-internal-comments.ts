import { commands, l10n, window } from "vscode";
import { INTERNAL_FOLDS_REQUEST, type InternalFoldsAnswer } from "../../../server/src/lsp/protocol.js";
import { activeReport } from "./active-report.js";
import type { CommandContext } from "./context.js";

/** Folds every internal comment of the active report to its first line, as before sharing one's screen. */
export const foldInternalComments = (context: CommandContext): (() => Promise<void>) =>
  onInternalComments(context, "editor.fold");

/** Unfolds every internal comment of the active report. */
export const unfoldInternalComments = (context: CommandContext): (() => Promise<void>) =>
  onInternalComments(context, "editor.unfold");

function onInternalComments({ server }: CommandContext, command: string): () => Promise<void> {
  return async () => {
    const report = await activeReport();
    if (!report) return;
    const lines = await server.request<InternalFoldsAnswer>(INTERNAL_FOLDS_REQUEST, {
      uri: report.uri.toString(),
    });
    if (window.activeTextEditor?.document !== report) return;
    if (lines.length === 0) {
      await window.showInformationMessage(l10n.t("This report has no internal comments of several lines."));
      return;
    }
    // Without levels the editor would go on with what is around a comment that is folded already.
    await commands.executeCommand(command, { levels: 1, direction: "down", selectionLines: lines });
  };
}
