import type { SyntaxNode } from "@lezer/common";
import type { Analysis, RecognitionSettings } from "../../analysis.js";
import type { Span } from "../../text/span.js";
import type { KnownWords } from "./known-words.js";

/** What completion is told besides the report: its settings, and what is known from elsewhere. */
export interface CompletionInput extends RecognitionSettings {
  /** What other reports name. */
  readonly known: KnownWords;
  /** The day of the writer, ISO 8601. */
  readonly today: string;
}

/** The part of a report that a place is in: each has completions of its own. `tag` is the opening of a tag or HTML comment. */
export type Zone = "front-matter" | "body" | "tag";

/** Where the cursor is, and what stands around it on its line. Offsets are the text's. */
export interface Place extends CompletionInput {
  readonly analysis: Analysis;
  readonly offset: number;
  readonly zone: Zone;
  readonly line: Span;
  /** The line up to the cursor and from there on. */
  readonly before: string;
  readonly after: string;
}

/** Nodes in which no completion makes sense. */
const CLOSED = new Set([
  "FencedCode",
  "CodeBlock",
  "InlineCode",
  "HTMLBlock",
  "CommentBlock",
  "ProcessingInstructionBlock",
  "HTMLTag",
  "Comment",
  "ProcessingInstruction",
  "URL",
  "Autolink",
  "LinkReference",
  "LinkTitle",
]);
const HTML = new Set(["HTMLBlock", "CommentBlock", "HTMLTag", "Comment"]);
/** The opening of a tag or HTML comment, as far as its word, audience and quotes. */
const OPENING =
  /^<(?:!--[ \t]{0,8}[^\s<>:]{0,32}(?:[ \t]{1,8}[^\s<>]{0,48})?|[\p{L}\p{M}]{0,32}(?:[ \t][^<>]{0,100})?)$/u;
/** Longer lines are no place to look for anything at each keystroke. */
const MAX_LINE = 4000;

/** The place of an offset; undefined in code, links, HTML and wherever else nothing is to be offered. */
export function placeAt(analysis: Analysis, offset: number, input: CompletionInput): Place | undefined {
  const { text, format } = analysis;
  const number = text.lineAt(offset);
  const line = { from: text.lineStart(number), to: text.lineEnd(number) };
  if (offset < line.from || offset > line.to || line.to - line.from > MAX_LINE) return undefined;
  const before = text.content.slice(line.from, offset);
  const after = text.content.slice(offset, line.to);
  const zone = format === "markdown" ? zoneAt(analysis, offset, number, before) : "body";
  return zone && { ...input, analysis, offset, zone, line, before, after };
}

function zoneAt(analysis: Analysis, offset: number, line: number, before: string): Zone | undefined {
  const { syntax, text } = analysis;
  const front = syntax.frontMatter;
  if (front && offset >= front.from && offset <= front.to) {
    const { source, language, cut } = front;
    const inside = offset >= source.from && offset <= Math.max(source.from, source.to);
    const delimiter = text.content.startsWith("---", text.lineStart(line));
    return inside && !delimiter && language === "yaml" && cut === undefined ? "front-matter" : undefined;
  }
  // Front matter is recognised by its first key: before that is written, its place tells.
  if (!front && line === 1 && /^\ufeff?---[ \t]*$/.test(text.content.slice(0, text.lineEnd(0))))
    return "front-matter";
  const closed = closedNode(syntax.tree.resolveInner(offset, -1));
  if (closed && HTML.has(closed.name) && OPENING.test(text.content.slice(closed.from, offset).slice(0, 200)))
    return "tag";
  // An odd number of backticks: a code span is being written.
  return closed || before.split("`").length % 2 === 0 ? undefined : "body";
}

function closedNode(inner: SyntaxNode): SyntaxNode | undefined {
  for (let node: SyntaxNode | null = inner; node; node = node.parent) if (CLOSED.has(node.name)) return node;
  return undefined;
}

/** The marks of quotes and list items that a line begins with, and the rest of it. */
export interface Lead {
  readonly marks: string;
  readonly rest: string;
  /** What further lines of the same block begin with; white space at the start of the line is not counted. */
  readonly continuation: string;
  readonly quote: boolean;
  readonly item: boolean;
}

const LEAD = /^[ \t]*(?:(?:>|[-*+•–]|\d{1,3}[.)])(?:[ \t]+|(?<=>)(?=[[>])))*/u;

/** Reads the marks at the start of the cursor's line. */
export function leadOf({ before }: Place): Lead {
  const marks = LEAD.exec(before)![0];
  const continuation = marks.trimStart().replace(/[^>\s]/gu, " ");
  return {
    marks,
    rest: before.slice(marks.length),
    continuation: continuation.includes(">") ? `${continuation.trimEnd()} ` : continuation,
    quote: marks.includes(">"),
    item: /[^>\s]/u.test(marks),
  };
}

/** Whether the cursor's line begins a block of its own: a list item, or a line with nothing before it. */
export function opensBlock({ analysis: { text }, line }: Place, { item }: Lead): boolean {
  if (item || line.from === 0) return true;
  const number = text.lineAt(line.from);
  const above = text.content.slice(text.lineStart(number - 1), text.lineEnd(number - 1));
  return /^[ \t>]*(?:#{1,6}[ \t].*|:{3}.*|---[ \t]*)?$/.test(above.slice(0, 500));
}

/** The stretch from `length` units before the cursor to the cursor, and behind it what `closing` matches. */
export function typedSpan({ offset, after }: Place, length: number, closing?: RegExp): Span {
  const more = closing?.exec(after)?.[0].length ?? 0;
  return { from: offset - length, to: offset + more };
}
