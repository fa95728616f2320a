import type { TextEdit } from "../text/edit.js";
import { htmlMarker, markdownMarker } from "./marker.js";
import type { RedactionOptions } from "./options.js";
import type { Region } from "./regions.js";
import { removal } from "./removal.js";
import type { Structure } from "./structure.js";

const RAW = new Set([
  "HTMLBlock",
  "HTMLTag",
  "CommentBlock",
  "ProcessingInstructionBlock",
  "ProcessingInstruction",
]);
const TARGET = new Set(["URL"]);
/** Blocks that end with their line, so that what follows needs no blank line before it. */
const ENDS_WITH_LINE =
  /^(?:ATXHeading\d|SetextHeading\d|HorizontalRule|FencedCode|ContainerFence|FrontMatter)$/;
/** Blocks that begin on the line behind a paragraph without a blank line. */
const INTERRUPTS = /^(?:ATXHeading\d|FencedCode|ContainerFence|Blockquote)$/;

/** The edits that take one region out of the text and leave what is around it whole. */
export function regionEdits(structure: Structure, region: Region, options: RedactionOptions): TextEdit[] {
  if (region.kind === "drop" || options.remove) return removal(structure, region);
  const { from, to } = region;
  if (structure.enclosing(from, TARGET).length > 0) return [{ from, to, insert: "" }];
  const leaf = structure.leafAt(from);
  const end = structure.leafAt(to - 1);
  const starts = structure.startsBlock(from) && leaf?.name !== "TableCell" && (leaf?.from ?? from) >= from;
  const ends = structure.endsLine(to) && (end === undefined || restOf(structure, to, end.to));
  const sameLeaf = leaf !== undefined && end !== undefined && leaf.from === end.from && leaf.to === end.to;
  const raw = structure.enclosing(from, RAW).at(-1);
  // Without its first tag a block is HTML no longer.
  if (raw && raw.from < from && sameLeaf && !(starts && ends))
    return [{ from, to, insert: htmlMarker(options.marker) }];
  const insert = structure.syntax.format === "plain-text" ? options.marker : markdownMarker(options.marker);
  if (sameLeaf && !(starts && (ends || (raw && structure.endsLine(to))))) return [{ from, to, insert }];
  if (structure.syntax.format === "plain-text" && !region.section && sameLeaf) return [{ from, to, insert }];
  const before = starts ? blankBefore(structure, from) : [];
  if (!structure.endsLine(to)) {
    const rest = structure.structuralEnd(to, structure.text.length);
    return [...before, { from, to: rest, insert: insert + paragraphBreak(structure, to) }];
  }
  return [...before, { from, to, insert }, ...blankAfter(structure, from, to)];
}

/** Whether only white space and marks of containers stand between `at` and `end`. */
function restOf(structure: Structure, at: number, end: number): boolean {
  return structure.structuralEnd(at, Math.max(at, end)) >= end;
}

/** A blank line before a marker whose block would otherwise go on the block above it. */
function blankBefore(structure: Structure, from: number): TextEdit[] {
  const { lines } = structure;
  const line = lines.lineAt(from);
  if (line === 0 || structure.behindItemMark(from) || structure.isBlank(line - 1)) return [];
  if (lines.lineStart(line) <= structure.syntax.bodyStart) return [];
  const above = structure.leafAt(lastOf(structure, line - 1));
  if (above && ENDS_WITH_LINE.test(above.name)) return [];
  const depth = Math.min(structure.quoteDepth(line - 1), structure.quoteDepth(line));
  const at = lines.lineStart(line);
  return [{ from: at, to: at, insert: structure.quotePrefix(line, depth) + structure.lineBreak(at) }];
}

/** A blank line behind a marker that would otherwise swallow the line below it. */
function blankAfter(structure: Structure, from: number, to: number): TextEdit[] {
  const { lines } = structure;
  const line = lines.lineAt(to);
  if (line + 1 >= lines.lineCount || structure.isBlank(line + 1)) return [];
  const at = lines.lineStart(line + 1);
  const next = structure.structuralEnd(at, lines.lineEnd(line + 1));
  if (structure.beginsItem(line + 1, structure.inItem(from))) return [];
  const below = structure.leafAt(next);
  if (below && INTERRUPTS.test(below.name)) return [];
  return [{ from: at, to: at, insert: blankPrefix(structure, from, line + 1) + structure.lineBreak(to) }];
}

/** Ends the marker's paragraph and begins another one in the same container. */
function paragraphBreak(structure: Structure, to: number): string {
  const line = structure.lines.lineAt(to);
  const eol = structure.lineBreak(to);
  const start = structure.lines.lineStart(line);
  const prefix = structure.text.slice(start, structure.structuralEnd(start, structure.lines.lineEnd(line)));
  const indent = prefix.replace(/[^\s>]/g, " ");
  return `${eol}${structure.quotePrefix(line)}${eol}${indent}`;
}

function blankPrefix(structure: Structure, from: number, line: number): string {
  const depth = Math.min(structure.quoteDepth(structure.lines.lineAt(from)), structure.quoteDepth(line));
  return structure.quotePrefix(line, depth);
}

/** The last character of a line that is not white space. */
function lastOf({ lines, text }: Structure, line: number): number {
  let at = lines.lineEnd(line) - 1;
  while (at > lines.lineStart(line) && /\s/.test(text[at]!)) at--;
  return Math.max(at, lines.lineStart(line));
}
