import type { SyntaxNode } from "@lezer/common";
import type { Config } from "../../config.js";
import type { Structure } from "../../publish/structure.js";
import { allSections, type Report, type Section } from "../../report/model.js";
import type { TextEdit } from "../../text/edit.js";
import type { Span } from "../../text/span.js";
import { enclosingBlocks, linesOf } from "./blocks.js";
import { Notation, type WrittenForm } from "./notation.js";
import { blanked } from "./unmark.js";

/** A way to mark something: the edits, and the text that is in the comment then. */
export interface Candidate {
  readonly edits: readonly TextEdit[];
  readonly marked: Span;
}

export interface Wanted {
  readonly structure: Structure;
  readonly report: Report;
  readonly config: Config;
  readonly audience: string;
}

/** Ways to mark a span, the one that reads best first. Some will not hold: whoever asks reads the result again. */
export function* candidates(wanted: Wanted, selection: Span): Iterable<Candidate> {
  const { structure, report } = wanted;
  const cursor = selection.from === selection.to;
  const section = cursor ? sectionHeadedAt(report, selection.from) : undefined;
  if (section) {
    yield headingAttribute(wanted, section);
    // A bold heading takes no attributes: what is below it goes into a container.
    const body = trimmed(structure, { from: section.heading.to, to: section.to });
    if (body) yield fenced(wanted, structure.syntax.tree.topNode, body);
    return;
  }
  const span = cursor ? leafText(structure, selection.from) : trimmed(structure, selection);
  if (!span) return;
  const inline = inlineSpan(structure, span);
  const whole = inline && wholeLines(structure, selection, inline);
  if (inline && !whole) yield* inlineForms(wanted, inline);
  for (const container of enclosingBlocks(structure, span)) yield fenced(wanted, container, span);
  if (inline && whole) yield* inlineForms(wanted, inline);
}

/** The section whose heading a cursor is on. */
function sectionHeadedAt({ sections }: Report, offset: number): Section | undefined {
  return allSections(sections).find(({ heading }) => heading.from <= offset && offset <= heading.to);
}

