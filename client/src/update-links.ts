import {
  ConfigurationTarget,
  type FileWillRenameEvent,
  l10n,
  type WorkspaceEdit,
  window,
  workspace,
} from "vscode";

/** The setting, which has the values of Markdown's own. */
const SETTING = "links.updateOnFileMove";

/**
 * Asks the user, as the setting has it, before links are changed because files move. Where Markdown's own updating of
 * links is on, it changes those in reports as well, and twice would be wrong.
 */
export async function updateLinks(
  event: FileWillRenameEvent,
  next: (event: FileWillRenameEvent) => Thenable<WorkspaceEdit | null | undefined>,
): Promise<WorkspaceEdit | null | undefined> {
  const markdown = workspace
    .getConfiguration("markdown.updateLinksOnFileMove")
    .get<string>("enabled", "never");
  const settings = workspace.getConfiguration("tripReport");
  const wanted = settings.get<string>(SETTING, "prompt");
  if (wanted === "never" || markdown !== "never") return undefined;
  const edit = await next(event);
  if (!edit || edit.size === 0 || wanted === "always") return edit;
  const [update, always, never] = [l10n.t("Update"), l10n.t("Always"), l10n.t("Never")];
  const question =
    edit.size === 1
      ? l10n.t("Update the links in 1 file?")
      : l10n.t("Update the links in {0} files?", edit.size);
  const answer = await window.showInformationMessage(question, { modal: true }, update, always, never);
  if (answer === always) await settings.update(SETTING, "always", ConfigurationTarget.Global);
  if (answer === never) await settings.update(SETTING, "never", ConfigurationTarget.Global);
  return answer === update || answer === always ? edit : undefined;
}
