import type { Element, InlineContext, InlineParser, MarkdownParser } from "@lezer/markdown";
import type { Span } from "../text/span.js";
import { InlineReader } from "./inline-reader.js";
import { InlineStarts } from "./inline-starts.js";
import { type InlineToken, inlineTokens } from "./lezer.js";
import { labelEnd, linkTail } from "./link-tails.js";
import { isReference, type Labels } from "./references.js";

/** Has a parser read inline text by an `InlineReader`, and ask only those of its readers that can find something. */
export function readInlineWith(parser: MarkdownParser, readers = inlineTokens(parser)): void {
  const starts = new InlineStarts<InlineToken>(readers);
  parser.parseInline = (text, offset) => {
    const table = starts.of(text);
    let at = table.next(text, 0);
    if (at === text.length) return [];
    const cx = new InlineReader(parser, text, offset);
    for (; at < text.length; at = table.next(text, at)) at = behind(cx, table.at(text.charCodeAt(at)), at);
    return cx.finish();
  };
}

/** The offset behind what one of the readers finds at `at`, or behind the unit there. */
function behind(cx: InlineReader, readers: readonly InlineToken[], at: number): number {
  const code = cx.text.charCodeAt(at);
  for (let reader = 0; reader < readers.length; reader++) {
    const end = readers[reader]!(cx, code, at + cx.offset);
    if (end >= 0) return end - cx.offset;
  }
  return at + 1;
}

/**
 * The readers of Markdown that look ahead or back without end in the parser, made anew. `labels` answers those that brackets
 * of the text can refer to.
 */
export function linearTokens(labels: () => Labels): InlineParser[] {
  return [
    { name: "InlineCode", parse: reading(inlineCode) },
    { name: "HTMLTag", parse: reading(angle) },
    { name: "HardBreak", parse: hardBreak },
    { name: "LinkEnd", parse: reading((cx, next, pos) => linkEnd(cx, next, pos, labels())) },
  ];
}

/** Tokens are read by an `InlineReader` wherever a parser went through `readInlineWith`. */
function reading(parse: (cx: InlineReader, next: number, pos: number) => number): InlineParser["parse"] {
  return (cx, next, pos) => (cx instanceof InlineReader ? parse(cx, next, pos) : -1);
}

function inlineCode(cx: InlineReader, next: number, pos: number): number {
  const run = next === 96 ? cx.tickRun(pos) : undefined;
  if (!run) return -1;
  const size = run.to + cx.offset - pos;
  if (run.spanTo === undefined) return pos + size;
  const end = run.spanTo + cx.offset;
  const marks = [cx.elt("CodeMark", pos, pos + size), cx.elt("CodeMark", end - size, end)];
  return cx.addElement(cx.elt("InlineCode", pos, end, marks));
}

function angle(cx: InlineReader, next: number, pos: number): number {
  const found = next === 60 ? cx.angles.at(pos - cx.offset) : undefined;
  if (!found) return -1;
  const end = found.to + cx.offset;
  const inside =
    found.kind === "Autolink"
      ? [cx.elt("LinkMark", pos, pos + 1), cx.elt("URL", pos + 1, end - 1), cx.elt("LinkMark", end - 1, end)]
      : [];
  return cx.addElement(cx.elt(found.kind, pos, end, inside));
}

/** A backslash or two blanks at the end of a line. Nothing else begins with a blank, so all of them are passed over. */
function hardBreak(cx: InlineContext, next: number, pos: number): number {
  if (next === 92) return cx.char(pos + 1) === 10 ? cx.addElement(cx.elt("HardBreak", pos, pos + 2)) : -1;
  if (next !== 32) return -1;
  let end = pos + 1;
  while (cx.char(end) === 32) end++;
  return cx.char(end) === 10 && end >= pos + 2 ? cx.addElement(cx.elt("HardBreak", pos, end + 1)) : end;
}

function linkEnd(cx: InlineReader, next: number, pos: number, labels: Labels): number {
  const bracket = next === 93 ? cx.takeBracket() : undefined;
  if (!bracket) return -1;
  const { text, offset } = cx;
  const behind = pos + 1 - offset;
  const follows = text.charCodeAt(behind);
  const isEmpty = follows !== 40 && follows !== 91 && cx.skipSpace(bracket.to) === pos;
  const tail = bracket.mayBegin && !isEmpty ? linkTail(text, behind) : undefined;
  if (
    !tail &&
    (!bracket.mayBegin || isEmpty || !isReference(text, bracket.to - offset, pos - offset, labels))
  ) {
    cx.drop(bracket);
    return -1;
  }
  const label = follows === 91 ? labelEnd(text, behind) : undefined;
  const end = (tail?.to ?? label ?? behind) + offset;
  const parts: Element[] = [];
  const add = (name: string, span: Span) => parts.push(cx.elt(name, span.from + offset, span.to + offset));
  if (tail) {
    parts.push(cx.elt("LinkMark", pos + 1, pos + 2));
    if (tail.target) add("URL", tail.target);
    if (tail.title) add("LinkTitle", tail.title);
    parts.push(cx.elt("LinkMark", end - 1, end));
  } else if (label !== undefined) add("LinkLabel", { from: behind, to: label });
  cx.link(bracket, end, pos + 1, parts);
  return end;
}
