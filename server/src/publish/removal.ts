import type { SyntaxNode } from "@lezer/common";
import type { TextEdit } from "../text/edit.js";
import type { Span } from "../text/span.js";
import type { Structure } from "./structure.js";

const JOINS = /^(?:Paragraph|HTMLBlock|CommentBlock|Table|TableCell|PlainItem|Task|SetextHeading\d)$/;
const EMPHASIS = /^(?:Emphasis|StrongEmphasis|Strikethrough)$/;

/** The edits that take a region out and leave nothing: its lines where it has them to itself, else a whole sentence. */
export function removal(structure: Structure, region: Span): TextEdit[] {
  const { from, to } = wholeHeading(structure, wholeEmphasis(structure, region));
  const item = wholeItem(structure, { from, to });
  if (item) return lines(structure, item);
  if (structure.startsBlock(from) && structure.endsLine(to)) {
    if (!structure.behindItemMark(from)) return lines(structure, { from, to });
    return [{ from, to: nextInItem(structure, from, to), insert: "" }];
  }
  return [inline(structure, { from, to })];
}

/** Emphasis of which nothing is left goes with its marks. */
function wholeEmphasis({ syntax, text }: Structure, { from, to }: Span): Span {
  let span = { from, to };
  for (let node: SyntaxNode | null = syntax.tree.resolveInner(from, 1); node; node = node.parent) {
    const { firstChild, lastChild } = node;
    if (!EMPHASIS.test(node.name) || !firstChild || !lastChild) continue;
    if (text.slice(firstChild.to, span.from).trim() !== "" || lastChild.from < span.to) break;
    if (text.slice(span.to, lastChild.from).trim() !== "") break;
    span = { from: node.from, to: node.to };
  }
  return span;
}

/** A setext heading of which nothing is left goes with its underline. */
function wholeHeading(structure: Structure, { from, to }: Span): Span {
  const leaf = structure.leafAt(from);
  if (!leaf?.name.startsWith("Setext") || leaf.from < from || !structure.endsLine(to)) return { from, to };
  const underline = structure.lines.lineAt(to) + 1;
  return structure.lines.lineAt(leaf.to) === underline ? { from, to: leaf.to } : { from, to };
}

/** The outermost list item or plain-text item that holds the region and nothing else. */
function wholeItem(structure: Structure, { from, to }: Span): Span | undefined {
  if (!structure.behindItemMark(from) || !structure.startsBlock(from) || !structure.endsLine(to))
    return undefined;
  if (structure.syntax.format === "plain-text") {
    const line = structure.lines.lineAt(from);
    const item = structure.leafAt(from);
    return !item || structure.text.slice(to, item.to).trim() === ""
      ? { from: structure.lines.lineStart(line), to }
      : undefined;
  }
  let found: SyntaxNode | undefined;
  for (let node: SyntaxNode | null = structure.syntax.tree.resolveInner(from, 1); node; node = node.parent) {
    if (node.name !== "ListItem") continue;
    if (structure.structuralEnd(node.from, from) < from) break;
    if (structure.structuralEnd(to, node.to) < node.to) break;
    found = node;
  }
  return found && { from: found.from, to: Math.max(to, found.to) };
}

/** Removes whole lines, and a blank line where two would be left; leaves one where two blocks would join. */
function lines(structure: Structure, { from, to }: Span): TextEdit[] {
  const { lines: text } = structure;
  const first = text.lineAt(from);
  const last = text.lineAt(Math.max(from, to));
  const start = structure.behindItemMark(from) ? from : text.lineStart(first);
  const isTop = first === 0;
  const blankAbove = isTop || structure.isBlank(first - 1);
  // The first item of a list in an item: the outer bullet keeps its line.
  if (start > text.lineStart(first)) return [{ from, to: nextInItem(structure, from, to), insert: "" }];
  const blankBelow = structure.isBlank(last + 1);
  if (
    blankAbove &&
    blankBelow &&
    (isTop || structure.quoteDepth(last + 1) === structure.quoteDepth(first - 1))
  )
    return [{ from: start, to: text.lineStart(last + 2), insert: "" }];
  const end = text.lineStart(last + 1);
  const insert =
    !blankAbove && !blankBelow && wouldJoin(structure, first, last) ? blank(structure, first, last) : "";
  return [{ from: start, to: end, insert }];
}

