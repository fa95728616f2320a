import type { ReportCard } from "../index/card.js";
import { order } from "../index/person.js";
import type { ReportIndex } from "../index/report-index.js";
import { isSessionKind, KINDS, type Kind } from "../report/kind-table.js";
import type { EventDates } from "../report/model.js";

/** Who is named once in many reports would make the list as long as the reports. */
const MOST = 20;

export interface ReportLine {
  readonly uri: string;
  readonly title?: string;
  readonly event?: string;
  readonly dates?: EventDates;
  /** Keynotes, breakouts, panels and workshops. */
  readonly talks: number;
  readonly internal: number;
  readonly redacted: number;
  /** Open ones. */
  readonly followUps: number;
}

export interface Counted {
  /** Absent for what has none. */
  readonly name?: string;
  readonly count: number;
}

export interface HeardSpeaker {
  readonly name: string;
  readonly affiliation?: string;
  readonly sessions: number;
}

/** All reports at a glance. */
export interface ReportsOverview {
  /** The latest event first; those without dates last. */
  readonly reports: readonly ReportLine[];
  /** Events by year; reports that name no event count as one each. */
  readonly years: readonly Counted[];
  /** The most heard ones. */
  readonly speakers: readonly HeardSpeaker[];
  /** How many people are named as speakers. */
  readonly speakerCount: number;
  /** Sections by kind, containers of others left out. */
  readonly kinds: readonly (Counted & { readonly name: Kind })[];
  /** Reports by tag, the most used ones. */
  readonly tags: readonly Counted[];
}

/** What an overview tells of all reports of an index. Total and synchronous. */
export function overviewOfAll(index: ReportIndex): ReportsOverview {
  const reports = index.reports().map(({ uri, card }) => lineOf(uri, card));
  const sections = index.sessions().map(({ section }) => section.kind);
  const speakers = index.people().filter(({ sessions }) => sessions > 0);
  return {
    reports: [...reports].sort(
      (a, b) => order(b.dates?.start ?? "", a.dates?.start ?? "") || order(a.uri, b.uri),
    ),
    years: yearsOf(index),
    speakers: [...speakers]
      .sort((a, b) => b.sessions - a.sessions || order(a.name, b.name))
      .slice(0, MOST)
      .map(({ name, affiliation, sessions }) => ({
        name,
        sessions,
        ...(affiliation === undefined ? {} : { affiliation }),
      })),
    speakerCount: speakers.length,
    kinds: KINDS.filter((kind) => kind !== "group")
      .map((name) => ({ name, count: sections.filter((kind) => kind === name).length }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count),
    tags: index
      .tags()
      .slice(0, MOST)
      .map(({ tag, reports: count }) => ({ name: tag, count })),
  };
}

function lineOf(uri: string, card: ReportCard): ReportLine {
  const { title, event, dates, sections, followUps, internal, redacted } = card;
  return {
    uri,
    ...(title === undefined ? {} : { title }),
    ...(event === undefined ? {} : { event }),
    ...(dates ? { dates } : {}),
    talks: sections.filter(({ kind }) => isSessionKind(kind)).length,
    internal,
    redacted,
    followUps: followUps.filter(({ done }) => !done).length,
  };
}

/** In the order of the years; what has no date is last. */
function yearsOf(index: ReportIndex): Counted[] {
  const counts = new Map<string, number>();
  const add = (year: string | undefined) => counts.set(year ?? "", (counts.get(year ?? "") ?? 0) + 1);
  for (const { dates } of index.events()) add(dates?.start.slice(0, 4));
  for (const { card } of index.reports()) if (card.event === undefined) add(card.dates?.start.slice(0, 4));
  return [...counts]
    .sort(([a], [b]) => (a === "" ? 1 : b === "" ? -1 : order(a, b)))
    .map(([year, count]) => ({ ...(year === "" ? {} : { name: year }), count }));
}
