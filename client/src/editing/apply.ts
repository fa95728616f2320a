import { Range, type TextDocument, type TextEditor } from "vscode";
import type { LineEdit } from "./line-edits.js";

/** How often an edit is made anew when something was typed between reading the text and changing it: for a fast line. */
const ATTEMPTS = 100;

/** The lines of a document, without their line breaks. */
export function linesOf(document: TextDocument): string[] {
  return document.getText().split(/\r\n|\r|\n/);
}

/**
 * Changes a document by what `make` answers for its lines of now, again when it has changed meanwhile. With `join` the
 * change and the one before it are undone together.
 */
export async function edit(
  editor: TextEditor,
  make: () => readonly LineEdit[],
  options: { readonly join: boolean },
): Promise<boolean> {
  const undo = { undoStopBefore: !options.join, undoStopAfter: !options.join };
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const edits = make();
    if (edits.length === 0) return true;
    const done = await editor.edit((builder) => {
      for (const { fromLine, from, toLine, to, insert } of edits) {
        const range = new Range(fromLine, from, toLine, to);
        // Only what is inserted moves a cursor that stands there behind it.
        if (range.isEmpty) builder.insert(range.start, insert);
        else builder.replace(range, insert);
      }
    }, undo);
    if (done) return true;
  }
  return false;
}