function blank(structure: Structure, first: number, last: number): string {
  const depth = Math.min(structure.quoteDepth(first - 1), structure.quoteDepth(last + 1));
  return structure.quotePrefix(last + 1, depth) + structure.lineBreak(structure.lines.lineStart(first - 1));
}

/** Whether the lines above and below would become one block once nothing is between them. */
function wouldJoin(structure: Structure, first: number, last: number): boolean {
  const { lines: text } = structure;
  const above = structure.leafAt(Math.max(text.lineStart(first - 1), text.lineEnd(first - 1) - 1));
  const start = text.lineStart(last + 1);
  const below = structure.leafAt(structure.structuralEnd(start, text.lineEnd(last + 1)));
  if (!above || above.from === below?.from) return false;
  if (above.name.startsWith("Table") && below?.name.startsWith("Table")) return false;
  if (structure.beginsItem(last + 1, structure.inItem(above.from))) return false;
  return JOINS.test(above.name);
}

/** Where the rest of a list item begins behind a region that its first line begins with. */
function nextInItem(structure: Structure, from: number, to: number): number {
  const container = structure.containerOf({ from, to });
  let at = to;
  while (at < container.to) {
    const node = structure.syntax.tree.resolveInner(at, 1);
    if (/\s/.test(structure.text[at]!)) at++;
    else if (node.name === "QuoteMark" && node.parent?.from !== node.from) at = node.to;
    else return at;
  }
  return to;
}

/** Removes a stretch of a sentence with the blanks that nothing needs any more. */
function inline(structure: Structure, { from, to }: Span): TextEdit {
  const { lines: text } = structure;
  const content = structure.text;
  const left = content.charAt(from - 1);
  const right = content.slice(to, text.lineEnd(text.lineAt(to))).charAt(0);
  const isBlank = (at: number) => /[ \t]/.test(content.charAt(at));
  let start = from;
  let end = to;
  if (right !== "" && (/[([]/.test(left) || begins(structure, from))) {
    while (isBlank(end)) end++;
  } else if (/^$|[ \t.,;:!?)\]}…|]/.test(right) || closesEmphasis(structure, to)) {
    while (isBlank(start - 1)) start--;
    // A cell keeps the blank before its pipe.
    if (right === "|") start = Math.min(from, start + 1);
  }
  return { from: start, to: end, insert: "" };
}

/** Whether what is at a place begins a block or emphasis, and nothing may stand before it there. */
function begins(structure: Structure, at: number): boolean {
  return structure.startsBlock(at) || beginsHeading(structure, at) || opensEmphasis(structure, at);
}

/** Whether only a heading's opening mark, which needs its blank, and blanks stand before `at`. */
function beginsHeading(structure: Structure, at: number): boolean {
  const leaf = structure.leafAt(at);
  return leaf !== undefined && /^#+[ \t]*$/.test(structure.text.slice(leaf.from, at));
}

const EMPHASIS_MARK = /^(?:Emphasis|Strikethrough)Mark$/;

function opensEmphasis({ syntax }: Structure, at: number): boolean {
  const { name, from, parent } = syntax.tree.resolveInner(at, -1);
  return EMPHASIS_MARK.test(name) && parent?.from === from;
}

function closesEmphasis({ syntax }: Structure, at: number): boolean {
  const { name, to, parent } = syntax.tree.resolveInner(at, 1);
  return EMPHASIS_MARK.test(name) && parent?.to === to;
}
