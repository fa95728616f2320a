import type { Analysis } from "../analysis.js";
import { folded, foldedWithPlaces, nameKey } from "../index/name-key.js";
import type { ReportIndex } from "../index/report-index.js";
import { allSections, type Person, type Report } from "../report/model.js";
import { countAtFront } from "../text/ordered.js";
import { type Span, touches } from "../text/span.js";

/** A place that names somebody. */
export interface NamedSpan extends Span {
  /** The `nameKey` of the spelling. */
  readonly key: string;
}

/** What tells one person from another: the spelling of a name, by its key, to what all spellings of a person share. */
export type Identify = (key: string) => string | undefined;

/** Who is named at an offset, and where the name stands; undefined where nobody known is. */
export function personAt(analysis: Analysis, offset: number, index: ReportIndex): NamedSpan | undefined {
  const recognised = peopleOf(analysis.report).find(({ span }) => span && touches(span, offset));
  if (recognised?.span) return { ...recognised.span, key: nameKey(recognised.name) };
  for (const key of runsAround(analysis.text.content, offset)) {
    const identity = index.identity(key);
    if (identity === undefined) continue;
    const found = mentions(analysis, [key], (other) => index.identity(other)).find((span) =>
      touches(span, offset),
    );
    if (found) return found;
  }
  return undefined;
}

/**
 * Each place of a report that names somebody in one of the spellings, in order: speakers and authors, and the whole
 * name in any other text, also in comments, but not in code, addresses and tags. Linear in the text.
 */
export function mentions(analysis: Analysis, keys: readonly string[], identify: Identify): NamedSpan[] {
  const content = analysis.text.content;
  const people = peopleOf(analysis.report);
  const found: NamedSpan[] = [];
  const recognised: Span[] = [];
  for (const { name, span } of people) {
    if (!span) continue;
    recognised.push(span);
    const key = nameKey(name);
    if (keys.includes(key)) found.push({ from: span.from, to: span.to, key });
  }
  const whole = keys.filter((key) => isWhole(key) && mayHold(content, key));
  if (whole.length > 0) {
    const text = foldedWithPlaces(content);
    const opaque = [...opaqueSpans(analysis), ...recognised].sort((a, b) => a.from - b.from);
    for (const key of whole)
      for (const span of occurrences(content, text, key))
        if (!overlaps(opaque, span) && !longerName(content, span, identify)) found.push({ ...span, key });
  }
  return withoutDoubles(found.sort((a, b) => a.from - b.from || b.to - a.to));
}

/** Whether a text can name somebody at all: a quick look that saves a closer one. */
export function mayName(content: string, keys: readonly string[]): boolean {
  const text = folded(content);
  return keys.some((key) => text.includes(key));
}

function mayHold(content: string, key: string): boolean {
  return mayName(content, [key]);
}

