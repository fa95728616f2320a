import type { Message } from "../../text/message.js";
import type { AgendaReading } from "../agenda.js";
import { buildAgenda, type RawEvent, type RawSession } from "../build.js";
import { timeAfter, timeOf } from "../values.js";

/** An event of a schedule of frab or pretalx, as both its JSON and its XML have it. */
export interface FrabEvent {
  readonly id?: unknown;
  readonly code?: unknown;
  readonly guid?: unknown;
  readonly slug?: unknown;
  /** Date and time with an offset: those of the place. Older exports have the time alone. */
  readonly date?: unknown;
  readonly start?: unknown;
  readonly duration?: unknown;
  readonly room?: unknown;
  readonly title?: unknown;
  readonly track?: unknown;
  readonly type?: unknown;
  readonly url?: unknown;
  readonly status?: unknown;
  readonly persons: readonly FrabPerson[];
  /** The date of the day that lists it. */
  readonly listed?: unknown;
  /** Its place in the file. */
  readonly entry: Message;
}

export interface FrabPerson {
  readonly name: unknown;
  readonly affiliation?: unknown;
}

/** The agenda of a schedule's events. */
export function frabAgenda(conference: RawEvent, events: readonly FrabEvent[]): AgendaReading {
  return buildAgenda(conference, events.map(sessionOf));
}

function sessionOf(event: FrabEvent): RawSession {
  const start = timeOf(event.start) ?? timeOf(event.date);
  const dated = typeof event.date === "string" && /^\d{4}-\d{2}-\d{2}/.test(event.date);
  return {
    entry: event.entry,
    ids: [event.id, event.code, event.guid, event.slug],
    title: event.title,
    day: dated ? event.date : event.listed,
    start,
    end: timeAfter(start, event.duration),
    room: event.room,
    track: event.track,
    type: event.type,
    url: event.url,
    speakers: event.persons.flatMap(({ name, affiliation }) =>
      typeof name === "string" ? [{ name, ...(typeof affiliation === "string" ? { affiliation } : {}) }] : [],
    ),
    cancelled: typeof event.status === "string" && /^cancel/i.test(event.status),
  };
}
