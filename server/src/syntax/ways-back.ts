import type { TextEdit } from "../text/edit.js";
import type { Syntax } from "./parse.js";

/** A version that a later one may be nearer to than the one in between, and the edits since. */
export interface WayBack<Version> {
  readonly version: Version;
  readonly edits: readonly TextEdit[];
}

/** So many blocks changed mean that much changed its meaning: a fence was opened or closed. */
const MANY = 64;
/** Behind so many edits the way back is given up. */
const MOST_EDITS = 200;
/** A line that opens or closes what goes over many lines. */
const TURN = /(?:^|[\r\n])[ \t>]*(?:`{3}|~{3}|<|-->|---)/;

/**
 * Remembers versions from which one character changed the meaning of half a report. The next fence, or taking the
 * first one back, mostly restores what was, and then the version before is the one to start from.
 */
export class WaysBack<Version extends { readonly syntax: Syntax }> {
  private readonly known = new WeakMap<Version, WayBack<Version>>();

  /** The version to start from for a text that came out of `previous` by edits. */
  from(previous: Version, text: string, edits: readonly TextEdit[]): WayBack<Version> {
    const way = this.known.get(previous);
    const straight = { version: previous, edits };
    return way && turns(previous.syntax.text, text, edits)
      ? { version: way.version, edits: [...way.edits, ...edits] }
      : straight;
  }

  /** Takes note of what came out: `next`, made from `base`, of which `changed` blocks changed. */
  note(
    previous: Version,
    next: Version,
    edits: readonly TextEdit[],
    base: WayBack<Version>,
    changed: number,
  ): void {
    const way = this.known.get(previous);
    // One way back at most is kept, or all versions there ever were would be.
    this.known.delete(previous);
    const wentBack = base.version !== previous;
    if (wentBack ? changed < MANY : changed >= MANY) this.known.set(next, { version: previous, edits });
    else if (way && way.edits.length + edits.length <= MOST_EDITS)
      this.known.set(next, { version: way.version, edits: [...way.edits, ...edits] });
  }
}

/** Whether edits touch a line that can turn the meaning of others. */
function turns(before: string, after: string, edits: readonly TextEdit[]): boolean {
  const [edit] = edits;
  if (edit === undefined || edits.length > 1) return edits.some(({ insert }) => /[`~<>-]/.test(insert));
  const { from, to, insert } = edit;
  return TURN.test(linesAt(before, from, to)) || TURN.test(linesAt(after, from, from + insert.length));
}

/** The lines of a stretch: their beginnings, of long ones a little around the stretch. */
function linesAt(text: string, from: number, to: number): string {
  const before = text.slice(Math.max(0, from - 200), from);
  const start = from - before.length + Math.max(before.lastIndexOf("\n"), before.lastIndexOf("\r")) + 1;
  return text.slice(start, to + 10);
}
