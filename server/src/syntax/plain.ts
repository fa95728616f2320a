import type { Tree } from "@lezer/common";
import { detached } from "../text/detached.js";

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
  const pieces: Piece[] = [];
  let text = "";
  const keep = (start: number, end: number) => {
    if (end <= start) return;
    pieces.push({ at: text.length, source: start });
    text += source.slice(start, end);
  };
  let done = from;
  const drop = (start: number, end: number) => {
    keep(done, start);
    done = Math.max(done, end);
  };
  const linkDepth: string[] = [];
  tree.iterate({
    enter(node) {
      if (DROPPED.has(node.name)) {
        drop(node.from + from, node.to + from);
        return false;
      }
      // A bare or bracketed address is text; the target of a link with a text is not.
      if (node.name === "URL" && linkDepth.at(-1) === "Link") drop(node.from + from, node.to + from);
      if (node.name === "Escape") drop(node.from + from, node.from + from + 1);
      if (node.name === "Link" || node.name === "Autolink") linkDepth.push(node.name);
      return true;
    },
    leave(node) {
      if (node.name === "Link" || node.name === "Autolink") linkDepth.pop();
    },
  });
  keep(done, from + tree.length);
  return placed(detached(text), pieces, from);
}

/** A stretch that was kept: its place in the plain text, and in the source. */
interface Piece {
  readonly at: number;
  readonly source: number;
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
