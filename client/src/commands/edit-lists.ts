import { commands, Range, Selection, type TextEditor, window } from "vscode";
import { edit, linesOf } from "../editing/apply.js";
import { continuation } from "../editing/enter.js";
import { indented, type LineSelection, outdented } from "../editing/indent.js";
import { lineEdits } from "../editing/line-edits.js";
import { ListLines } from "../editing/list-lines.js";
import { movedItem } from "../editing/move.js";
import { isReport } from "../language.js";

/** Makes the selected list items items of the one above; elsewhere the Tab key does what it does. */
export const indentListItem = (): (() => Promise<void>) => shiftItems(indented, "tab");

/** Moves the selected list items out by one level; elsewhere Shift+Tab does what it does. */
export const outdentListItem = (): (() => Promise<void>) => shiftItems(outdented, "outdent");

/** Moves the ordered item at the cursor before the one above; elsewhere the line moves. */
export const moveListItemUp = (): (() => Promise<void>) => moveItem(-1, "editor.action.moveLinesUpAction");

/** Moves the ordered item at the cursor behind the one below; elsewhere the line moves. */
export const moveListItemDown = (): (() => Promise<void>) => moveItem(1, "editor.action.moveLinesDownAction");

/** Breaks the line inside a list item or quote without beginning another item. */
export function insertLineBreak(): () => Promise<void> {
  return async () => {
    const editor = activeReportEditor();
    if (!editor) return;
    const text = new ListLines(linesOf(editor.document));
    await editor.edit((builder) => {
      for (const selection of editor.selections) {
        const { line } = selection.start;
        const source = text.lines[line] ?? "";
        const start = text.inCode(line) ? (/^[ \t]*/.exec(source)?.[0] ?? "") : continuation(source);
        if (selection.isEmpty) builder.insert(selection.start, `\n${start}`);
        else builder.replace(selection, `\n${start}`);
      }
    });
  };
}

function shiftItems(shift: typeof indented, otherwise: string): () => Promise<void> {
  return async () => {
    const editor = activeReportEditor();
    const shifted = (lines: readonly string[]) => shift(lines, (editor?.selections ?? []).map(lineSelection));
    if (!editor || !shifted(linesOf(editor.document))) {
      await commands.executeCommand(otherwise);
      return;
    }
    const edits = () => {
      const lines = linesOf(editor.document);
      return lineEdits(lines, shifted(lines) ?? lines);
    };
    await edit(editor, edits, { join: false });
  };
}

function moveItem(direction: -1 | 1, otherwise: string): () => Promise<void> {
  return async () => {
    const editor = activeReportEditor();
    const move =
      editor?.selections.length === 1 && editor.selection.isSingleLine
        ? movedItem(linesOf(editor.document), editor.selection.active.line, direction)
        : undefined;
    if (!editor || !move) {
      await commands.executeCommand(otherwise);
      return;
    }
    const { anchor, active } = editor.selection;
    const { from, to, lines, by } = move;
    const place = new Range(from, 0, to - 1, editor.document.lineAt(to - 1).text.length);
    if (!(await editor.edit((builder) => builder.replace(place, lines.join("\n"))))) return;
    editor.selection = new Selection(anchor.translate(by), active.translate(by));
    editor.revealRange(editor.selection);
  };
}

function activeReportEditor(): TextEditor | undefined {
  const editor = window.activeTextEditor;
  return editor && isReport(editor.document) ? editor : undefined;
}

function lineSelection({ start, end }: Selection): LineSelection {
  return { fromLine: start.line, from: start.character, toLine: end.line, to: end.character };
}
