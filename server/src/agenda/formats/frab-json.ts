import * as z from "zod";
import { l10n, type Message } from "../../text/message.js";
import type { AgendaReading } from "../agenda.js";
import { type AgendaFormat, type AgendaText, broken } from "./format.js";
import { type FrabEvent, frabAgenda } from "./frab.js";
import { readJson } from "./json.js";

/** A text, or one for each language: the first is taken. */
const WORDS = z.union([
  z.string(),
  z.number().transform(String),
  z.record(z.string(), z.unknown()).transform((byLanguage) => {
    const first = [byLanguage.en, byLanguage.name, ...Object.values(byLanguage)];
    return first.find((text) => typeof text === "string");
  }),
  z.unknown().transform(() => undefined),
]);

const PERSON = z.union([
  z.string().transform((name) => ({ name, affiliation: undefined })),
  z
    .looseObject({ public_name: WORDS, full_public_name: WORDS, name: WORDS, organization: WORDS })
    .partial()
    .transform((person) => ({
      name: person.public_name ?? person.full_public_name ?? person.name,
      affiliation: person.organization,
    })),
]);

const EVENT = z
  .looseObject({
    id: WORDS,
    code: WORDS,
    guid: WORDS,
    slug: WORDS,
    date: WORDS,
    start: WORDS,
    duration: z.unknown(),
    room: WORDS,
    title: WORDS,
    track: WORDS,
    type: WORDS,
    url: WORDS,
    status: WORDS,
    persons: z.array(z.unknown()).catch([]),
  })
  .partial();

const SCHEDULE = z.looseObject({
  conference: z.looseObject({
    title: WORDS.optional(),
    start: WORDS.optional(),
    end: WORDS.optional(),
    city: WORDS.optional(),
    venue: WORDS.optional(),
    url: WORDS.optional(),
    days: z.array(
      z.looseObject({ date: WORDS.optional(), rooms: z.record(z.string(), z.unknown()).optional() }),
    ),
  }),
  url: WORDS.optional(),
  base_url: WORDS.optional(),
});

/** The schedule that frab and pretalx export as JSON. */
export const frabJson: AgendaFormat = {
  name: "frab or pretalx schedule (JSON)",
  extensions: ["json"],
  read: (text: AgendaText): AgendaReading | undefined => {
    const json = readJson(text);
    if (json.kind !== "value" || !isSchedule(json.value)) return undefined;
    const read = SCHEDULE.safeParse(json.value.schedule);
    if (!read.success) {
      const path = ["schedule", ...(read.error.issues[0]?.path ?? [])].map(String).join(".");
      return broken(l10n.t("{0} is not as a schedule has it", path));
    }
    const { conference, url, base_url } = read.data;
    const location = [conference.venue, conference.city].filter((words) => words).join(", ");
    return frabAgenda(
      { ...conference, location, website: conference.url ?? url ?? base_url },
      conference.days.flatMap(({ date, rooms }, day) =>
        Object.entries(rooms ?? {}).flatMap(([room, events]) =>
          eventsOf(events).map((event, index) =>
            eventOf(
              event,
              room,
              date,
              l10n.t("day {0}, room {1}, entry {2}", day + 1, quoted(room), index + 1),
            ),
          ),
        ),
      ),
    );
  },
};

function isSchedule(value: unknown): value is { readonly schedule: unknown } {
  return typeof value === "object" && value !== null && "schedule" in value;
}

function quoted(room: string): string {
  return `“${room.slice(0, 40)}”`;
}

function eventsOf(events: unknown): readonly unknown[] {
  return Array.isArray(events) ? events : [];
}

function eventOf(value: unknown, room: string, listed: unknown, entry: Message): FrabEvent {
  const read = EVENT.safeParse(value);
  if (!read.success) return { entry, persons: [] };
  const { persons = [], ...event } = read.data;
  return {
    ...event,
    room: event.room ?? room,
    persons: persons.flatMap((person) => {
      const said = PERSON.safeParse(person);
      return said.success ? [said.data] : [];
    }),
    listed,
    entry,
  };
}
