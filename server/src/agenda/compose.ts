import { weekdayName } from "../report/days.js";
import type { Agenda, AgendaSession } from "./agenda.js";
import { CANCELLED, sessionAttributes, sessionParts } from "./parts.js";

/** How a programme is written as sections. */
export interface ComposeOptions {
  /** The level of the headings of days, 1 to 5; sessions are one deeper. Default 2. */
  readonly level?: number;
  /** How lines end. Default LF. */
  readonly lineBreak?: string;
}

/** What the front matter of a report can say of an agenda's event; each value as plain text. */
export interface AgendaFacts {
  readonly event?: string;
  /** `2024-05-14`, or `2024-05-14/2024-05-15`. */
  readonly dates?: string;
  readonly location?: string;
  readonly website?: string;
}

/** What an agenda says of its event, by the keys of a report's front matter. */
export function agendaFacts({ title, dates, location, website }: Agenda): AgendaFacts {
  const when = dates && (dates.start === dates.end ? dates.start : `${dates.start}/${dates.end}`);
  return {
    ...(title === undefined ? {} : { event: title }),
    ...(when === undefined ? {} : { dates: when }),
    ...(location === undefined ? {} : { location }),
    ...(website === undefined ? {} : { website }),
  };
}

/**
 * The sections of an agenda as Markdown: a heading a day, below it one a session with its id, and a line with time,
 * room and link. `chosen` are the ids of the sessions that are wanted; all without it. Ends with a line break unless
 * it is empty.
 */
export function composeAgenda(
  { sessions }: Agenda,
  chosen?: ReadonlySet<string>,
  { level = 2, lineBreak = "\n" }: ComposeOptions = {},
): string {
  const wanted = sessions.filter(({ id }) => chosen?.has(id) ?? true);
  const days = new Map<string | undefined, AgendaSession[]>();
  for (const session of wanted) {
    const group = days.get(session.day);
    if (group) group.push(session);
    else days.set(session.day, [session]);
  }
  return [...days]
    .map(([day, group]) => composeDay(day, group, level))
    .join("\n")
    .replaceAll("\n", lineBreak);
}

/** The heading of sessions that have no day. */
export const UNDATED = "Other sessions";

/** The heading of a day and the sections of its sessions; lines end with LF. */
export function composeDay(
  day: string | undefined,
  sessions: readonly AgendaSession[],
  level: number,
): string {
  const heading = day === undefined ? UNDATED : `${weekdayName(day)}, ${day}`;
  const sections = sessions.map((session) => `\n${composeSession(session, level + 1)}`);
  return `${"#".repeat(level)} ${heading}\n${sections.join("")}`;
}

/** The section of one session; lines end with LF. */
export function composeSession(session: AgendaSession, level: number): string {
  const { body, speakers, about } = sessionParts(session);
  const cancelled = session.cancelled ? CANCELLED : "";
  const heading = `${"#".repeat(level)} ${body}${cancelled} ${sessionAttributes(session)}`;
  return [heading, speakers, about].flatMap((part) => (part === undefined ? [] : `${part}\n`)).join("\n");
}
