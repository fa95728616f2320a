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
  const events = comments.flatMap(({ from, to, audience }) => {
    const rank = Math.max(0, audiences.indexOf(audience));
    return [
      { at: from, rank, change: 1 },
      { at: to, rank, change: -1 },
    ];
  });
  events.sort((a, b) => a.at - b.at);
  const open = audiences.map(() => 0);
  const found: { from: number; to: number; rank: number }[] = [];
  let start = 0;
  for (const { at, rank, change } of events) {
    const inside = open.findIndex((count) => count > 0);
    if (at > start && inside >= 0) {
      const last = found.at(-1);
      if (last?.to === start && last.rank === inside) last.to = at;
      else found.push({ from: start, to: at, rank: inside });
    }
    open[rank] = (open[rank] ?? 0) + change;
    start = at;
  }
  return grouped(found, audiences, text);
}

/** The last region that begins at `offset` or before and reaches behind it. */
export function regionAt(regions: readonly AudienceRegion[], offset: number): AudienceRegion | undefined {
  const region = regions[regionsBefore(regions, offset + 1) - 1];
  return region && offset < region.to ? region : undefined;
}

/** How many regions begin before `offset`. */
export function regionsBefore(regions: readonly Span[], offset: number): number {
  let low = 0;
  let high = regions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (regions[middle]!.from < offset) low = middle + 1;
    else high = middle;
  }
  return low;
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
    if (!touches) while (first < last && isSpace(text, first)) first++;
    if (!touched) while (last > first && isSpace(text, last - 1)) last--;
    if (last > first)
      regions.push({ from: first, to: last, rank, audience: audiences[rank] ?? "team", group });
  });
  return regions;
}

function isSpace(text: string, at: number): boolean {
  return /\s/.test(text[at]!);
}
