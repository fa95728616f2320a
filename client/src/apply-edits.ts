import { l10n, Selection, SnippetString, type TextEditor, window } from "vscode";
import {
  EDIT_REQUEST,
  type EditAnswer,
  type EditCommandName,
  type EditParams,
} from "../../server/src/lsp/protocol.js";
import type { ReportServer } from "./client.js";
import { isReport } from "./language.js";
import { toRange } from "./ranges.js";

/** What a command says to the server beyond the selections. */
export type Given = NonNullable<EditParams["arguments"]>;

/**
 * Has the server work out what a command changes at the editor's selections, and makes the change, undone in one
 * step. Asks the user what the server needs to know; tells why nothing is changed where nothing is.
 */
export async function runEdit(
  server: ReportServer,
  command: EditCommandName,
  given: Given = {},
): Promise<void> {
  const editor = window.activeTextEditor;
  if (!editor || !isReport(editor.document)) {
    void window.showInformationMessage(l10n.t("Open a trip report first."));
    return;
  }
  const answer = await ask(server, editor, command, given);
  if (answer?.kind !== "choose") return apply(editor, answer);
  const items = answer.options.map((label) => ({
    label,
    ...(label === answer.current ? { description: l10n.t("now") } : {}),
  }));
  const chosen = await window.showQuickPick(items, { title: l10n.t("For whom is it at most?") });
  if (chosen) await apply(editor, await ask(server, editor, command, { ...given, audience: chosen.label }));
}

function ask(
  server: ReportServer,
  editor: TextEditor,
  command: EditCommandName,
  given: Given,
): Promise<EditAnswer> {
  const { document, selections } = editor;
  const params: EditParams = {
    uri: document.uri.toString(),
    version: document.version,
    command,
    selections: selections.map(({ start, end }) => ({ start: place(start), end: place(end) })),
    arguments: given,
  };
  return server.request<EditAnswer>(EDIT_REQUEST, params);
}

async function apply(editor: TextEditor, answer: EditAnswer): Promise<void> {
  if (!answer || answer.kind === "choose") return;
  if (answer.kind === "refused") {
    void window.showInformationMessage(answer.reason);
    return;
  }
  if (editor.document.version !== answer.version) {
    void window.showInformationMessage(l10n.t("The report changed meanwhile: try again."));
    return;
  }
  if (answer.kind === "snippet") {
    await editor.insertSnippet(new SnippetString(answer.text), toRange(answer.range));
    return;
  }
  const done = await editor.edit((builder) => {
    for (const { range: where, newText } of answer.edits) {
      const at = toRange(where);
      // Only what is inserted leaves a selection that ends there as it is.
      if (at.isEmpty) builder.insert(at.start, newText);
      else builder.replace(at, newText);
    }
  });
  if (!done || !answer.selections) return;
  editor.selections = answer.selections.map((one) => {
    const { start, end } = toRange(one);
    return new Selection(start, end);
  });
  editor.revealRange(editor.selection);
}

function place({ line, character }: { readonly line: number; readonly character: number }) {
  return { line, character };
}
