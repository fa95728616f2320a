import type { Syntax } from "../syntax/parse.js";
import type { Span } from "../text/span.js";
import { type PlacedSuspect, suspectsOutside } from "./suspects-passages.js";
import { noWork } from "./work.js";

/**
 * The suspected sentences of the blocks in which some places stand, given in order: far less work than all of them.
 * `comments` are the spans whose words do not count.
 */
export function suspectsAt(
  { text, blocks: all }: Syntax,
  places: readonly Span[],
  comments: readonly Span[],
): PlacedSuspect[] {
  let next = 0;
  const blocks = all.filter((block) => {
    while (next < places.length && places[next]!.to <= block.from) next++;
    return next < places.length && places[next]!.from < block.from + block.tree.length;
  });
  const read = blocks.map((block) => ({ ...block, readings: {} }));
  return suspectsOutside(text, read, comments, noWork());
}
