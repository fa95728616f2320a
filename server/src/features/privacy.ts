import type { Analysis } from "../analysis.js";
import type { TextEdit } from "../text/edit.js";
import type { Span } from "../text/span.js";

/** A text made of stretches of an old one and of new text. */
export type Pieces = readonly (Span | string)[];

/** The text that the pieces make. */
export function assembled(text: string, pieces: Pieces): string {
  return pieces
    .map((piece) => (typeof piece === "string" ? piece : text.slice(piece.from, piece.to)))
    .join("");
}

/** Edits as pieces: what they leave alone and what they write. */
export function piecesOf(length: number, edits: readonly TextEdit[]): Pieces {
  const pieces: (Span | string)[] = [];
  let done = 0;
  for (const { from, to, insert } of [...edits].sort((a, b) => a.from - b.from || a.to - b.to)) {
    pieces.push({ from: done, to: from }, insert);
    done = to;
  }
  return [...pieces, { from: done, to: length }];
}

/**
 * For each UTF-16 unit of a report who may read it: the index of the narrowest audience of the comments around it;
 * the number of audiences outside of all comments.
 */
export function readersOf({ report, text }: Analysis, audiences: readonly string[]): Uint8Array {
  const readers = new Uint8Array(text.length).fill(audiences.length);
  for (let index = audiences.length - 1; index >= 0; index--) {
    // Comments come in the order of their places; what is filled is not filled again, however they nest.
    let done = 0;
    for (const { from, to } of report.comments.filter(({ audience }) => audience === audiences[index])) {
      readers.fill(index, Math.max(from, done), Math.max(to, done));
      done = Math.max(done, to);
    }
  }
  for (const { from, to } of report.hidden) readers.fill(0, from, to);
  return readers;
}

/** Who may read each unit of an old text after it was put together anew; units that are gone answer undefined. */
export class Readers {
  private readonly before: Uint8Array;
  private readonly after: Uint8Array;
  /** For each unit of the new text where it stood in the old one; -1 for new text. */
  readonly origin: Int32Array;

  constructor(
    private readonly old: Analysis,
    made: Analysis,
    pieces: Pieces,
    audiences: readonly string[],
  ) {
    this.before = readersOf(old, audiences);
    this.after = readersOf(made, audiences);
    this.origin = new Int32Array(made.text.length).fill(-1);
    let at = 0;
    for (const piece of pieces) {
      if (typeof piece === "string") at += piece.length;
      else for (let from = piece.from; from < piece.to; from++) this.origin[at++] = from;
    }
  }

  /** Whether every visible unit that is still there passes; `now` and `then` are indexes of audiences. */
  every(holds: (then: number, now: number, origin: number) => boolean): boolean {
    const { content } = this.old.text;
    for (let at = 0; at < this.origin.length; at++) {
      const origin = this.origin[at]!;
      if (origin < 0 || isBlank(content.charCodeAt(origin))) continue;
      if (!holds(this.before[origin]!, this.after[at]!, origin)) return false;
    }
    return true;
  }
}

/** Whether the same people may read every word as before. */
export function keepsReaders(
  before: Analysis,
  after: Analysis,
  pieces: Pieces,
  audiences: readonly string[],
): boolean {
  return (
    mistakes(after) <= mistakes(before) &&
    new Readers(before, after, pieces, audiences).every((then, now) => then === now)
  );
}

/** How many comments of a report are not well formed. */
export function mistakes({ report }: Analysis): number {
  const wrong = report.comments.filter(
    ({ unclosed, slip, unknownAudience }) => unclosed || slip !== undefined || unknownAudience !== undefined,
  );
  return wrong.length + report.strayCloses.length + report.commentsInCode.length;
}

function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0xfeff;
}
