import type { SyntaxNode } from "@lezer/common";
import type { TextEdit } from "../text/edit.js";
import type { Span } from "../text/span.js";
import type { Structure } from "./structure.js";

const JOINS = /^(?:Paragraph|HTMLBlock|CommentBlock|Table|PlainItem|Task|SetextHeading\d)$/;

/** The edits that take a region out and leave nothing: its lines where it has them to itself, else a whole sentence. */
export function removal(structure: Structure, region: Span): TextEdit[] {
  const { from, to } = wholeHeading(structure, region);
  const item = wholeItem(structure, { from, to });
  if (item) return lines(structure, item);
  if (structure.startsBlock(from) && structure.endsLine(to)) {
    if (!structure.behindItemMark(from)) return lines(structure, { from, to });
    return [{ from, to: nextInItem(structure, from, to), insert: "" }];
  }
  return [inline(structure, { from, to })];
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
    if (node.from < structure.lines.lineStart(structure.lines.lineAt(from))) break;
    if (node.name !== "ListItem") continue;
    if (structure.structuralEnd(node.from, from) < from) break;
    if (structure.structuralEnd(to, Math.max(to, node.to)) < node.to) break;
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
  const isTop = first === 0 || text.lineStart(first) <= structure.syntax.bodyStart;
  const blankAbove = isTop || structure.isBlank(first - 1);
  const below = last + 1 < text.lineCount;
  if (start === from && start > text.lineStart(first)) {
    // The first item of a list in an item: the outer bullet keeps its line.
    return [{ from, to: below ? nextInItem(structure, from, to) : to, insert: "" }];
  }
  const blankBelow = below && structure.isBlank(last + 1) && last + 2 < text.lineCount;
  if (
    blankAbove &&
    blankBelow &&
    (isTop || structure.quoteDepth(last + 1) === structure.quoteDepth(first - 1))
  )
    return [{ from: start, to: text.lineStart(last + 2), insert: "" }];
  const end = text.lineStart(last + 1);
  const insert =
    !blankAbove && below && !structure.isBlank(last + 1) && wouldJoin(structure, first, last)
      ? blank(structure, first, last)
      : "";
  return [{ from: start, to: end, insert }];
}

function blank(structure: Structure, first: number, last: number): string {
  const depth = Math.min(structure.quoteDepth(first - 1), structure.quoteDepth(last + 1));
  return structure.quotePrefix(last + 1, depth) + structure.lineBreak(structure.lines.lineEnd(first));
}

/** Whether the lines above and below would become one block once nothing is between them. */
function wouldJoin(structure: Structure, first: number, last: number): boolean {
  const { lines: text } = structure;
  const above = structure.leafAt(Math.max(text.lineStart(first - 1), text.lineEnd(first - 1) - 1));
  const start = text.lineStart(last + 1);
  const below = structure.leafAt(structure.structuralEnd(start, text.lineEnd(last + 1)));
  if (!above || !below) return false;
  if (above.from === below.from && above.to === below.to) return false;
  if (structure.beginsItem(last + 1, structure.inItem(text.lineStart(last + 1)))) return false;
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
  const lineStart = text.lineStart(text.lineAt(from));
  const lineEnd = text.lineEnd(text.lineAt(to));
  const left = content[from - 1] ?? "\n";
  const right = to < lineEnd ? content[to]! : "\n";
  const isBlank = (c: string) => c === " " || c === "\t";
  let start = from;
  let end = to;
  const isFirst = structure.structuralEnd(lineStart, from) >= from || structure.startsBlock(from);
  if (isFirst || left === "(" || left === "[") {
    while (end < lineEnd && isBlank(content[end]!)) end++;
  } else if (
    isBlank(left) &&
    (right === "\n" || isBlank(right) || /[.,;:!?)\]}…|]/.test(right) || closesEmphasis(structure, to))
  ) {
    const least = Math.max(lineStart, headingText(structure, from));
    while (start > least && isBlank(content[start - 1]!)) start--;
    // A cell keeps the blank before its pipe.
    if (right === "|") start = Math.min(from, start + 1);
  }
  return { from: start, to: end, insert: "" };
}

/** The offset behind a heading's opening marks, which need their blank. */
function headingText(structure: Structure, at: number): number {
  const leaf = structure.leafAt(at);
  const mark = leaf?.name.startsWith("ATX") ? leaf.getChild("HeaderMark") : null;
  return mark && mark.to <= at ? mark.to : 0;
}

function closesEmphasis({ syntax }: Structure, at: number): boolean {
  const mark = syntax.tree.resolveInner(at, 1);
  return (
    /^(?:Emphasis|Strikethrough)Mark$/.test(mark.name) && mark.from === at && mark.parent?.to === mark.to
  );
}
