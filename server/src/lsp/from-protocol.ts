import type { Position as LspPosition, TextDocumentContentChangeEvent } from "vscode-languageserver";
import type { Format } from "../syntax/parse.js";
import type { TextEdit } from "../text/edit.js";
import { Text } from "../text/text.js";
import { formatOf } from "../workspace/report-files.js";

/** A place of the protocol as an offset; one outside the text is moved into it. */
export function fromPosition(text: Text, { line, character }: LspPosition): number {
  return text.offsetAt({ line, column: character });
}

/** The text after the changes of a notification, and the changes as edits; no edits where a whole text came. */
export function applyChanges(
  before: Text,
  changes: readonly TextDocumentContentChangeEvent[],
): { readonly text: Text; readonly edits: readonly TextEdit[] | undefined } {
  let text = before;
  let edits: TextEdit[] | undefined = [];
  for (const change of changes) {
    if ("range" in change) {
      const from = fromPosition(text, change.range.start);
      const to = fromPosition(text, change.range.end);
      const edit = { from: Math.min(from, to), to: Math.max(from, to), insert: change.text };
      text = text.replace(edit);
      edits?.push(edit);
    } else {
      text = Text.of(change.text);
      edits = undefined;
    }
  }
  return { text, edits };
}

/** How a document is written: its name tells, and an editor's own language for what has no name yet. */
export function formatOfDocument(uri: string, languageId: string): Format {
  if (languageId === "plaintext") return "plain-text";
  return uri.startsWith("untitled:") ? "markdown" : formatOf(uri);
}
