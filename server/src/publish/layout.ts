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
const ENDS_WITH_LINE = /Heading\d|HorizontalRule|FencedCode|ContainerFence|FrontMatter/;
/** Blocks that begin on the line behind a paragraph without a blank line. */
const INTERRUPTS = /ATXHeading\d|FencedCode|ContainerFence|Blockquote/;

/** The edits that take one region out of the text and leave what is around it whole. */
export function regionEdits(structure: Structure, region: Region, options: RedactionOptions): TextEdit[] {
  if (region.kind === "drop" || options.remove) return removal(structure, region);
  const { from, to } = region;
  if (structure.enclosing(from, TARGET).length > 0) return [{ from, to, insert: "" }];
  const leaf = structure.leafAt(from);
  const end = structure.leafAt(to - 1);
  const starts = structure.startsBlock(from) && leaf?.name !== "TableCell" && (leaf?.from ?? from) >= from;
  const ends = structure.endsLine(to) && (end === undefined || structure.structuralEnd(to, end.to) >= end.to);
  const sameLeaf = leaf !== undefined && leaf.from === end?.from;
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

/** A blank line before a marker whose block would otherwise go on the block above it. */
function blankBefore(structure: Structure, from: number): TextEdit[] {
  const { lines } = structure;
  const line = lines.lineAt(from);
  if (line === 0 || structure.behindItemMark(from) || structure.isBlank(line - 1)) return [];
  const above = structure.leafAt(lastOf(structure, line - 1));
  if (above && ENDS_WITH_LINE.test(above.name)) return [];
  return [blankLine(structure, line - 1, line)];
}

/** A blank line behind a marker that would otherwise swallow the line below it. */
function blankAfter(structure: Structure, from: number, to: number): TextEdit[] {
  const { lines } = structure;
  const line = lines.lineAt(to);
  if (structure.isBlank(line + 1) || structure.beginsItem(line + 1, structure.inItem(from))) return [];
  const next = structure.structuralEnd(lines.lineStart(line + 1), lines.lineEnd(line + 1));
  const below = structure.leafAt(next);
  if (below && INTERRUPTS.test(below.name)) return [];
  return [blankLine(structure, lines.lineAt(from), line + 1)];
}

/** A blank line before a line, in the quotes that another line is in as well. */
function blankLine(structure: Structure, other: number, line: number): TextEdit {
  const depth = Math.min(structure.quoteDepth(other), structure.quoteDepth(line));
  const at = structure.lines.lineStart(line);
  // As the line above ends: behind a CR an LF would be no line.
  const eol = structure.lineBreak(structure.lines.lineStart(line - 1));
  return { from: at, to: at, insert: structure.quotePrefix(line, depth) + eol };
}

/** Ends the marker's paragraph and begins another one in the same container. */
function paragraphBreak(structure: Structure, to: number): string {
  const line = structure.lines.lineAt(to);
  const eol = structure.lineBreak(to);
  const start = structure.lines.lineStart(line);
  const prefix = structure.text.slice(start, structure.structuralEnd(start, structure.lines.lineEnd(line)));
  return `${eol}${structure.quotePrefix(line)}${eol}${prefix}`;
}

/** The last character of a line that is not white space. */
function lastOf({ lines, text }: Structure, line: number): number {
  const start = lines.lineStart(line);
  return start + text.slice(start, lines.lineEnd(line)).trimEnd().length - 1;
}
