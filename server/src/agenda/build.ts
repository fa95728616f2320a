import { l10n, type Message } from "../text/message.js";
import type { Agenda, AgendaProblem, AgendaReading, AgendaSession, AgendaSpeaker } from "./agenda.js";
import { agendaKind } from "./kinds.js";
import { dayOf, oneLine, timeOf, webAddress } from "./values.js";

/** An entry as a format has it, its values not yet looked at. */
export interface RawSession {
  /** What to call it in a message: its number or identifier. */
  readonly entry: Message;
  /** What identifies it, best first. */
  readonly ids: readonly unknown[];
  readonly title: unknown;
  readonly day?: unknown;
  readonly start?: unknown;
  readonly end?: unknown;
  readonly room?: unknown;
  readonly track?: unknown;
  readonly type?: unknown;
  readonly url?: unknown;
  readonly speakers: readonly AgendaSpeaker[];
  readonly cancelled?: boolean;
  readonly plenary?: boolean;
  readonly service?: boolean;
}

/** What a format says of its event. */
export interface RawEvent {
  readonly title?: unknown;
  readonly location?: unknown;
  readonly start?: unknown;
  readonly end?: unknown;
  readonly website?: unknown;
}

/** Makes an agenda of entries: clean values, sessions in order, ids that are distinct and safe. */
export function buildAgenda(
  event: RawEvent,
  entries: readonly RawSession[],
  left: readonly AgendaProblem[] = [],
): AgendaReading {
  const problems = [...left];
  const sessions: AgendaSession[] = [];
  for (const raw of entries) {
    const session = sessionOf(raw);
    if (session) sessions.push(session);
    else problems.push({ entry: raw.entry, reason: l10n.t("it has no title") });
  }
  if (sessions.length === 0) {
    const [first] = problems;
    const reason = first
      ? l10n.t("nothing could be read: {0}: {1}", [first.entry], [first.reason])
      : l10n.t("it holds no session");
    return { kind: "broken", reason };
  }
  sessions.sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0));
  const [title, location] = [oneLine(event.title), oneLine(event.location)];
  const website = webAddress(event.website);
  const dates = datesOf(event, sessions);
  const agenda: Agenda = {
    ...(title === undefined ? {} : { title }),
    ...(location === undefined ? {} : { location }),
    ...(dates ? { dates } : {}),
    ...(website === undefined ? {} : { website }),
    sessions: distinct(sessions),
    problems,
  };
  return { kind: "agenda", agenda };
}

/** `CANCELLED: Title`, `[Cancelled] Title`, `Title (cancelled)`: how a programme says it where it has no field for it. */
const CANCELLED = /^[[(]?cancell?ed[\])]?(?:\s*[:–—-])?\s+(?=\S)|(?<!\s)\s+[[(]cancell?ed[\])]$/iu;

function sessionOf(raw: RawSession): AgendaSession | undefined {
  const words = oneLine(raw.title);
  const title = words?.replace(CANCELLED, "");
  if (title === undefined || title === "") return undefined;
  const [day, start, end] = [dayOf(raw.day), timeOf(raw.start), timeOf(raw.end)];
  const [room, track, type] = [oneLine(raw.room), oneLine(raw.track), oneLine(raw.type)];
  const url = webAddress(raw.url);
  const { plenary = false, service = false } = raw;
  const given = raw.ids.map((id) => oneLine(id)).find((id) => id !== undefined);
  return {
    id: safeId(given ?? `${title} ${day ?? ""} ${start ?? ""}`),
    title,
    kind: agendaKind({
      title,
      plenary,
      service,
      ...(type === undefined ? {} : { type }),
      ...(track === undefined ? {} : { track }),
    }),
    ...(day === undefined ? {} : { day }),
    ...(start === undefined ? {} : { start }),
    ...(end === undefined || start === undefined || end === start ? {} : { end }),
    ...(room === undefined ? {} : { room }),
    ...(track === undefined ? {} : { track }),
    ...(url === undefined ? {} : { url }),
    speakers: speakersOf(raw.speakers),
    ...(raw.cancelled || title !== words ? { cancelled: true as const } : {}),
  };
}

const MAX_SPEAKERS = 30;

/** Each person once, in one line each. */
function speakersOf(people: readonly AgendaSpeaker[]): AgendaSpeaker[] {
  const found = new Map<string, AgendaSpeaker>();
  for (const person of people.slice(0, MAX_SPEAKERS)) {
    const name = oneLine(person.name);
    const [affiliation, role] = [oneLine(person.affiliation), oneLine(person.role)];
    if (name === undefined || found.has(name.toLowerCase())) continue;
    found.set(name.toLowerCase(), {
      name,
      ...(affiliation === undefined ? {} : { affiliation }),
      ...(role === undefined ? {} : { role }),
    });
  }
  return [...found.values()];
}

/** Days and times in order, what has none last. */
function order({ day, start, room }: AgendaSession): string {
  return `${day ?? "9999-99-99"} ${start ?? "24:00"} ${room ?? ""}`;
}

function datesOf(event: RawEvent, sessions: readonly AgendaSession[]): Agenda["dates"] {
  const days = sessions.flatMap(({ day }) => day ?? []);
  const start = dayOf(event.start) ?? days[0];
  const end = dayOf(event.end) ?? days.at(-1) ?? start;
  if (start === undefined || end === undefined) return undefined;
  return start <= end ? { start, end } : { start, end: start };
}

const MAX_ID = 64;

/**
 * An identifier as it can stand in a heading's attributes: without the punctuation that means something
 * there. Where that would make two of one, a short sum of the whole tells them apart.
 */
export function safeId(given: string): string {
  const safe = given.replace(/[^A-Za-z0-9_-]+/g, "-").replace(/^-+|(?<!-)-+$/g, "");
  const plain = safe.replace(/-/g, "").length === given.replace(/[-.:@]/g, "").length;
  if (plain && safe.length > 0 && safe.length <= MAX_ID) return safe;
  return `${safe.slice(0, MAX_ID - 8)}-${checksum(given)}`.replace(/^-/, "");
}

/** FNV-1a over the UTF-16 units: short, and the same everywhere. */
function checksum(text: string): string {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return (sum >>> 0).toString(36).padStart(7, "0");
}

/** The sessions with ids of which none is given twice: the second of two gets a number. */
function distinct(sessions: readonly AgendaSession[]): AgendaSession[] {
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  return sessions.map((session) => {
    let { id } = session;
    while (taken.has(id)) {
      const count = (counts.get(session.id) ?? 1) + 1;
      counts.set(session.id, count);
      id = `${session.id}-${count}`;
    }
    taken.add(id);
    return id === session.id ? session : { ...session, id };
  });
}
