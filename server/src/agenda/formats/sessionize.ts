import * as z from "zod";
import { describe } from "../../report/people.js";
import { l10n, type Message } from "../../text/message.js";
import type { AgendaReading, AgendaSpeaker } from "../agenda.js";
import { buildAgenda, type RawSession } from "../build.js";
import { oneLine } from "../values.js";
import { type AgendaFormat, type AgendaText, broken } from "./format.js";
import { readJson } from "./json.js";

const ID = z.union([z.string(), z.number()]).transform(String);
const NAMED = z.looseObject({ id: ID.optional(), name: z.string().nullish() });

/** A session refers to speakers and categories by id, or holds their names itself: that depends on the view. */
const SESSION = z.looseObject({
  id: ID,
  title: z.string(),
  startsAt: z.string().nullish(),
  endsAt: z.string().nullish(),
  isServiceSession: z.boolean().nullish(),
  isPlenumSession: z.boolean().nullish(),
  status: z.string().nullish(),
  speakers: z.array(z.union([ID, NAMED])).nullish(),
  categoryItems: z.array(ID).nullish(),
  categories: z
    .array(z.looseObject({ name: z.string().nullish(), categoryItems: z.array(NAMED).nullish() }))
    .nullish(),
  roomId: ID.nullish(),
  room: z.string().nullish(),
});

const SPEAKER = z.looseObject({
  id: ID,
  fullName: z.string().nullish(),
  firstName: z.string().nullish(),
  lastName: z.string().nullish(),
  tagLine: z.string().nullish(),
});

const CATEGORY = z.looseObject({ title: z.string().nullish(), items: z.array(NAMED).nullish() });

const ALL = z.looseObject({
  sessions: z.array(z.unknown()),
  speakers: z.array(SPEAKER).nullish(),
  categories: z.array(CATEGORY).nullish(),
  rooms: z.array(NAMED).nullish(),
});
/** The view by day and room. */
const GRID = z.array(z.looseObject({ rooms: z.array(z.looseObject({ sessions: z.array(z.unknown()) })) }));
/** The view by group. */
const GROUPS = z.array(z.looseObject({ sessions: z.array(z.unknown()) }));

/** What sessions refer to by id. */
interface References {
  readonly speakers: ReadonlyMap<string, AgendaSpeaker>;
  /** The category and the item's name, by the item's id. */
  readonly items: ReadonlyMap<string, readonly [category: string, item: string]>;
  readonly rooms: ReadonlyMap<string, string>;
}

/** The answers of Sessionize: the views All, GridSmart and Sessions. */
export const sessionize: AgendaFormat = {
  name: "Sessionize (JSON)",
  extensions: ["json"],
  read: (text: AgendaText): AgendaReading | undefined => {
    const json = readJson(text);
    if (json.kind !== "value") return undefined;
    if (!/"(?:startsAt|isServiceSession|isPlenumSession)"/.test(text.content)) return undefined;
    const all = ALL.safeParse(json.value);
    if (all.success) return sessionsOf(all.data.sessions, referencesOf(all.data));
    const none: References = { speakers: new Map(), items: new Map(), rooms: new Map() };
    const grid = GRID.safeParse(json.value);
    if (grid.success)
      return sessionsOf(
        grid.data.flatMap(({ rooms }) => rooms.flatMap(({ sessions }) => sessions)),
        none,
      );
    const groups = GROUPS.safeParse(json.value);
    if (groups.success)
      return sessionsOf(
        groups.data.flatMap(({ sessions }) => sessions),
        none,
      );
    const issue = all.error.issues[0];
    return broken(
      l10n.t("{0} is not as Sessionize has it", issue?.path.map(String).join(".") || [l10n.t("the list")]),
    );
  },
};

function sessionsOf(values: readonly unknown[], references: References): AgendaReading {
  const entries: RawSession[] = [];
  const left: { entry: Message; reason: Message }[] = [];
  const seen = new Set<string>();
  values.forEach((value, index) => {
    const read = SESSION.safeParse(value);
    const entry = l10n.t("session {0}", index + 1);
    if (!read.success) {
      const path = read.error.issues[0]?.path.map(String).join(".");
      left.push({
        entry,
        reason: l10n.t("{0} is missing or not as Sessionize has it", path || [l10n.t("it")]),
      });
    } else if (!seen.has(read.data.id)) {
      // A plenary session is listed in each room.
      seen.add(read.data.id);
      entries.push(entryOf(read.data, entry, references));
    }
  });
  return buildAgenda({}, entries, left);
}

function entryOf(session: z.infer<typeof SESSION>, entry: Message, references: References): RawSession {
  const items = (session.categoryItems ?? []).flatMap((id) => {
    const item = references.items.get(id);
    return item ? [item] : [];
  });
  for (const { name, categoryItems } of session.categories ?? [])
    for (const item of categoryItems ?? []) if (item.name) items.push([name ?? "", item.name] as const);
  return {
    entry,
    ids: [session.id],
    title: session.title,
    day: session.startsAt,
    start: session.startsAt,
    end: session.endsAt,
    room: session.room ?? (session.roomId ? references.rooms.get(session.roomId) : undefined),
    track: items.find(([category]) => /track|stream|topic/i.test(category))?.[1],
    type: items.find(([category]) => /format|type|kind/i.test(category))?.[1],
    url: undefined,
    speakers: (session.speakers ?? []).flatMap((speaker): AgendaSpeaker[] => {
      const id = typeof speaker === "string" ? speaker : speaker.id;
      const known = id === undefined ? undefined : references.speakers.get(id);
      if (known) return [known];
      return typeof speaker !== "string" && speaker.name ? [{ name: speaker.name }] : [];
    }),
    cancelled: /cancel/i.test(session.status ?? ""),
    plenary: session.isPlenumSession ?? false,
    service: session.isServiceSession ?? false,
  };
}

function referencesOf({ speakers, categories, rooms }: z.infer<typeof ALL>): References {
  return {
    speakers: new Map((speakers ?? []).map((speaker) => [speaker.id, speakerOf(speaker)])),
    items: new Map(
      (categories ?? []).flatMap(({ title, items }) =>
        (items ?? []).flatMap(({ id, name }) =>
          id !== undefined && name ? [[id, [title ?? "", name] as const] as const] : [],
        ),
      ),
    ),
    rooms: new Map(
      (rooms ?? []).flatMap(({ id, name }) => (id !== undefined && name ? [[id, name] as const] : [])),
    ),
  };
}

/** The tag line is whatever the speaker wrote; it counts where it says both what and where: `CTO at Acme`. */
function speakerOf({ fullName, firstName, lastName, tagLine }: z.infer<typeof SPEAKER>): AgendaSpeaker {
  const name = fullName ?? [firstName, lastName].filter(Boolean).join(" ");
  const about: { affiliation?: string; role?: string } = {};
  const line = oneLine(tagLine);
  if (line !== undefined && line.length <= 80) describe(about, line);
  return about.affiliation !== undefined && about.role !== undefined ? { name, ...about } : { name };
}
