/** Replaces what stands between two places of a text by `insert`. Lines and columns 0-based, columns in UTF-16 units. */
export interface LineEdit {
  readonly fromLine: number;
  readonly from: number;
  readonly toLine: number;
  readonly to: number;
  readonly insert: string;
}

/** The smallest edits, one a line, that make `after` of as many lines `before`; the first line is `firstLine`. */
export function lineEdits(before: readonly string[], after: readonly string[], firstLine = 0): LineEdit[] {
  return before.flatMap((old, index) => {
    const text = after[index] ?? "";
    return old === text ? [] : [lineEdit(old, text, firstLine + index)];
  });
}

function lineEdit(before: string, after: string, line: number): LineEdit {
  const limit = Math.min(before.length, after.length);
  let head = 0;
  while (head < limit && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < limit - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return {
    fromLine: line,
    from: head,
    toLine: line,
    to: before.length - tail,
    insert: after.slice(head, after.length - tail),
  };
}
