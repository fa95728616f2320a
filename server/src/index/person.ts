import type { DeclaredPerson } from "../report/declared-people.js";
import type { EventDates } from "../report/model.js";
import type { Mention, Place, SectionCard } from "./card.js";
import { nameKey } from "./name-key.js";

/** Somebody named in the reports. */
export interface PersonSummary {
  /** What tells the person from all others. */
  readonly key: string;
  /** The usual spelling. */
  readonly name: string;
  readonly affiliation?: string;
  readonly role?: string;
  /** How many sessions name the person as a speaker. */
  readonly sessions: number;
  /** Where the person is introduced best: with an affiliation, in the latest report that has one. */
  readonly introduced?: Introduction;
}

export interface Introduction {
  readonly uri: string;
  readonly at: Place;
  /** The mention stands in an internal comment: nobody who does not read that report is to see it. */
  readonly private?: true;
}

/** One place that names a person as a speaker or author. */
export interface Appearance {
  readonly uri: string;
  readonly mention: Mention;
  readonly event?: string;
  readonly dates?: EventDates;
  /** Absent for authors. */
  readonly session?: SectionCard;
}

/** Somebody named in the reports, with every place. */
export interface Person extends PersonSummary {
  /** The keys of all spellings. */
  readonly keys: readonly string[];
  /** By event, the latest first, then in the order of the reports. */
  readonly appearances: readonly Appearance[];
}

/** What all places that name a person, the latest first, and what was declared of them tell; undefined where nothing does. */
export function summaryOf(
  key: string,
  appearances: readonly Appearance[],
  declared: readonly DeclaredPerson[],
): PersonSummary | undefined {
  const name =
    declared.find((person) => nameKey(person.name) === key)?.name ??
    usual(key, appearances) ??
    declared[0]?.name;
  if (name === undefined) return undefined;
  const open = appearances.filter(({ mention }) => !mention.private);
  const affiliation =
    open.find(({ mention }) => mention.affiliation !== undefined)?.mention.affiliation ??
    declared.find((person) => person.affiliation !== undefined)?.affiliation;
  const role = open.find(({ mention }) => mention.role !== undefined)?.mention.role;
  const placed = appearances.filter(({ mention }) => mention.at !== undefined);
  const best =
    placed.find(({ mention }) => mention.affiliation !== undefined && !mention.private) ??
    placed.find(({ mention }) => !mention.private) ??
    placed[0];
  const sessions = new Set(
    appearances.flatMap(({ uri, mention }) => (mention.section < 0 ? [] : [`${mention.section} ${uri}`])),
  );
  return {
    key,
    name,
    ...(affiliation === undefined ? {} : { affiliation }),
    ...(role === undefined ? {} : { role }),
    sessions: sessions.size,
    ...(best?.mention.at
      ? {
          introduced: {
            uri: best.uri,
            at: best.mention.at,
            ...(best.mention.private ? { private: true as const } : {}),
          },
        }
      : {}),
  };
}

/** The spelling used most often, of the person's own name before an alias. */
function usual(key: string, appearances: readonly Appearance[]): string | undefined {
  const own = appearances.filter(({ mention }) => nameKey(mention.name) === key);
  const counts = new Map<string, number>();
  for (const { mention } of own.length > 0 ? own : appearances)
    counts.set(mention.name, (counts.get(mention.name) ?? 0) + 1);
  return [...counts].sort(([a, one], [b, other]) => other - one || order(a, b))[0]?.[0];
}

/** The order of code units: the same on every machine. */
export function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
