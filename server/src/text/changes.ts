import type { TextEdit } from "./edit.js";

/** A stretch of an old text (`A`) that became a stretch of a new one (`B`). */
export interface ChangedRange {
  readonly fromA: number;
  readonly toA: number;
  readonly fromB: number;
  readonly toB: number;
}

/**
 * What a series of edits changed altogether, sorted and disjoint. Each edit counts in the text that those
 * before it left.
 */
export function changedRanges(edits: readonly TextEdit[]): ChangedRange[] {
  return edits.reduce(withEdit, []);
}

function withEdit(ranges: ChangedRange[], { from, to, insert }: TextEdit): ChangedRange[] {
  const before: ChangedRange[] = [];
  const behind: ChangedRange[] = [];
  // The edit with every range that it touches, in offsets of the text before it.
  let merged = { fromB: from, toB: to };
  const touched: ChangedRange[] = [];
  for (const range of ranges) {
    if (range.toB < merged.fromB) before.push(range);
    else if (range.fromB > merged.toB) behind.push(range);
    else {
      touched.push(range);
      merged = { fromB: Math.min(merged.fromB, range.fromB), toB: Math.max(merged.toB, range.toB) };
    }
  }
  // Outside the ranges old and new text are the same, so offsets there differ by what stands before.
  const shiftBefore = before.length > 0 ? before.at(-1)!.toA - before.at(-1)!.toB : 0;
  const shiftBehind = touched.length > 0 ? touched.at(-1)!.toA - touched.at(-1)!.toB : shiftBefore;
  const delta = insert.length - (to - from);
  const whole = {
    fromA: merged.fromB + shiftBefore,
    toA: merged.toB + shiftBehind,
    fromB: merged.fromB,
    toB: merged.toB + delta,
  };
  return [
    ...before,
    whole,
    ...behind.map((range) => ({ ...range, fromB: range.fromB + delta, toB: range.toB + delta })),
  ];
}
