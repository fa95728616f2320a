import { isSpace } from "../text/characters.js";
import { countAtFront } from "../text/ordered.js";
import type { Span } from "../text/span.js";
import type { InternalComment } from "./internal-comments.js";

/** A stretch that is internal throughout, for one audience: the narrowest of the comments around it. */
export interface AudienceRegion extends Span {
  /** The audience's place among the configured ones, the narrowest first. */
  readonly rank: number;
  readonly audience: string;
  /** Regions that touch make one group; counted from 0. */
  readonly group: number;
}

/**
 * The internal stretches of a report, disjoint and in order. Comments in each other become stretches side by side;
 * white space at the outer ends is left out.
 */
export function audienceRegions(
  comments: readonly InternalComment[],
  audiences: readonly string[],
  text: string,
): AudienceRegion[] {
  const starts = places(comments, "from", audiences);
  const ends = places(comments, "to", audiences);
  const ranks = Math.max(1, audiences.length);
  /** How many comments for each audience are around the place that is looked at. */
  const open = new Array<number>(ranks).fill(0);
  const found: { from: number; to: number; rank: number }[] = [];
  let start = 0;
  let nextStart = 0;
  for (let nextEnd = 0; nextEnd < ends.length; ) {
    const begins = nextStart < starts.length && starts[nextStart]! < ends[nextEnd]!;
    const event = begins ? starts[nextStart++]! : ends[nextEnd++]!;
    const at = Math.floor(event / ranks);
    if (at > start) {
      const inside = narrowestOf(open);
      const last = found.at(-1);
      if (inside >= 0 && last?.to === start && last.rank === inside) last.to = at;
      else if (inside >= 0) found.push({ from: start, to: at, rank: inside });
    }
    const rank = event % ranks;
    open[rank] = open[rank]! + (begins ? 1 : -1);
    start = at;
  }
  return grouped(found, audiences, text);
}

/** Where comments begin or end, in order: each place times the number of audiences, plus the rank of the comment's. */
function places(
  comments: readonly InternalComment[],
  side: "from" | "to",
  audiences: readonly string[],
): Float64Array {
  const ranks = Math.max(1, audiences.length);
  const found = new Float64Array(comments.length);
  comments.forEach((comment, at) => {
    found[at] = comment[side] * ranks + Math.max(0, audiences.indexOf(comment.audience));
  });
  return found.sort();
}

function narrowestOf(open: readonly number[]): number {
  for (let rank = 0; rank < open.length; rank++) if (open[rank]! > 0) return rank;
  return -1;
}

/** The last region that begins at `offset` or before and reaches behind it. */
export function regionAt(regions: readonly AudienceRegion[], offset: number): AudienceRegion | undefined {
  const region = regions[regionsBefore(regions, offset + 1) - 1];
  return region && offset < region.to ? region : undefined;
}

/** How many regions begin before `offset`. */
export function regionsBefore(regions: readonly Span[], offset: number): number {
  return countAtFront(regions, ({ from }) => from < offset);
}

function grouped(
  found: readonly (Span & { readonly rank: number })[],
  audiences: readonly string[],
  text: string,
): AudienceRegion[] {
  const regions: AudienceRegion[] = [];
  let group = -1;
  found.forEach(({ from, to, rank }, index) => {
    const touches = found[index - 1]?.to === from;
    const touched = found[index + 1]?.from === to;
    if (!touches) group++;
    let first = from;
    let last = to;
    if (!touches) while (first < last && isSpace(text.charCodeAt(first))) first++;
    if (!touched) while (last > first && isSpace(text.charCodeAt(last - 1))) last--;
    if (last > first)
      regions.push({ from: first, to: last, rank, audience: audiences[rank] ?? "team", group });
  });
  return regions;
}
