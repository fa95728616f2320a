import { countAtFront } from "../text/ordered.js";
import type { Span } from "../text/span.js";

/** Answers quickly whether any of many spans, which may overlap, touches a place. */
export class SpanIndex {
  private readonly starts: readonly number[];
  /** For each span in order, how far it and those before it reach. */
  private readonly reach: readonly number[];

  constructor(spans: readonly Span[]) {
    const sorted = [...spans].sort((a, b) => a.from - b.from);
    this.starts = sorted.map(({ from }) => from);
    let furthest = 0;
    this.reach = sorted.map(({ to }) => {
      furthest = Math.max(furthest, to);
      return furthest;
    });
  }

  /** Whether a span shares a character with this one. */
  overlaps({ from, to }: Span): boolean {
    const before = firstFrom(this.starts, to);
    return before > 0 && this.reach[before - 1]! > from;
  }

  /** Whether the whole of this span lies in one of them. */
  holds({ from, to }: Span): boolean {
    const before = firstFrom(this.starts, from + 1);
    return before > 0 && this.reach[before - 1]! >= to;
  }

  /** Whether one of them begins in `[from, to)`. */
  beginsIn({ from, to }: Span): boolean {
    return firstFrom(this.starts, from) < firstFrom(this.starts, to);
  }
}

/** The index of the first of ascending numbers that is not below `least`. */
export function firstFrom(sorted: readonly number[], least: number): number {
  return countAtFront(sorted, (number) => number < least);
}
