import { commands, extensions, l10n, window } from "vscode";
import { activeReport } from "./active-report.js";
import type { CommandContext } from "./context.js";

/** The extension behind the built-in preview. Its commands are not listed before it runs. */
const MARKDOWN = "vscode.markdown-language-features";

/** Shows the preview of the active report in its place. */
export const openPreview = (context: CommandContext): (() => Promise<void>) =>
  preview(context, "markdown.showPreview");

/** Shows the preview of the active report beside it. */
export const openPreviewToSide = (context: CommandContext): (() => Promise<void>) =>
  preview(context, "markdown.showPreviewToSide");

function preview({ previews }: CommandContext, command: string): () => Promise<void> {
  return async () => {
    const report = await activeReport();
    if (!report) return;
    if (!extensions.getExtension(MARKDOWN)) {
      await window.showInformationMessage(
        l10n.t("The preview needs the extension Markdown Language Features, which comes with the editor."),
      );
      return;
    }
    await previews.prepare(report);
    await commands.executeCommand(command, report.uri);
  };
}
