/** A piece of a generated report and the narrowest audience that any comment around it is for; 9 without one. */
export interface Piece {
  readonly text: string;
  readonly level: number;
}

export type Line = Piece[];

/** What may not stand inside of what: forms that cannot hold themselves, links, tables. */
export interface Place {
  readonly level: number;
  readonly depth: number;
  readonly in: ReadonlySet<string>;
}

export const AUDIENCES = ["team", "company", "public"] as const;
export const PUBLIC = 9;

/** A small generator of numbers, so that a report is told by its seed. */
export function numbers(seed: number): (below: number) => number {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}
