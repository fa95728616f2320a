import type { TextEdit } from "../text/edit.js";
import type { Span } from "../text/span.js";

/** One edit of what differs between a stretch of a text and what is to stand there; none where nothing does. */
export function difference(content: string, { from, to }: Span, next: string): TextEdit[] {
  const before = content.slice(from, to);
  if (before === next) return [];
  const most = Math.min(before.length, next.length);
  let start = 0;
  while (start < most && before[start] === next[start]) start++;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === next[next.length - 1 - end]) end++;
  return [{ from: from + start, to: to - end, insert: next.slice(start, next.length - end) }];
}
