import { commands, l10n, TabInputTextDiff, type TextDocument, Uri, window, workspace } from "vscode";
import { makeReport } from "../language.js";
import { asOneChange, TIDIED_SCHEME } from "../tidied-notes.js";
import type { CommandContext } from "./context.js";

/** Shows the notes in the active editor beside what tidying makes of them; `applyTidiedNotes` then changes them. */
export function tidyRawNotes({ notes }: CommandContext): () => Promise<void> {
  return async () => {
    const document = window.activeTextEditor?.document;
    if (!document || document.uri.scheme === TIDIED_SCHEME) {
      await window.showInformationMessage(l10n.t("Open the notes first."));
      return;
    }
    if ((await notes.edits(document)).length === 0) {
      await window.showInformationMessage(l10n.t("There is nothing to tidy in these notes."));
      return;
    }
    const title = l10n.t("{0} (tidied)", document.uri.path.replace(/^.*\//, ""));
    await commands.executeCommand("vscode.diff", document.uri, notes.uriFor(document.uri), title);
    const apply = l10n.t("Apply");
    const chosen = await window.showInformationMessage(
      l10n.t("On the right are the notes tidied. One undo takes it back."),
      apply,
    );
    if (chosen === apply) await commands.executeCommand("tripReport.applyTidiedNotes");
  };
}

/** Makes the notes what the comparison in the active editor shows, and a report. */
export function applyTidiedNotes({ notes }: CommandContext): () => Promise<void> {
  return async () => {
    const tabs = window.tabGroups.all.flatMap((group) => group.activeTab ?? []);
    const comparison = tabs.find(
      ({ input }) => input instanceof TabInputTextDiff && input.modified.scheme === TIDIED_SCHEME,
    );
    const input = comparison?.input;
    const document = input instanceof TabInputTextDiff ? notes.notesOf(input.modified) : undefined;
    if (!comparison || !document) {
      await window.showInformationMessage(l10n.t("Run “Tidy Raw Notes” first."));
      return;
    }
    const before = document.version;
    const edits = await notes.edits(document);
    // Typed in meanwhile: the edits are of another text.
    if (document.version !== before || !(await workspace.applyEdit(asOneChange(document, edits)))) return;
    await window.showTextDocument(document, { preview: false });
    await window.tabGroups.close(comparison, true);
    await makeReport(document);
    await offerMarkdownName(document);
  };
}

/** A report in Markdown under the name of a plain text would be read as plain text: offers a name that fits. */
async function offerMarkdownName(document: TextDocument): Promise<void> {
  const { uri } = document;
  if (uri.scheme === "untitled" || /\.(?:md|markdown|mdown|mkd)$/i.test(uri.path)) return;
  const name = `${uri.path.replace(/^.*\//, "").replace(/\.[^.]*$/, "")}.trip.md`;
  const save = l10n.t("Save as {0}", name);
  const chosen = await window.showInformationMessage(
    l10n.t("The report is in Markdown now, which the name of a plain text does not tell."),
    save,
  );
  if (chosen !== save) return;
  const target = Uri.joinPath(uri, "..", name);
  const taken = await workspace.fs.stat(target).then(
    () => true,
    () => false,
  );
  if (taken) {
    await window.showErrorMessage(l10n.t("There is a file {0} already; nothing was written.", name));
    return;
  }
  await workspace.fs.writeFile(target, new TextEncoder().encode(document.getText()));
  await window.showTextDocument(target);
}