/** Everybody recognised in a report, each time. */
function peopleOf({ authors, sections }: Report): Person[] {
  return [...authors, ...allSections(sections).flatMap(({ speakers }) => speakers)];
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Whether a name is more than one word, so that it means one person wherever it stands. */
function isWhole(key: string): boolean {
  return key.includes(" ") || (key.length >= 3 && UNSPACED.test(key));
}

function occurrences(content: string, text: ReturnType<typeof foldedWithPlaces>, key: string): Span[] {
  const found: Span[] = [];
  for (let at = text.text.indexOf(key); at >= 0; at = text.text.indexOf(key, at + key.length)) {
    const from = text.sourceAt(at);
    const to = text.sourceAt(at + key.length);
    if (isName(content, { from, to }, key)) found.push({ from, to });
  }
  return found;
}

function isName(content: string, { from, to }: Span, key: string): boolean {
  if (UNSPACED.test(key)) return true;
  const before = content.slice(Math.max(0, from - 2), from);
  const after = content.slice(to, to + 2);
  if (/[\p{L}\p{N}\p{M}_]$/u.test(before) || /[\p{L}\p{N}][-‐‑'’]$/u.test(before)) return false;
  if (/^[\p{L}\p{N}\p{M}_]/u.test(after) || /^[-‐‑][\p{L}\p{N}]/u.test(after)) return false;
  // `will power` is nobody; a script without capitals has nothing to tell by.
  return /\p{Lu}|\p{Lt}|\p{Lo}/u.test(content.slice(from, to));
}

/** Whether more words around a name make it the name of somebody else who is known. */
function longerName(content: string, { from, to }: Span, identify: Identify): boolean {
  const own = identify(nameKey(content.slice(from, to)));
  const after = /^(?:[ \u00a0]\p{L}[\p{L}\p{M}'’-]{0,40}){1,2}/u.exec(content.slice(to, to + 90))?.[0] ?? "";
  const before =
    /(?:\p{L}[\p{L}\p{M}'’-]{0,40}[ \u00a0]){1,2}$/u.exec(content.slice(Math.max(0, from - 90), from))?.[0] ??
    "";
  const starts = ["", ...tails(before)];
  const ends = ["", ...heads(after)];
  return starts.some((start) =>
    ends.some((end) => {
      if (start === "" && end === "") return false;
      const other = identify(nameKey(start + content.slice(from, to) + end));
      return other !== undefined && other !== own;
    }),
  );
}

/** `" Lind Meier"` as `" Lind"` and `" Lind Meier"`. */
function heads(words: string): string[] {
  return [...words.matchAll(/(?<=\S)(?=\s|$)/g)].map(({ index }) => words.slice(0, index));
}

/** `"Anna Maria "` as `"Anna Maria "` and `"Maria "`. */
function tails(words: string): string[] {
  return [...words.matchAll(/(?<=^|\s)(?=\S)/g)].map(({ index }) => words.slice(index));
}

const OPAQUE = new Set([
  "InlineCode",
  "FencedCode",
  "CodeBlock",
  "URL",
  "HTMLTag",
  "ProcessingInstruction",
  "ProcessingInstructionBlock",
  "Attributes",
]);

/** The text that machines read, where words are no names: code, addresses, tags, attributes. */
function opaqueSpans({ syntax, text }: Analysis): Span[] {
  const spans: Span[] = [];
  syntax.tree.iterate({
    enter({ name, from, to }) {
      if (name === "HTMLBlock")
        for (const tag of text.content.slice(from, to).matchAll(/<[^<>]*>/g))
          spans.push({ from: from + tag.index, to: from + tag.index + tag[0].length });
      if (!OPAQUE.has(name)) return true;
      spans.push({ from, to });
      return false;
    },
  });
  return spans;
}

/** Whether a span shares a character with one of others, which are in order and may overlap by little. */
function overlaps(spans: readonly Span[], { from, to }: Span): boolean {
  const before = countAtFront(spans, (span) => span.from < to);
  return spans.slice(Math.max(0, before - 4), before).some((span) => span.to > from);
}

function withoutDoubles(spans: readonly NamedSpan[]): NamedSpan[] {
  const kept: NamedSpan[] = [];
  for (const span of spans) if (span.from >= (kept[kept.length - 1]?.to ?? 0)) kept.push(span);
  return kept;
}

const WORD = /[\p{L}\p{M}\p{N}'’.‐‑-]+/gu;
const LONGEST_NAME = 6;

/** The keys of all runs of words around an offset, the longest first. */
function runsAround(content: string, offset: number): string[] {
  const start = Math.max(0, offset - 120);
  const words = [...content.slice(start, offset + 120).matchAll(WORD)].map((match) => ({
    from: start + match.index,
    to: start + match.index + match[0].length,
  }));
  const at = words.findIndex((word) => touches(word, offset));
  const keys: string[] = [];
  for (let length = LONGEST_NAME; at >= 0 && length > 0; length--)
    for (let first = Math.max(0, at - length + 1); first <= at && first + length <= words.length; first++) {
      const run = content.slice(words[first]!.from, words[first + length - 1]!.to);
      const plain = nameKey(run.replace(/^['’.-]+|(?<!['’-])['’-]+$|['’]s$/g, ""));
      keys.push(plain);
      if (plain.endsWith(".")) keys.push(plain.slice(0, -1));
    }
  return keys;
}
