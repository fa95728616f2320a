import type { Tree } from "@lezer/common";
import { detached } from "../text/detached.js";
import { type Visitor, walk } from "./walk.js";

/** The text of a block as a reader sees it, and where each of its characters stands in the source. */
export interface PlainText {
  readonly text: string;
  /** The source offset of the character at `index`; `text.length` answers the end of the last one. */
  sourceAt(index: number): number;
}

/** Marks and targets that rendering takes away, and our own syntax. */
const DROPPED = new Set([
  "HeaderMark",
  "QuoteMark",
  "ListMark",
  "LinkMark",
  "EmphasisMark",
  "CodeMark",
  "StrikethroughMark",
  "TaskMarker",
  "LinkLabel",
  "LinkTitle",
  "HTMLTag",
  "Comment",
  "ProcessingInstruction",
  "FootnoteReference",
  "FootnoteLabel",
  "Attributes",
  "Image",
]);

/** The plain text of a block: markup, link targets, images and tags left out, escapes and line breaks kept as written. */
export function plainTextOf(source: string, tree: Tree, from: number): PlainText {
  const to = from + tree.length;
  if (tree.children.length === 0) return whole(detached(source.slice(from, to)), from);
  const kept = new Kept(source, from);
  walk(tree, kept, from);
  kept.to(to);
  return placed(detached(kept.text), kept.pieces, from);
}

/** What is kept of a block while its tree is walked. */
class Kept implements Visitor {
  text = "";
  readonly pieces: Piece[] = [];
  private readonly links: string[] = [];

  constructor(
    private readonly source: string,
    /** All before this is kept or dropped. */
    private done: number,
  ) {}

  enter(name: string, from: number, to: number): boolean {
    if (DROPPED.has(name)) {
      this.drop(from, to);
      return false;
    }
    if (name === "Link" || name === "Autolink") this.links.push(name);
    // A bare or bracketed address is text; the target of a link with a text is not.
    else if (name === "URL" && this.links.at(-1) === "Link") this.drop(from, to);
    else if (name === "Escape") this.drop(from, from + 1);
    return true;
  }

  leave(name: string): void {
    if (name === "Link" || name === "Autolink") this.links.pop();
  }

  /** Keeps all that is left before an offset. */
  to(end: number): void {
    const { done } = this;
    if (end <= done) return;
    this.pieces.push({ at: this.text.length, source: done });
    this.text += this.source.slice(done, end);
  }

  private drop(from: number, to: number): void {
    this.to(from);
    this.done = Math.max(this.done, to);
  }
}

/** A stretch that was kept: its place in the plain text, and in the source. */
interface Piece {
  readonly at: number;
  readonly source: number;
}

/** A text that is kept as it is. */
function whole(text: string, from: number): PlainText {
  return { text, sourceAt: (index) => from + Math.min(index, text.length) };
}

/** Made apart from the reading, so that who keeps it does not keep the source. */
function placed(text: string, pieces: readonly Piece[], from: number): PlainText {
  return {
    text,
    sourceAt(index) {
      if (index >= text.length && pieces.length > 0) {
        const last = pieces[pieces.length - 1]!;
        return last.source + text.length - last.at;
      }
      let low = 0;
      let high = pieces.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (pieces[middle]!.at <= index) low = middle;
        else high = middle - 1;
      }
      const piece = pieces[low];
      return piece ? piece.source + index - piece.at : from;
    },
  };
}
