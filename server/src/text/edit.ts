import type { Span } from "./span.js";

/** Replaces the text of a span by `insert`. Offsets are those of the text before any edit of its list. */
export interface TextEdit extends Span {
  readonly insert: string;
}

/** Whether one of some edits overlaps one of others or stands beside it. */
export function meet(edits: readonly TextEdit[], others: readonly TextEdit[]): boolean {
  return edits.some((edit) => others.some(({ from, to }) => edit.from <= to && from <= edit.to));
}

/**
 * The text after all edits, which may come in any order but must not overlap.
 * @throws RangeError for edits that overlap or reach outside the text: a mistake of the caller.
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let done = 0;
  let result = "";
  for (const edit of [...edits].sort((a, b) => a.from - b.from || a.to - b.to)) {
    if (edit.from < done || edit.to < edit.from || edit.to > text.length)
      throw new RangeError(`overlapping or misplaced edit at ${edit.from}-${edit.to}`);
    result += text.slice(done, edit.from) + edit.insert;
    done = edit.to;
  }
  return result + text.slice(done);
}
