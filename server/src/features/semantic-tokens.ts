import type { Analysis } from "../analysis.js";
import { scanDay } from "../report/days.js";
import { announcementLength } from "../report/follow-ups.js";
import type { InternalComment } from "../report/internal-comments.js";
import { isKind } from "../report/kind-table.js";
import { allSections, type Section, type SectionWords } from "../report/model.js";
import { timeAt } from "../report/times.js";
import { isSpace } from "../text/characters.js";
import { detached } from "../text/detached.js";
import type { Span } from "../text/span.js";

/** What single words of a report are. Markdown's own parts have no tokens: they keep the editor's colours. */
export const TOKEN_TYPES = [
  "speaker",
  "kind",
  "time",
  "day",
  "internalMark",
  "audience",
  "redacted",
  "followUp",
] as const;

export type TokenType = (typeof TOKEN_TYPES)[number];

/** A word or two on one line, and what they are. */
export interface SemanticToken extends Span {
  readonly type: TokenType;
}

/** No heading is read further than this. */
const MAX_HEADING = 600;

/** Speakers, kinds, days, times, marks, audiences and follow-ups: in order, disjoint, each on one line. */
export function semanticTokens(analysis: Analysis): readonly SemanticToken[] {
  const { report, remembered } = analysis;
  return remembered.get("semantic tokens", report, Object.is, () => tokensOf(analysis));
}

function tokensOf({ report, text, remembered }: Analysis): SemanticToken[] {
  const source = text.content;
  const found: SemanticToken[] = [];
  const add = (token: SemanticToken) => onLines(token, source, found);
  const known = remembered.get("heading tokens", undefined, always, () => new WeakMap());
  for (const section of allSections(report.sections)) {
    const { from, words } = section;
    for (const { span } of words.speakers) if (span) add({ ...movedSpan(span, from), type: "speaker" });
    for (const token of headingTokens(section, source, known))
      add({ ...movedSpan(token, from), type: token.type });
  }
  for (const comment of report.comments) addMarks(comment, source, add);
  for (const { from, to } of report.redacted) add({ from, to, type: "redacted" });
  for (const { from, text: words } of report.followUps) {
    const length = announcementLength(source.slice(from, from + Math.max(40, words.length)));
    add({ from, to: from + length, type: "followUp" });
  }
  return disjoint(found, text.length);
}

const always = () => true;

/** The tokens of a stretch. */
export function tokensIn(tokens: readonly SemanticToken[], { from, to }: Span): SemanticToken[] {
  return tokens.filter((token) => token.to > from && token.from < to);
}

/** The tokens of headings by what their sections are, with the heading as it is written. Places count from its start. */
type KnownTokens = WeakMap<
  SectionWords,
  { readonly heading: string; readonly tokens: readonly SemanticToken[] }
>;

/** The tokens of a heading, its speakers left out. */
function headingTokens(
  { words, heading: { from, to } }: Section,
  text: string,
  remembered: KnownTokens,
): readonly SemanticToken[] {
  const heading = text.slice(from, Math.min(to, from + MAX_HEADING));
  const known = remembered.get(words);
  if (known?.heading === heading) return known.tokens;
  const tokens = readHeading(words, heading, text.slice(from, to));
  // As it was read, it would hold the whole text.
  remembered.set(words, { heading: detached(heading), tokens });
  return tokens;
}

function readHeading(section: SectionWords, heading: string, whole: string): SemanticToken[] {
  const found: SemanticToken[] = [];
  if (section.attributes) {
    const attributes = whole.slice(section.attributes.from, section.attributes.to);
    for (const name of attributes.matchAll(/\.([\p{L}-]{2,20})/gu))
      if (isKind(name[1]!.toLowerCase())) {
        const at = section.attributes.from + name.index + 1;
        found.push({ from: at, to: at + name[1]!.length, type: "kind" });
      }
  }
  for (const { kind, says, words } of section.reasons) {
    if (says === "kind") {
      const at = kind === section.kind ? heading.toLowerCase().indexOf(words.toLowerCase()) : -1;
      if (at >= 0) found.push({ from: at, to: at + words.length, type: "kind" });
    } else if (says !== undefined && says !== "class") {
      const at = heading.indexOf(words);
      if (at < 0) continue;
      const within = { from: at, to: at + words.length };
      const day = says === "time" ? undefined : firstIn(heading, within, scanDay);
      if (day) found.push({ ...day, type: "day" });
      const time = says === "day" ? undefined : firstIn(heading, within, timeAt);
      if (time) found.push({ ...time, type: "time" });
    }
  }
  return found;
}

/** The first place in a stretch of a heading, at the beginning of a word, at which `scan` finds something. */
function firstIn(
  heading: string,
  { from, to }: Span,
  scan: (text: string, at: number) => Span | undefined,
): Span | undefined {
  for (let at = from; at < to; at++) {
    if (/[\p{L}\p{N}]/u.test(heading[at - 1] ?? " ") || !/[\p{L}\p{N}]/u.test(heading[at]!)) continue;
    const hit = scan(heading, at);
    if (hit && hit.to <= to && hit.to > hit.from) return { from: hit.from, to: hit.to };
  }
  return undefined;
}

/** The marks of a comment without the audience in them, which is a token of its own. */
function addMarks(
  { form, open, close, audience, unknownAudience }: InternalComment,
  text: string,
  add: (token: SemanticToken) => void,
): void {
  // Front matter is YAML, coloured as such.
  if (form === "front-matter") return;
  const mark = text.slice(open.from, open.to);
  const said = (unknownAudience ?? audience).toLowerCase();
  const at = mark.toLowerCase().lastIndexOf(said);
  if (at > 0 && !/[\p{L}\p{N}]/u.test(mark[at - 1]!)) {
    const from = open.from + at;
    add({ from: open.from, to: open.from + mark.slice(0, at).trimEnd().length, type: "internalMark" });
    add({ from, to: from + said.length, type: "audience" });
    add({ from: from + said.length, to: open.to, type: "internalMark" });
  } else add({ ...open, type: "internalMark" });
  if (close) add({ ...close, type: "internalMark" });
}

/** Adds a token cut at line ends, white space at the ends of its pieces left out. */
function onLines(token: SemanticToken, text: string, found: SemanticToken[]): void {
  const { type } = token;
  for (let from = token.from; from < token.to; ) {
    let to = from;
    while (to < token.to && !isBreak(text.charCodeAt(to))) to++;
    let start = from;
    let end = to;
    while (start < end && (isSpace(text.charCodeAt(start)) || text[start] === ">")) start++;
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
    if (end > start) found.push({ from: start, to: end, type });
    from = to + 1;
  }
}

function isBreak(code: number): boolean {
  return code === 10 || code === 13;
}

function movedSpan({ from, to }: Span, by: number): Span {
  return { from: from + by, to: to + by };
}

/** In order; of tokens that overlap the first found stays. */
function disjoint(tokens: readonly SemanticToken[], length: number): SemanticToken[] {
  let done = 0;
  return [...tokens]
    .sort((a, b) => a.from - b.from)
    .filter(({ from, to }) => {
      if (from < done || to > length) return false;
      done = to;
      return true;
    });
}
