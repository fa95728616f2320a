import { Range, type TextDocument, type TextEditor, workspace } from "vscode";
import type { LineEdit } from "./line-edits.js";

/** How often an edit is made anew when something was typed between reading the text and changing it: for a fast line. */
const ATTEMPTS = 100;

/** How long an edit that came too late waits to be told what was typed. */
const PATIENCE_MS = 50;

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
    await nextChange(editor.document);
  }
  return false;
}

/** Resolves with the next change of a document that is told of, for the editor itself is further on; or after a while. */
function nextChange(document: TextDocument): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      listener.dispose();
      resolve();
    };
    const timer = setTimeout(done, PATIENCE_MS);
    const listener = workspace.onDidChangeTextDocument((event) => {
      if (event.document === document) done();
    });
  });
}
