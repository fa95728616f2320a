import type { Kind } from "../report/kind-table.js";
import type { Message } from "../text/message.js";

/** A conference's programme as its organisers publish it. */
export interface Agenda {
  readonly title?: string;
  readonly location?: string;
  /** First and last day, ISO 8601; those of the sessions where the format has none of its own. */
  readonly dates?: { readonly start: string; readonly end: string };
  readonly website?: string;
  /** In the order of their days and times; those without come last. */
  readonly sessions: readonly AgendaSession[];
  /** Entries that were left out, and why. */
  readonly problems: readonly AgendaProblem[];
}

/** One entry of a programme. Days and times are those of the place where the event is. */
export interface AgendaSession {
  /** The same each time the programme is read, unique in it, and safe inside a heading's attributes. */
  readonly id: string;
  /** One line of plain text. */
  readonly title: string;
  readonly kind: Kind;
  /** ISO date. */
  readonly day?: string;
  /** `HH:MM`, 24 hours. */
  readonly start?: string;
  readonly end?: string;
  readonly room?: string;
  readonly track?: string;
  /** Begins with `https://` or `http://`. */
  readonly url?: string;
  readonly speakers: readonly AgendaSpeaker[];
  readonly cancelled?: true;
}

export interface AgendaSpeaker {
  readonly name: string;
  readonly affiliation?: string;
  readonly role?: string;
}

/** An entry that is not in the agenda: its name or number in the file, and what is wrong with it. */
export interface AgendaProblem {
  readonly entry: Message;
  readonly reason: Message;
}

/** What a text is: a programme, one of a known format that cannot be read, or none at all. */
export type AgendaReading =
  | { readonly kind: "agenda"; readonly agenda: Agenda }
  | { readonly kind: "broken"; readonly reason: Message }
  | { readonly kind: "none" };
