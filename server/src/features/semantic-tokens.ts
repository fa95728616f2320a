import type { Analysis } from "../analysis.js";
import { scanDay } from "../report/days.js";
import { announcementLength } from "../report/follow-ups.js";
import type { InternalComment } from "../report/internal-comments.js";
import { isKind } from "../report/kind-table.js";
import { allSections, type Section } from "../report/model.js";
import { timeAt } from "../report/times.js";
import { inEnglish } from "../text/message.js";
import type { Span } from "../text/span.js";
import type { Text } from "../text/text.js";

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
/** Reasons that a heading's own words gave. */
const BY_WORDS = /^(?:the (?:last )?words (?:of|before)|words of) the /;

/** Speakers, kinds, days, times, marks, audiences and follow-ups: in order, disjoint, each on one line. */
export function semanticTokens({ report, text }: Analysis): SemanticToken[] {
  const found: SemanticToken[] = [];
  for (const section of allSections(report.sections)) addSection(section, text.content, found);
  for (const comment of report.comments) addMarks(comment, text.content, found);
  for (const { from, to } of report.redacted) found.push({ from, to, type: "redacted" });
  for (const { from, text: words } of report.followUps) {
    const length = announcementLength(text.content.slice(from, from + Math.max(40, words.length)));
    found.push({ from, to: from + length, type: "followUp" });
  }
  return disjoint(
    found.flatMap((token) => onLines(token, text)),
    text.length,
  );
}

/** The tokens of a stretch. */
export function tokensIn(tokens: readonly SemanticToken[], { from, to }: Span): SemanticToken[] {
  return tokens.filter((token) => token.to > from && token.from < to);
}

function addSection(section: Section, text: string, found: SemanticToken[]): void {
  for (const { span } of section.speakers) if (span) found.push({ ...span, type: "speaker" });
  const { from, to } = section.heading;
  const heading = text.slice(from, Math.min(to, from + MAX_HEADING));
  if (section.attributes) {
    const attributes = text.slice(section.attributes.from, section.attributes.to);
    for (const name of attributes.matchAll(/\.([\p{L}-]{2,20})/gu))
      if (isKind(name[1]!.toLowerCase())) {
        const at = section.attributes.from + name.index + 1;
        found.push({ from: at, to: at + name[1]!.length, type: "kind" });
      }
  }
  for (const { kind, rule: why, words } of section.reasons) {
    if (words === "") continue;
    const rule = inEnglish(why);
    if (kind === section.kind && BY_WORDS.test(rule)) {
      const at = heading.toLowerCase().indexOf(words.toLowerCase());
      if (at >= 0) found.push({ from: from + at, to: from + at + words.length, type: "kind" });
      continue;
    }
    const at = heading.indexOf(words);
    if (at < 0) continue;
    if (/\bday\b/.test(rule)) addFirst(heading, at, at + words.length, from, "day", scanDay, found);
    if (section.time !== undefined && /\b(?:time|day in brackets)\b/.test(rule))
      addFirst(heading, at, at + words.length, from, "time", timeAt, found);
  }
}

/** The first place between two offsets of a heading at which `scan` finds something. */
function addFirst(
  heading: string,
  start: number,
  end: number,
  base: number,
  type: TokenType,
  scan: (text: string, at: number) => Span | undefined,
  found: SemanticToken[],
): void {
  for (let at = start; at < end; at++) {
    // A word begins here.
    if (/[\p{L}\p{N}]/u.test(heading[at - 1] ?? " ") || !/[\p{L}\p{N}]/u.test(heading[at]!)) continue;
    const hit = scan(heading, at);
    if (hit && hit.to <= end && hit.to > hit.from) {
      found.push({ from: base + hit.from, to: base + hit.to, type });
      return;
    }
  }
}

/** The marks of a comment without the audience in them, which is a token of its own. */
function addMarks(
  { form, open, close, audience, unknownAudience }: InternalComment,
  text: string,
  found: SemanticToken[],
): void {
  // Front matter is YAML, coloured as such.
  if (form === "front-matter") return;
  const mark = text.slice(open.from, open.to);
  const said = (unknownAudience ?? audience).toLowerCase();
  const at = mark.toLowerCase().lastIndexOf(said);
  if (at > 0 && !/[\p{L}\p{N}]/u.test(mark[at - 1]!)) {
    const from = open.from + at;
    found.push({ from: open.from, to: open.from + mark.slice(0, at).trimEnd().length, type: "internalMark" });
    found.push({ from, to: from + said.length, type: "audience" });
    found.push({ from: from + said.length, to: open.to, type: "internalMark" });
  } else found.push({ ...open, type: "internalMark" });
  if (close) found.push({ ...close, type: "internalMark" });
}

/** A token cut at line ends, white space at the ends of its pieces left out. */
function onLines({ from, to, type }: SemanticToken, text: Text): SemanticToken[] {
  const pieces: SemanticToken[] = [];
  for (let line = text.lineAt(from); text.lineStart(line) < to && line < text.lineCount; line++) {
    let start = Math.max(from, text.lineStart(line));
    let end = Math.min(to, text.lineEnd(line));
    while (start < end && /[\s>]/.test(text.content[start]!)) start++;
    while (end > start && /\s/.test(text.content[end - 1]!)) end--;
    if (end > start) pieces.push({ from: start, to: end, type });
  }
  return pieces;
}

/** In order; of tokens that overlap the first found stays. */
function disjoint(tokens: readonly SemanticToken[], length: number): SemanticToken[] {
  const sorted = tokens
    .map((token, index) => ({ token, index }))
    .sort((a, b) => a.token.from - b.token.from || a.index - b.index);
  let done = 0;
  return sorted.flatMap(({ token }) => {
    if (token.from < done || token.to > length) return [];
    done = token.to;
    return [token];
  });
}
