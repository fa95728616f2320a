import { commands, Disposable, type TextEditor, window } from "vscode";
import { isReport } from "../language.js";
import { listItem } from "./list-items.js";

/** Lines of a selection that are looked at. */
const MAX_LINES = 200;

/**
 * Keeps the context keys that the keys for lists depend on: `tripReport.inListItem` where every cursor is on an item's
 * line, `tripReport.inOrderedItem` where there is one cursor and the item has a number. Tab and Shift+Tab do not depend
 * on them: pressed right behind Enter they would be asked about the line before, so their commands look themselves.
 */
export function followLists(): Disposable {
  const known = new Map<string, boolean>();
  const set = (key: string, value: boolean): void => {
    if ((known.get(key) ?? false) === value) return;
    known.set(key, value);
    void commands.executeCommand("setContext", key, value);
  };
  const update = (editor: TextEditor | undefined): void => {
    set("tripReport.inListItem", editor !== undefined && inItems(editor));
    set("tripReport.inOrderedItem", editor !== undefined && inOrderedItem(editor));
  };
  update(window.activeTextEditor);
  return Disposable.from(
    window.onDidChangeActiveTextEditor(update),
    window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === window.activeTextEditor) update(textEditor);
    }),
  );
}

function inItems({ document, selections }: TextEditor): boolean {
  if (!isReport(document)) return false;
  return selections.every(({ start, end }) => {
    const last = Math.min(end.line, start.line + MAX_LINES);
    for (let line = start.line; line <= last; line++) if (listItem(document.lineAt(line).text)) return true;
    return false;
  });
}

function inOrderedItem({ document, selections, selection }: TextEditor): boolean {
  if (!isReport(document) || selections.length > 1 || !selection.isSingleLine) return false;
  return listItem(document.lineAt(selection.active.line).text)?.number !== undefined;
}
