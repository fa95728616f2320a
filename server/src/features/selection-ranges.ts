import type { SyntaxNode } from "@lezer/common";
import type { Analysis } from "../analysis.js";
import type { Section } from "../report/model.js";
import { append } from "../text/append.js";
import { contains, type Span, touches } from "../text/span.js";
import type { Text } from "../text/text.js";
import { bodyEnd } from "./outline.js";

/** A paragraph longer than this many units is not split into sentences beyond that distance from the cursor. */
const REACH = 2000;

/**
 * What a selection at `offset` grows to, step by step: word, inline mark, sentence, paragraph or item, list, internal
 * comment, section without and with its heading, the whole text. Each holds the one before and more.
 */
export function selectionRanges(analysis: Analysis, offset: number): Span[] {
  const { text, report } = analysis;
  const at = Math.max(0, Math.min(offset, text.length));
  const { frontMatter } = report;
  const inFrontMatter = frontMatter !== undefined && frontMatter.from <= at && at < frontMatter.to;
  const candidates: Span[] = [
    ...wordAt(text.content, at),
    ...(inFrontMatter ? entrySpans(analysis, at) : nodeSpans(analysis, at)),
    ...report.comments.flatMap(({ from, to, open, close }) => [
      { from, to },
      trimmed(text.content, { from: open.to, to: close?.from ?? to }),
    ]),
    ...sectionSpans(report.sections, text, at),
    { from: 0, to: text.length },
  ];
  return chain(candidates, at);
}

/** Those of the spans at `at` that lie in each other, from the smallest; one that crosses those before is left out. */
function chain(candidates: readonly Span[], at: number): Span[] {
  const here = candidates
    .filter((span) => span.from < span.to && touches(span, at))
    .sort((a, b) => a.to - a.from - (b.to - b.from));
  const spans: Span[] = [];
  for (const { from, to } of here) {
    const inner = spans.at(-1);
    if (!inner || (contains({ from, to }, inner) && to - from > inner.to - inner.from))
      spans.push({ from, to });
  }
  return spans.length > 0 ? spans : [{ from: at, to: at }];
}

/** The word at an offset; none between two spaces. */
function wordAt(text: string, at: number): Span[] {
  const from = Math.max(0, at - 100);
  const near = text.slice(from, at + 100);
  return segments("word", near, from)
    .filter(({ word }) => word)
    .filter((span) => touches(span, at));
}

/** The nodes of the tree around an offset, the insides of marks and links, and sentences. */
function nodeSpans({ syntax, text }: Analysis, at: number): Span[] {
  const spans: Span[] = [];
  for (const side of [-1, 1] as const) {
    for (let node: SyntaxNode | null = syntax.tree.resolveInner(at, side); node; node = node.parent) {
      if (node.type.isTop || node.name === "FrontMatter" || /.Mark$/.test(node.name)) continue;
      const span = trimmed(text.content, node);
      append(spans, [span, ...insides(node).map((inside) => trimmed(text.content, inside))]);
      if (/^(?:Paragraph|PlainItem|TableCell|Task)$/.test(node.name))
        append(spans, sentences(text.content, span, at));
    }
  }
  return spans;
}

/** What stands between the first and the last mark of emphasis, code, a link, or behind the mark of an item. */
function insides(node: SyntaxNode): Span[] {
  const { name, firstChild, lastChild } = node;
  if (!firstChild || !lastChild) return [];
  if (name === "ListItem" || /^ATXHeading/.test(name)) return [{ from: firstChild.to, to: node.to }];
  if (name === "Link" || name === "Image") {
    const close = node.getChildren("LinkMark")[1];
    return close ? [{ from: firstChild.to, to: close.from }] : [];
  }
  if (/^(?:Emphasis|StrongEmphasis|InlineCode|Strikethrough)$/.test(name))
    return [{ from: firstChild.to, to: lastChild.from }];
  if (name === "FencedCode") return node.getChildren("CodeText").map(({ from, to }) => ({ from, to }));
  return [];
}

function sentences(text: string, block: Span, at: number): Span[] {
  const from = Math.max(block.from, at - REACH);
  const to = Math.min(block.to, at + REACH);
  // A line break inside a paragraph ends no sentence.
  const words = text.slice(from, to).replace(/[\r\n]/g, " ");
  return segments("sentence", words, from).map((span) => trimmed(text, span));
}

function segments(
  granularity: "word" | "sentence",
  text: string,
  offset: number,
): (Span & { readonly word: boolean })[] {
  return [...new Intl.Segmenter("en", { granularity }).segment(text)].map(
    ({ segment, index, isWordLike }) => ({
      from: offset + index,
      to: offset + index + segment.length,
      word: isWordLike ?? false,
    }),
  );
}

/** Value, entry and all entries of the front matter, and the whole of it. */
function entrySpans({ report, syntax }: Analysis, at: number): Span[] {
  const { frontMatter } = report;
  if (!frontMatter) return [];
  const entry = frontMatter.entries.find(({ keySpan, valueSpan }) =>
    touches({ from: keySpan.from, to: valueSpan.to }, at),
  );
  return [
    ...(entry ? [entry.keySpan, entry.valueSpan, { from: entry.keySpan.from, to: entry.valueSpan.to }] : []),
    ...(syntax.frontMatter ? [syntax.frontMatter.source] : []),
    { from: frontMatter.from, to: frontMatter.to },
  ];
}

/** The heading, the text and the whole of each section around an offset. */
function sectionSpans(sections: readonly Section[], text: Text, at: number): Span[] {
  const spans: Span[] = [];
  for (let level = sections; ; ) {
    const section = level.findLast(({ heading, to }) => heading.from <= at && at <= to);
    if (!section) return spans;
    const to = bodyEnd(section, text.content);
    spans.push(section.heading, trimmed(text.content, { from: section.heading.to, to }));
    spans.push({ from: section.heading.from, to });
    level = section.children;
  }
}

/** A span without the white space at its ends. */
function trimmed(text: string, { from, to }: Span): Span {
  let [start, end] = [from, to];
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  return { from: start, to: end };
}
