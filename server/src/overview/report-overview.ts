import type { Analysis } from "../analysis.js";
import { firstFrom } from "../publish/span-index.js";
import { dateOf } from "../report/event-days.js";
import type { Kind } from "../report/kind-table.js";
import { allSections, type EventDates, type FollowUp, type Section } from "../report/model.js";
import type { Span } from "../text/span.js";
import type { Text } from "../text/text.js";
import { WordCount } from "./words.js";

/** One section by itself, what is below its subheadings not counted. */
export interface SessionOverview {
  readonly kind: Kind;
  readonly title: string;
  /** The line of its heading, 0-based. */
  readonly line: number;
  /** `HH:MM`. */
  readonly time?: string;
  readonly speakers: readonly string[];
  /** Words written in it, those of internal comments among them. */
  readonly words: number;
  readonly internalWords: number;
  /** Internal comments and redacted markers that begin in it. */
  readonly internal: number;
  readonly redacted: number;
  /** Open follow-ups. */
  readonly followUps: number;
  /** Nothing stands below its heading. */
  readonly isEmpty: boolean;
}

export interface DayOverview {
  /** Weekday, `Day N` or ISO date; absent for what belongs to no day. */
  readonly name?: string;
  readonly date?: string;
  /** By time where they have one; others stay behind the one they follow. */
  readonly sessions: readonly SessionOverview[];
}

export interface FollowUpOverview {
  readonly text: string;
  readonly owner?: string;
  readonly done: boolean;
  /** 0-based. */
  readonly line: number;
}

/** What was taken out of a report before the overview was made of the rest. */
export interface Withheld {
  readonly comments: number;
  readonly words: number;
}

/** One report at a glance. */
export interface ReportOverview {
  readonly title?: string;
  readonly event?: string;
  readonly location?: string;
  readonly dates?: EventDates;
  readonly audience: string;
  readonly words: number;
  readonly internalWords: number;
  readonly internal: number;
  readonly redacted: number;
  /** In the order of the event; what belongs to no day is last. */
  readonly days: readonly DayOverview[];
  readonly followUps: readonly FollowUpOverview[];
  readonly withheld?: Withheld;
}

/** What an overview tells of a report. Total and synchronous. */
export function overviewOf(analysis: Analysis, withheld?: Withheld): ReportOverview {
  const { report, text } = analysis;
  const { title, event, location, dates, audience, followUps, comments, redacted } = report;
  const words = new WordCount(analysis);
  const sections = allSections(report.sections);
  const bodies = sections.map(ownBody);
  const start = endOfTitle(analysis);
  const preamble = { from: start, to: sections[0]?.from ?? text.content.length };
  const sum = (count: (span: Span) => number) =>
    [preamble, ...bodies].reduce((total, span) => total + count(span), 0);
  const counters: Counters = {
    internal: beginningIn(comments),
    redacted: beginningIn(redacted),
    followUps: beginningIn(followUps.filter(({ done }) => !done)),
  };
  const sessions = sections.map((section, index) =>
    sessionOf(section, bodies[index]!, text, words, counters),
  );
  return {
    ...(title ? { title: title.text } : {}),
    ...(event === undefined ? {} : { event }),
    ...(location === undefined ? {} : { location }),
    ...(dates ? { dates } : {}),
    audience,
    words: sum((span) => words.in(span)),
    internalWords: sum((span) => words.internalIn(span)),
    internal: comments.length,
    redacted: redacted.length,
    days: daysOf(sections, sessions, dates),
    followUps: followUps.map((found) => followUpOf(found, text)),
    ...(withheld ? { withheld } : {}),
  };
}

/** Where the text begins: behind the front matter and the title. */
function endOfTitle({ report, syntax, text }: Analysis): number {
  const start = Math.max(syntax.bodyStart, report.title?.to ?? 0);
  const heading = /^\s*#[ \t][^\r\n]*/.exec(text.content.slice(start, start + 1000));
  return start + (heading?.[0].length ?? 0);
}

/** What stands between a heading and the next one. */
function ownBody({ heading, children, to }: Section): Span {
  return { from: heading.to, to: Math.max(heading.to, children[0]?.from ?? to) };
}

/** How many of some spans begin in a given one. */
type Counter = (span: Span) => number;

interface Counters {
  readonly internal: Counter;
  readonly redacted: Counter;
  readonly followUps: Counter;
}

function beginningIn(spans: readonly Span[]): Counter {
  const starts = spans.map(({ from }) => from).sort((a, b) => a - b);
  return ({ from, to }) => firstFrom(starts, to) - firstFrom(starts, from);
}

function sessionOf(
  section: Section,
  body: Span,
  text: Text,
  words: WordCount,
  counters: Counters,
): SessionOverview {
  const { kind, title, time, speakers, heading, children } = section;
  const own = { from: heading.from, to: body.to };
  const written = words.in(body);
  const internal = counters.internal(own);
  const redacted = counters.redacted(own);
  return {
    kind,
    // A backslash keeps a marker from being a tag in Markdown; here it is none.
    title: title.replace(/\\(?=[<[(])/g, ""),
    line: text.lineAt(heading.from),
    ...(time === undefined ? {} : { time }),
    speakers: speakers.map(({ name }) => name),
    words: written,
    internalWords: words.internalIn(body),
    internal,
    redacted,
    followUps: counters.followUps(own),
    isEmpty: written + internal + redacted === 0 && children.length === 0,
  };
}

function followUpOf({ text: words, owner, done, from }: FollowUp, text: Text): FollowUpOverview {
  return { text: words, ...(owner === undefined ? {} : { owner }), done, line: text.lineAt(from) };
}

function daysOf(
  sections: readonly Section[],
  sessions: readonly SessionOverview[],
  dates: EventDates | undefined,
): DayOverview[] {
  const days = new Map<string, SessionOverview[]>();
  for (const [index, section] of sections.entries()) {
    const session = sessions[index]!;
    // What only holds other sections is told by them.
    if (section.kind === "group" && session.words + session.internal === 0 && section.children.length > 0)
      continue;
    const day = section.day ?? "";
    const known = days.get(day);
    if (known) known.push(session);
    else days.set(day, [session]);
  }
  const named = [...days].map(([name, found]): DayOverview => {
    const date = name === "" ? undefined : dateOf(name, dates);
    return {
      ...(name === "" ? {} : { name }),
      ...(date === undefined ? {} : { date }),
      sessions: byTime(found),
    };
  });
  const isDated = named.every(({ name, date }) => name === undefined || date !== undefined);
  return named.sort((a, b) => {
    if ((a.name === undefined) !== (b.name === undefined)) return a.name === undefined ? 1 : -1;
    return isDated ? compare(a.date ?? "", b.date ?? "") : 0;
  });
}

function byTime(sessions: readonly SessionOverview[]): SessionOverview[] {
  let last = "";
  return sessions
    .map((session) => {
      last = session.time ?? last;
      return { session, at: last };
    })
    .sort((a, b) => compare(a.at, b.at))
    .map(({ session }) => session);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
