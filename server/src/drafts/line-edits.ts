import { applyEdits, type TextEdit } from "../text/edit.js";
import type { Text } from "../text/text.js";

/** The same change as one edit a line, or a run of lines that one edit reaches over: as a reader goes through it. */
export function lineEdits(text: Text, edits: readonly TextEdit[]): TextEdit[] {
  const groups: { from: number; to: number; edits: TextEdit[] }[] = [];
  for (const edit of [...edits].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const from = text.lineStart(text.lineAt(edit.from));
    const to = text.lineEnd(text.lineAt(edit.to));
    const last = groups.at(-1);
    if (last && from <= last.to) {
      last.to = Math.max(last.to, to);
      last.edits.push(edit);
    } else groups.push({ from, to, edits: [edit] });
  }
  return groups.map(({ from, to, edits: own }) => {
    const moved = own.map((edit) => ({ ...edit, from: edit.from - from, to: edit.to - from }));
    return { from, to, insert: applyEdits(text.content.slice(from, to), moved) };
  });
}
