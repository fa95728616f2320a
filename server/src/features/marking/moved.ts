import type { TextEdit } from "../../text/edit.js";
import type { Span } from "../../text/span.js";

/** Where a span stands after edits; what is written at its edges is in it only when `outer` says so. */
export function moved({ from, to }: Span, edits: readonly TextEdit[], outer = false): Span {
  const start = shiftedBy(from, edits, !outer);
  return { from: start, to: from === to ? start : Math.max(start, shiftedBy(to, edits, outer)) };
}

/** An offset after edits. `behind` tells on which side of text that is written there. */
function shiftedBy(offset: number, edits: readonly TextEdit[], behind: boolean): number {
  let result = offset;
  for (const edit of edits) {
    if (edit.from === edit.to ? edit.from < offset || (behind && edit.from === offset) : edit.to <= offset)
      result += edit.insert.length - (edit.to - edit.from);
    else if (edit.from < offset) result -= offset - edit.from;
  }
  return result;
}
