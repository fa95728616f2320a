import type { Analysis } from "../analysis.js";
import type { Section } from "../report/model.js";
import type { TextEdit } from "../text/edit.js";
import { lineBreakOf } from "../text/line-break.js";
import type { Span } from "../text/span.js";
import { difference } from "./difference.js";
import {
  type AboutFacts,
  aboutLine,
  CANCELLED,
  readAboutLine,
  type SessionParts,
  type Shown,
  sessionParts,
} from "./parts.js";

/** What a report shows of a session, and where. */
export interface ShownSession {
  readonly section: Section;
  /** Time, title and speakers in the heading; all between its marks and its attributes where the writer wrote it. */
  readonly body: Span;
  /** Offset behind what the heading says, before the mark of cancellation and the attributes. */
  readonly end: number;
  /** Whether hours before ten have one digit. */
  readonly short: boolean;
  readonly cancelled: boolean;
  /** Title, time and speakers as recognised. */
  readonly said: Shown;
  /**
   * The pieces as composing would write them of what was recognised; absent where the heading was written in another
   * way, and cannot be rewritten without losing what the writer made of it.
   */
  readonly parts?: SessionParts;
  /** The line below the heading that names the speakers. */
  readonly speakers?: Line;
  /** The line with time, room and link. */
  readonly about?: Line & { readonly facts: AboutFacts };
  /** A line that says what the agenda says, below a heading that was written in another way. */
  readonly note?: Line;
}

/** A line of the report. */
interface Line extends Span {
  readonly text: string;
}

const NOTE = "Changed in the agenda: ";

/** Reads the heading of a session's section and the lines below it that are ours. */
export function shownSession({ text }: Analysis, section: Section): ShownSession | undefined {
  const { heading, attributes, style } = section;
  if (style !== "atx" || !attributes) return undefined;
  const source = text.content.slice(heading.from, attributes.from);
  const start = /^ {0,3}#{1,6}[ \t]+/.exec(source)?.[0].length;
  if (start === undefined) return undefined;
  const trimmed = source.trimEnd();
  const cancelled = trimmed.endsWith(CANCELLED);
  const body = {
    from: heading.from + start,
    to: heading.from + Math.max(start, trimmed.length - (cancelled ? CANCELLED.length : 0)),
  };
  const { title, time, speakers } = section;
  const said: Shown = {
    title,
    speakers: speakers.map(({ name, affiliation, role }) => ({
      name,
      ...(affiliation === undefined ? {} : { affiliation }),
      ...(role === undefined ? {} : { role }),
    })),
    ...(time === undefined ? {} : { start: time }),
  };
  const found = linesOf(text.content, section);
  const parts = sessionParts(said);
  const written = text.content.slice(body.from, body.to);
  const short = /^\d:/.test(written);
  const composed = styled(parts.body, short);
  // What the writer put behind it stays where it is.
  const regular =
    written.startsWith(composed) &&
    /^(?:$|\s)/.test(written.slice(composed.length)) &&
    parts.speakers === found.speakers?.text;
  const core = regular ? { from: body.from, to: body.from + composed.length } : body;
  return {
    section,
    body: core,
    end: body.to,
    cancelled,
    said,
    short,
    ...(regular ? { parts } : {}),
    ...found,
  };
}

/** A heading in the writer's way to write times: `9:00` or `09:00`. */
function styled(body: string, short: boolean): string {
  return short ? body.replace(/^0(?=\d:)/, "") : body;
}

/** Lines right below a heading that are looked at. */
const MAX_LINES = 6;

/** Our lines below a heading; with the first line of the writer's own they are over. */
function linesOf(
  content: string,
  { heading, to, children }: Section,
): Pick<ShownSession, "speakers" | "about" | "note"> {
  const found: { -readonly [K in "speakers" | "about" | "note"]?: ShownSession[K] } = {};
  const end = children[0]?.from ?? to;
  const pattern = /[^\r\n]+/g;
  pattern.lastIndex = heading.to;
  for (let count = 0; count < MAX_LINES; count++) {
    const match = pattern.exec(content);
    if (!match || match.index >= end) break;
    const text = match[0].trimEnd();
    const line = { from: match.index, to: match.index + text.length, text };
    const facts = readAboutLine(text);
    if (facts) found.about ??= { ...line, facts };
    else if (text.startsWith(NOTE)) found.note ??= line;
    else if (/^Speakers?: \S/.test(text)) found.speakers ??= line;
    else break;
  }
  return found;
}

/** The edits that make the heading and the line of speakers say something else, or a note where they are the writer's. */
export function rewrite(analysis: Analysis, shown: ShownSession, said: Shown): TextEdit[] {
  const { content } = analysis.text;
  const next = sessionParts(said);
  const { section, body, speakers, parts, note } = shown;
  if (!parts) {
    const line = NOTE + noted(next);
    return note ? difference(content, note, line) : [below(content, section, line)];
  }
  const edits = difference(content, body, styled(next.body, shown.short));
  if (!speakers)
    return next.speakers === undefined ? edits : [...edits, below(content, section, next.speakers)];
  if (next.speakers === undefined) return [...edits, withoutLine(content, speakers)];
  return [...edits, ...difference(content, speakers, next.speakers)];
}

/** The edits of the line with time, room and link, where there is one. */
export function rewriteAbout(analysis: Analysis, { about }: ShownSession, facts: AboutFacts): TextEdit[] {
  const line = about && aboutLine({ ...about.facts, ...facts });
  return line === undefined ? [] : difference(analysis.text.content, about!, line);
}

/** Whether heading and line of speakers, or a note, are what composing makes of a session. */
export function saysAll(
  { text }: Analysis,
  { body, end, short, speakers, note }: ShownSession,
  session: Shown,
): boolean {
  const proper = sessionParts(session);
  if (note?.text === NOTE + noted(proper)) return true;
  return (
    [body.to, end].some((to) => text.content.slice(body.from, to) === styled(proper.body, short)) &&
    (proper.speakers === undefined || speakers?.text === proper.speakers)
  );
}

/** The pieces on one line. */
function noted({ body, speakers }: SessionParts): string {
  return speakers === undefined ? body : `${body} · ${speakers}`;
}

/** A paragraph of its own right below a heading. */
function below(content: string, { heading }: Section, line: string): TextEdit {
  const lineBreak = lineBreakOf(content);
  const empty = /^[ \t]*(?:\r\n?|\n)[ \t]*(?:\r|\n|$)/.test(content.slice(heading.to, heading.to + 80));
  const insert = `${lineBreak}${lineBreak}${line}${empty || heading.to >= content.length ? "" : lineBreak}`;
  return { from: heading.to, to: heading.to, insert };
}

function withoutLine(content: string, { from, to }: Span): TextEdit {
  const behind = /^(?:\r\n?|\n){0,2}/.exec(content.slice(to, to + 4))![0].length;
  return { from, to: to + behind, insert: "" };
}
