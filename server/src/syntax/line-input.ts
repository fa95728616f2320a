import type { Input } from "@lezer/common";
import { among } from "../text/characters.js";

const LF = "\n";
const CR = "\r";

const isRule = among(" \t:|-");

/**
 * A text as the parser reads it, line by line. It knows no line break but LF and takes a CR for text: blank lines would not
 * be blank to it. A lone CR is a line break here, one before LF a blank. Offsets are the text's own.
 */
export class LineInput implements Input {
  readonly lineChunks = true;
  private readonly feeds: Next;
  private readonly carriages: Next;

  constructor(private readonly text: string) {
    this.feeds = new Next(text, LF);
    this.carriages = new Next(text, CR);
  }

  get length(): number {
    return this.text.length;
  }

  /** The rest of the line at `from`, or the line break there. */
  chunk(from: number): string {
    const { text } = this;
    const feed = this.feeds.before(text.length, from);
    const carriage = this.carriages.before(feed, from);
    const paired = feed === carriage + 1 && feed < text.length;
    if (feed === from || (carriage === from && !paired)) return LF;
    if (carriage === feed) return text.slice(from, feed);
    const line = text.slice(from, carriage);
    return paired ? this.blankBefore(line, from) : line;
  }

  /** A line with a blank in the place of the CR before its LF: at its end, but before the second row of a table, which must end with its pipe. */
  private blankBefore(line: string, from: number): string {
    const begins = from === 0 || this.text[from - 1] === LF;
    const rule = begins && line.endsWith("|") ? ruleStart(line) : line.length;
    return `${line.slice(0, rule)} ${line.slice(rule)}`;
  }

  read(from: number, to: number): string {
    const { text } = this;
    // One unit more tells whether a CR at the end belongs to an LF.
    const units = text.slice(from, to + 1);
    if (!units.includes(CR)) return text.slice(from, to);
    return units.replace(/\r(\n?)/g, (_, feed: string) => (feed === "" ? LF : " \n")).slice(0, to - from);
  }
}

/** Where the second row of a table begins that fills a line behind marks of quotes; the line's length where none does. */
function ruleStart(line: string): number {
  let start = 0;
  while (start < line.length && " \t>".includes(line[start]!)) start++;
  if (line[start] !== "|" || start === line.length - 1) return line.length;
  for (let at = start; at < line.length; at++) if (!isRule(line.charCodeAt(at))) return line.length;
  return start;
}

/** Stretches up to this length are searched beyond what is asked, in UTF-16 units. */
const AHEAD = 1 << 14;

/** Where a character stands next; asked for one place after the other, a text is gone through once, and no further than asked. */
class Next {
  /** Between these none stands; at the second one does, if it was found. */
  private from = 0;
  private at = -1;
  private found = false;

  constructor(
    private readonly text: string,
    private readonly character: string,
  ) {}

  /** The offset of the first at `from` or behind and before `to`; `to` where there is none. */
  before(to: number, from: number): number {
    if (from < this.from || from > this.at || (to > this.at && !this.found)) {
      const { text, character } = this;
      const end = Math.max(to, from + AHEAD);
      const at =
        end < text.length ? text.slice(from, end).indexOf(character) + from : text.indexOf(character, from);
      this.from = from;
      this.found = at >= from;
      this.at = this.found ? at : end;
    }
    return Math.min(this.at, to);
  }
}
