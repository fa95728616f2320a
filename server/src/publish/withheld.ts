import type { Report } from "../report/model.js";
import type { Span } from "../text/span.js";
import { readingsOf, targetsOf, withoutTargets } from "./markup.js";
import type { RedactionOptions } from "./options.js";
import { type Phrase, PhraseSearch, phrasesOf } from "./phrases.js";
import type { Redaction, RedactionInput } from "./redact.js";
import { hiddenComments, nestedTooDeep } from "./regions.js";
import { firstFrom, SpanIndex } from "./span-index.js";

/** What a copy must not say: the phrases of everything withheld that no public text says too. */
export function forbiddenPhrases(
  input: RedactionInput,
  redaction: Redaction,
  options: RedactionOptions,
  generated: readonly string[] = [],
): Phrase[] {
  const texts = withheldTexts(input, redaction, options);
  const targets = texts.flatMap(targetsOf);
  const names = texts.flatMap(namesIn);
  const phrases = phrasesOf([...texts, ...texts.map(withoutTargets), ...targets, ...names]);
  if (phrases.length === 0) return [];
  return PhraseSearch.without(phrases, [...publicTexts(input, redaction, options), ...generated]);
}

/**
 * The text of each hidden comment without its marks, and of everything else that was dropped. Comments that are nested
 * too deep are read in those around them; a report with such is not published.
 */
export function withheldTexts(
  { syntax, report }: RedactionInput,
  { withheld }: Redaction,
  options: RedactionOptions,
): string[] {
  const hidden = hiddenComments(report, options);
  const marks = marksOf(report);
  const starts = marks.map(({ from }) => from);
  const within = ({ from, to }: Span) => marks.slice(firstFrom(starts, from), firstFrom(starts, to));
  const clean = (span: Span) => withoutMarks(syntax.text, span, within(span));
  const deep = new Set(nestedTooDeep(hidden));
  const readable = hidden.filter((comment) => !deep.has(comment));
  const ofComments = readable.map((comment) => clean(innerOf(comment)));
  const inside = new SpanIndex(hidden);
  const others = withheld.filter((span) => !inside.holds(span));
  return [...ofComments, ...others.map(clean)].filter((text) => text.trim() !== "");
}

/** A comment without its opening; that of a section stands in the heading, before it. */
function innerOf({ from, to, open }: Report["comments"][number]): Span {
  return { from: Math.max(from, open.to), to };
}

/** Openings and closings of all comments: words that are no text of a comment. */
function marksOf({ comments }: Report): Span[] {
  const marks = comments.flatMap(({ form, open, close }) => {
    if (close === undefined) return [open];
    return form === "inline" ? [open, { from: close.from, to: close.from + 1 }] : [open, close];
  });
  return marks.sort((a, b) => a.from - b.from);
}

function withoutMarks(text: string, { from, to }: Span, marks: readonly Span[]): string {
  let result = "";
  let done = from;
  for (const mark of marks) {
    result += `${text.slice(done, Math.max(done, mark.from))} `;
    done = Math.max(done, Math.min(to, mark.to));
  }
  return result + text.slice(done, to);
}

/**
 * The public text of the source: what is not withheld, read with a gap and with a marker where something was taken
 * out, with and without link targets. Anchors do not count as said: tools make them of headings, comments included.
 */
function publicTexts(
  { syntax }: RedactionInput,
  { withheld }: Redaction,
  { marker }: RedactionOptions,
): string[] {
  const pieces: string[] = [];
  let done = 0;
  for (const { from, to } of withheld) {
    pieces.push(syntax.text.slice(done, from));
    done = Math.max(done, to);
  }
  pieces.push(syntax.text.slice(done));
  const said = pieces.map((piece) => piece.replace(/(\]\(|\]:\s*|href=["']?)(<?)#[^\s)>"']*/g, "$1$2"));
  return [" ", ` ${marker} `].flatMap((gap) => {
    const joined = said.join(gap);
    const { shown } = readingsOf(joined);
    return [joined, withoutTargets(joined), shown.map(({ from, to }) => joined.slice(from, to)).join("")];
  });
}

/** A name begins with the first capital of its word: what is before is read along, so that no word is read twice. */
const NAME =
  /(?<![\p{L}\p{N}'’-])[\p{Ll}\p{Lt}\p{Lm}\p{Lo}\p{N}'’-]*(\p{Lu}[\p{L}\p{N}'’-]+(?:[ \t]+\p{Lu}[\p{L}\p{N}'’-]+){1,3})/gu;

/** Names of two and more words: people, companies, products. */
function namesIn(text: string): string[] {
  return [...text.matchAll(NAME)].map((match) => match[1]!);
}