/** `{.internal}` at the end of a heading, among the attributes that are there. */
function headingAttribute({ structure, config, audience }: Wanted, section: Section): Candidate {
  const { text } = structure;
  const said = new Notation(config, audience).attributes();
  const { attributes, heading } = section;
  if (attributes) {
    const at = attributes.to - 1;
    const blank = /[{ \t]/.test(text[at - 1]!) ? "" : " ";
    return {
      edits: [{ from: at, to: at, insert: blank + said }],
      marked: { from: heading.to, to: section.to },
    };
  }
  const at = headingTextEnd(structure, heading);
  return {
    edits: [{ from: at, to: at, insert: ` {${said}}` }],
    marked: { from: heading.to, to: section.to },
  };
}

/** Where a heading's text ends: before closing `#` marks, an underline and blanks. */
function headingTextEnd({ syntax, text }: Structure, heading: Span): number {
  let at = heading.to;
  for (
    let node = leafNode(syntax.tree.resolveInner(heading.from, 1))?.lastChild;
    node;
    node = node.prevSibling
  ) {
    if (node.name !== "HeaderMark" || node.from === heading.from) break;
    at = node.from;
  }
  while (at > heading.from && /\s/.test(text[at - 1]!)) at--;
  return at;
}

function leafNode(start: SyntaxNode): SyntaxNode | undefined {
  for (let node: SyntaxNode | null = start; node; node = node.parent)
    if (/Heading\d$/.test(node.name)) return node;
  return undefined;
}

/** The text of the paragraph, heading or cell that a cursor is in. */
function leafText(structure: Structure, offset: number): Span | undefined {
  const { lines } = structure;
  const line = lines.lineAt(offset);
  const at = structure.structuralEnd(lines.lineStart(line), lines.lineEnd(line));
  if (at >= lines.lineEnd(line)) return undefined;
  const leaf =
    structure.leafAt(Math.max(at, Math.min(offset, lines.lineEnd(line) - 1))) ?? structure.leafAt(at);
  return leaf ? trimmed(structure, leaf) : undefined;
}

/** A span without white space and marks of blocks at its edges; undefined where nothing else is in it. */
export function trimmed(structure: Structure, { from, to }: Span): Span | undefined {
  const { text } = structure;
  let start = structure.structuralEnd(from, to);
  let end = to;
  const leaf = structure.leafAt(start);
  if (leaf && /Heading\d$/.test(leaf.name)) {
    for (let mark = leaf.firstChild; mark; mark = mark.nextSibling)
      if (mark.name === "HeaderMark" && mark.from <= start && start <= mark.to)
        start = structure.structuralEnd(mark.to, Math.max(to, mark.to));
    if (end <= leaf.to)
      for (let mark = leaf.lastChild; mark; mark = mark.prevSibling) {
        if (!/^(?:HeaderMark|Attributes)$/.test(mark.name) || mark.from <= start) break;
        end = Math.min(end, mark.from);
      }
  }
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  return end > start ? { from: start, to: end } : undefined;
}

const INLINE =
  /^(?:InlineCode|Link|Image|Autolink|URL|HTMLTag|Comment|Mark|CommentClose|Escape|Entity|FootnoteReference)$/;
const STYLED = /^(?:Emphasis|StrongEmphasis|Strikethrough|Link|Image)$/;

/** Marks nested deeper than this are widened no further; then whole lines are marked. */
const MAX_PASSES = 20;

/** A span within one paragraph, cell or heading, widened so that it cuts no link, code or emphasis in two; else undefined. */
function inlineSpan(structure: Structure, span: Span): Span | undefined {
  const leaf = structure.leafAt(span.from);
  if (
    !leaf ||
    span.to > leaf.to ||
    !/^(?:Paragraph|PlainItem|Task|TableCell|(?:ATX|Setext)Heading\d)$/.test(leaf.name)
  )
    return undefined;
  let { from, to } = span;
  let grown = true;
  for (let pass = 0; grown; pass++) {
    if (pass === MAX_PASSES) return undefined;
    grown = false;
    leaf.cursor().iterate((node) => {
      if (node.from >= to || node.to <= from || (node.from >= from && node.to <= to))
        return node.to > from && node.from < to;
      const inside = node.from <= from && to <= node.to;
      const cuts =
        INLINE.test(node.name) && !(inside && STYLED.test(node.name) && inText(node.node, from, to));
      if (cuts || (STYLED.test(node.name) && (!inside || !inText(node.node, from, to)))) {
        from = Math.min(from, node.from);
        to = Math.max(to, node.to);
        grown = true;
      }
      return true;
    });
  }
  return { from, to };
}

/** Whether a span is in the text of a link or of emphasis, not in its marks or its target. */
function inText(node: SyntaxNode, from: number, to: number): boolean {
  const marks = node
    .getChildren("LinkMark")
    .concat(node.getChildren("EmphasisMark"), node.getChildren("StrikethroughMark"));
  const [open, close] = marks;
  return open !== undefined && close !== undefined && open.to <= from && to <= close.from;
}

/** Whether a selection takes lines as a whole, the line break behind them or several of them. */
function wholeLines({ lines, text }: Structure, selection: Span, span: Span): boolean {
  const first = lines.lineAt(span.from);
  const last = lines.lineAt(span.to);
  const rest = text.slice(span.to, lines.lineEnd(last));
  const starts = text.slice(lines.lineStart(first), span.from).trim().length <= 5;
  if (rest.trim() !== "" || !starts) return false;
  return first < last || selection.to > lines.lineEnd(last);
}

function* inlineForms({ config, audience }: Wanted, span: Span): Iterable<Candidate> {
  const notation = new Notation(config, audience);
  const forms: readonly WrittenForm[] = ["inline", "tag"];
  for (const form of forms) {
    const { open, close } = notation.around(form);
    const edits = [
      { from: span.from, to: span.from, insert: open },
      { from: span.to, to: span.to, insert: close },
    ];
    yield { edits, marked: span };
  }
}

/** `:::internal` … `:::` around the lines of a block container that a span touches. */
function fenced({ structure, config, audience }: Wanted, container: SyntaxNode, span: Span): Candidate {
  const { text, lines } = structure;
  const range = linesOf(structure, container, span);
  const first = lines.lineStart(range.first);
  const end = lines.lineEnd(range.last);
  const inside = text.slice(first, end);
  const longest = Math.max(
    2,
    ...[...inside.matchAll(/^[ \t>]*(?:[-*+] +)?(:{3,})/gm)].map(([, colons]) => colons!.length),
  );
  const colons = longest + 1;
  const eol = structure.lineBreak(first);
  const prefix = blanked(range.prefix);
  const open = new Notation(config, audience).container(colons);
  const opening = range.behindMark
    ? { from: range.start, to: range.start, insert: `${open}${eol}${prefix}` }
    : { from: first, to: first, insert: `${prefix}${open}${eol}` };
  const closing = { from: end, to: end, insert: `${eol}${prefix}${":".repeat(colons)}` };
  return { edits: [opening, closing], marked: { from: range.behindMark ? range.start : first, to: end } };
}
