import { readHeading } from "../report/heading-text.js";
import { readPeople } from "../report/people.js";
import type { AgendaSession, AgendaSpeaker } from "./agenda.js";
import { escapeMarkdown } from "./escape.js";

/** What of a session its section shows in words. */
export type Shown = Pick<AgendaSession, "title" | "speakers"> &
  Partial<Pick<AgendaSession, "start" | "end" | "room" | "url">>;

/** A session's section as Markdown, piece by piece. */
export interface SessionParts {
  /** The heading between its marks and its attributes: `9:30 Title (Ada Lovelace, Acme)`. */
  readonly body: string;
  /** A line below it that names the speakers, where the heading cannot. */
  readonly speakers?: string;
  /** A line with time, room and link. */
  readonly about?: string;
}

/** What marks the heading of a session that does not take place. */
export const CANCELLED = " (cancelled)";

/** Between the facts on the line below a heading. */
const BETWEEN = " · ";

/** Writes a session in the form in which it is read back as it is; in the form nearest to that where none is. */
export function sessionParts(session: Shown): SessionParts {
  const speakers = speakerLine(session.speakers);
  const about = aboutSession(session);
  const said = about === undefined ? {} : { about };
  const candidates = session.start === undefined ? [""] : [" ", ": ", " | "];
  const full = describedPeople(session.speakers);
  const people = full === "" ? "" : ` (${full})`;
  const bodies = candidates.map((between) => `${session.start ?? ""}${between}${session.title}`);
  const whole = bodies.find((body) => readsAs(`${body}${people}`, session, true) === "whole");
  const near = bodies.find((body) => readsAs(`${body}${people}`, session, true) !== "other");
  const inHeading = whole ?? near;
  if (inHeading !== undefined) return { body: escapeMarkdown(`${inHeading}${people}`), ...said };
  const body = bodies.find((body) => readsAs(body, session, false) === "whole") ?? bodies[0]!;
  return { body: escapeMarkdown(body), ...(speakers === undefined ? {} : { speakers }), ...said };
}

/** How a heading is read: with all as it is, with another title, or with other people or another time. */
function readsAs(
  text: string,
  { title, start, speakers }: Shown,
  named: boolean,
): "whole" | "near" | "other" {
  const read = readHeading(text);
  const people = read.speakers?.firm ? read.speakers.people : [];
  const same =
    read.time === start && (!named || samePeople(people, speakers)) && (named || people.length === 0);
  if (!same) return "other";
  return text.slice(read.from, read.to) === title ? "whole" : "near";
}

/** Whether two lists name the same people in the same order, affiliations and roles included. */
function samePeople(a: readonly AgendaSpeaker[], b: readonly AgendaSpeaker[]): boolean {
  return (
    a.length === b.length &&
    a.every(
      (person, at) =>
        person.name === b[at]!.name &&
        person.affiliation === b[at]!.affiliation &&
        person.role === b[at]!.role,
    )
  );
}

/** The people as a list: `Ada Lovelace, CTO at Acme; Bob Roe`. */
function describedPeople(speakers: readonly AgendaSpeaker[]): string {
  return speakers
    .map((person) => [plain(person.name), about(person)].filter((words) => words !== "").join(", "))
    .join("; ");
}

function speakerLine(speakers: readonly AgendaSpeaker[]): string | undefined {
  if (speakers.length === 0) return undefined;
  const people = speakers.map((person) => {
    const said = about(person);
    return said === "" ? plain(person.name) : `${plain(person.name)} (${said})`;
  });
  return escapeMarkdown(`${speakers.length > 1 ? "Speakers" : "Speaker"}: ${people.join("; ")}`);
}

function about({ affiliation, role }: AgendaSpeaker): string {
  if (affiliation !== undefined && role !== undefined) return plain(`${role} at ${affiliation}`);
  return plain(affiliation ?? role ?? "");
}

/** Words without what separates people from each other. */
function plain(words: string): string {
  return words
    .replace(/[;|]+/g, ",")
    .replace(/[()[\]]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** What the line below a heading says; the room as Markdown. */
export type AboutFacts = Partial<Pick<AgendaSession, "start" | "end" | "room" | "url">>;

/** The line of a session's facts, where it has any. */
function aboutSession({ room, ...facts }: Shown): string | undefined {
  return aboutLine({ ...facts, ...(room === undefined ? {} : { room: escapedRoom(room) }) });
}

/** A room as it stands on that line. */
export function escapedRoom(room: string): string {
  return escapeMarkdown(room.replaceAll(BETWEEN, ", "));
}

/** `Time: 09:30–10:15 · Room: Great Hall · [Programme](https://…)`, or of it what is known. */
export function aboutLine({ start, end, room, url }: AboutFacts): string | undefined {
  const facts = [
    ...(start !== undefined && end !== undefined ? [`Time: ${start}–${end}`] : []),
    ...(room === undefined ? [] : [`Room: ${room}`]),
    ...(url === undefined ? [] : [`[Programme](${url})`]),
  ];
  return facts.length === 0 ? undefined : facts.join(BETWEEN);
}

/** The line's facts, and undefined for a line that is none of ours. */
export function readAboutLine(line: string): AboutFacts | undefined {
  const facts: { start?: string; end?: string; room?: string; url?: string } = {};
  for (const fact of line.trimEnd().split(BETWEEN)) {
    const time = /^Time: (\d\d:\d\d)–(\d\d:\d\d)$/.exec(fact);
    const link = /^\[Programme\]\((\S+)\)$/.exec(fact);
    const room = /^Room: (\S.*)$/.exec(fact);
    if (time) [facts.start, facts.end] = [time[1]!, time[2]!];
    else if (link) facts.url = link[1]!;
    else if (room) facts.room = room[1]!;
    else return undefined;
  }
  return facts;
}

/** What a session's people are once they were written and read again. */
export function peopleAsRead(speakers: readonly AgendaSpeaker[]): readonly AgendaSpeaker[] {
  return readPeople(describedPeople(speakers), true)?.people ?? speakers;
}

/** The attributes of a session's heading. */
export function sessionAttributes({ kind, id }: Pick<AgendaSession, "kind" | "id">): string {
  return `{.${kind} session="${id}"}`;
}
