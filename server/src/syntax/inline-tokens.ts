import {
  Autolink,
  type Element,
  type InlineContext,
  type InlineParser,
  type MarkdownParser,
} from "@lezer/markdown";
import { InlineReader } from "./inline-reader.js";
import { inlineTokens } from "./lezer.js";
import { linkTail } from "./link-tails.js";

/** Has a parser read inline text by an `InlineReader`. */
export function readInlineWith(parser: MarkdownParser): void {
  const tokens = inlineTokens(parser);
  parser.parseInline = (text, offset) => {
    const cx = new InlineReader(parser, text, offset);
    next: for (let pos = offset; pos < cx.end; ) {
      const code = cx.char(pos);
      for (const token of tokens) {
        const end = token(cx, code, pos);
        if (end >= 0) {
          pos = end;
          continue next;
        }
      }
      pos++;
    }
    return cx.finish();
  };
}

/** The readers of Markdown that look ahead or back without end in the parser, made anew. */
export const linearTokens: readonly InlineParser[] = [
  { name: "InlineCode", parse: reading(inlineCode) },
  { name: "HTMLTag", parse: reading(angle) },
  { name: "HardBreak", parse: hardBreak },
  { name: "LinkEnd", parse: reading(linkEnd) },
  { name: "Autolink", parse: reading(bareLink) },
];

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

/** Addresses without brackets; those of mail are left to the parser's own reader, which looks at few characters there. */
function bareLink(cx: InlineReader, next: number, pos: number): number {
  const end = next === 119 || next === 104 ? cx.bareLinks.end(pos - cx.offset, cx.hasOpenLink) : undefined;
  if (end === undefined) return Autolink.parseInline![0]!.parse(cx, next, pos);
  return end < 0 ? -1 : cx.addElement(cx.elt("URL", pos, end + cx.offset));
}

function linkEnd(cx: InlineReader, next: number, pos: number): number {
  const bracket = next === 93 ? cx.takeBracket() : undefined;
  if (!bracket) return -1;
  const follows = cx.char(pos + 1);
  const isEmpty = cx.skipSpace(bracket.to) === pos && follows !== 40 && follows !== 91;
  if (!bracket.mayBegin || isEmpty) {
    cx.drop(bracket);
    return -1;
  }
  const tail = linkTail(cx.text, pos + 1 - cx.offset);
  const { offset } = cx;
  const end = tail ? tail.to + offset : pos + 1;
  const parts: Element[] = [];
  const add = (name: string, span: { readonly from: number; readonly to: number } | undefined) => {
    if (span) parts.push(cx.elt(name, span.from + offset, span.to + offset));
  };
  if (tail && !tail.label) {
    parts.push(cx.elt("LinkMark", pos + 1, pos + 2));
    add("URL", tail.target);
    add("LinkTitle", tail.title);
    parts.push(cx.elt("LinkMark", end - 1, end));
  } else add("LinkLabel", tail?.label);
  cx.link(bracket, end, pos + 1, parts);
  return end;
}
