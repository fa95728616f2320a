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
 * before it left. Halves are put together by halves, so that thousands of edits cost little more than one each.
 */
export function changedRanges(edits: readonly TextEdit[]): ChangedRange[] {
  if (edits.length <= 1) return edits.map(rangeOf);
  const middle = edits.length >> 1;
  return composed(changedRanges(edits.slice(0, middle)), changedRanges(edits.slice(middle)));
}

function rangeOf({ from, to, insert }: TextEdit): ChangedRange {
  return { fromA: from, toA: to, fromB: from, toB: from + insert.length };
}

/** What changed from A to C, where `first` is what changed from A to B and `second` from B to C. Ranges that touch in B are one. */
function composed(first: readonly ChangedRange[], second: readonly ChangedRange[]): ChangedRange[] {
  const result: ChangedRange[] = [];
  // Outside all ranges the texts are the same, so offsets there differ by what stands before.
  let shiftA = 0;
  let shiftC = 0;
  for (let i = 0, j = 0; i < first.length || j < second.length; ) {
    const from = Math.min(first[i]?.fromB ?? Infinity, second[j]?.fromA ?? Infinity);
    const [fromA, fromC] = [from + shiftA, from + shiftC];
    let to = from;
    for (;;) {
      const one = first[i];
      const other = second[j];
      if (one && one.fromB <= to) {
        to = Math.max(to, one.toB);
        shiftA = one.toA - one.toB;
        i++;
      } else if (other && other.fromA <= to) {
        to = Math.max(to, other.toA);
        shiftC = other.toB - other.toA;
        j++;
      } else break;
    }
    result.push({ fromA, toA: to + shiftA, fromB: fromC, toB: to + shiftC });
  }
  return result;
}
