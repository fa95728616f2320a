import type { Analysis } from "../analysis.js";
import { isoDate, resolveDay, weekdayName } from "../report/days.js";
import { readHeading } from "../report/heading-text.js";
import { allSections, type EventDates, type Section } from "../report/model.js";
import type { TextEdit } from "../text/edit.js";
import { lineBreakOf } from "../text/line-break.js";
import type { AgendaSession } from "./agenda.js";
import { composeDay, composeSession, UNDATED } from "./compose.js";

/** A heading of a report that is a day, and what is below it. */
export interface DayGroup {
  readonly section: Section;
  /** ISO date, where the heading or the event's dates tell it. */
  readonly day: string;
}

/** Sections by the ids that agendas gave them; of two with the same id the first. */
export function sessionSections({ text, report }: Analysis): ReadonlyMap<string, Section> {
  const found = new Map<string, Section>();
  for (const section of allSections(report.sections)) {
    const { attributes } = section;
    const source = attributes ? text.content.slice(attributes.from, attributes.to) : "";
    const id = /[\s{]session=(?:"([^"{}]*)"|([^\s"{}]+))/.exec(source);
    const name = id?.[1] ?? id?.[2];
    if (name && !found.has(name)) found.set(name, section);
  }
  return found;
}

/** The days of a report and their sections, in the order of the report. */
export function dayGroups({ text, report }: Analysis, dates: EventDates | undefined): DayGroup[] {
  return allSections(report.sections).flatMap((section) => {
    if (section.kind !== "group" || section.style !== "atx") return [];
    const source = text.content.slice(section.heading.from, section.attributes?.from ?? section.heading.to);
    const { opensDay, day } = readHeading(source.replace(/^[\s#]+/, ""));
    if (!opensDay || !day) return [];
    const date = day.date && isoDate(day.date, dates ? { dates } : {});
    const iso = date ?? isoOf(resolveDay(day, {}), dates);
    return iso === undefined ? [] : [{ section, day: iso }];
  });
}

/** The ISO date of a day as recognition gives it: a date, a weekday's name, or `Day N`; of the event's dates. */
export function isoOf(day: string | undefined, dates: EventDates | undefined): string | undefined {
  if (day === undefined || /^\d{4}-/.test(day)) return day;
  const all = daysBetween(dates);
  const number = /^Day (\d{1,2})$/.exec(day)?.[1];
  if (number) return all[Number(number) - 1];
  const named = all.filter((date) => weekdayName(date) === day);
  return named.length === 1 ? named[0] : undefined;
}

/** Events last weeks at most. */
const MAX_DAYS = 60;

function daysBetween(dates: EventDates | undefined): string[] {
  if (!dates) return [];
  const days: string[] = [];
  const date = new Date(`${dates.start}T00:00:00Z`);
  for (; days.length < MAX_DAYS; date.setUTCDate(date.getUTCDate() + 1)) {
    const day = date.toISOString().slice(0, 10);
    if (!(day <= dates.end)) break;
    days.push(day);
  }
  return days;
}

/** A place between sections for something new. */
export interface Place {
  readonly at: number;
  /** The level of the session's heading. */
  readonly level: number;
  /** Whether the day has no heading yet. */
  readonly newDay: boolean;
}

/** Where a session belongs: in its day by its time, else where a heading for its day belongs. */
export function placeFor(
  analysis: Analysis,
  groups: readonly DayGroup[],
  { day, start }: Pick<AgendaSession, "day" | "start">,
): Place {
  const group =
    day === undefined
      ? allSections(analysis.report.sections).find(({ title, kind }) => kind === "group" && title === UNDATED)
      : groups.find((candidate) => candidate.day === day)?.section;
  const end = analysis.text.length;
  if (group) {
    const timed = group.children.filter(({ time }) => time !== undefined);
    const next = start === undefined ? undefined : timed.find(({ time }) => time! > start);
    const before = timed.at(-1);
    const at = next?.from ?? (before && start !== undefined ? before.to : group.to);
    return { at, level: Math.min(6, group.level + 1), newDay: false };
  }
  const level = Math.min(5, groups[0]?.section.level ?? 2);
  const later = day === undefined ? undefined : groups.find((candidate) => candidate.day > day)?.section;
  return { at: later?.from ?? groups.at(-1)?.section.to ?? end, level: level + 1, newDay: true };
}

/** The edits that put sessions where they belong, one a place; headings of days are written where there are none. */
export function insertSessions(
  analysis: Analysis,
  sessions: readonly AgendaSession[],
  groups: readonly DayGroup[],
): TextEdit[] {
  const blocks = new Map<number, string[]>();
  const newDays = new Map<string, { place: Place; sessions: AgendaSession[] }>();
  const add = (at: number, block: string) => {
    const there = blocks.get(at);
    if (there) there.push(block);
    else blocks.set(at, [block]);
  };
  for (const session of sessions) {
    const place = placeFor(analysis, groups, session);
    const key = session.day ?? "";
    if (!place.newDay) add(place.at, composeSession(session, place.level));
    else if (newDays.has(key)) newDays.get(key)!.sessions.push(session);
    else newDays.set(key, { place, sessions: [session] });
  }
  for (const [day, { place, sessions }] of newDays)
    add(place.at, composeDay(day === "" ? undefined : day, sessions, place.level - 1));
  return [...blocks].map(([at, parts]) => insertion(analysis, at, parts.join("\n")));
}

/** An edit that puts blocks between two blocks: with an empty line before them and one behind. `blocks` has LF. */
export function insertion({ text: { content } }: Analysis, at: number, blocks: string): TextEdit {
  const lineBreak = lineBreakOf(content);
  const around = { before: content.slice(Math.max(0, at - NEAR), at), isLast: at >= content.length };
  return { from: at, to: at, insert: separated(around, blocks.replaceAll("\n", lineBreak), lineBreak) };
}

/** So much of the text before a place tells whether it ends in an empty line. */
export const NEAR = 4;

/** What is around a place in a text. */
export interface Around {
  /** The `NEAR` units before it, fewer at the start of the text. */
  readonly before: string;
  /** Nothing is behind it. */
  readonly isLast: boolean;
}

/** Blocks with the empty lines that they need at a place; what they hold stays as it is. */
export function separated({ before, isLast }: Around, blocks: string, lineBreak: string): string {
  const ends = /(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)[ \t]*$/.test(before) || before === "";
  const lead = ends ? "" : /(?:\r|\n)$/.test(before) ? lineBreak : lineBreak + lineBreak;
  if (isLast) return lead + blocks;
  return `${lead}${blocks}${/(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)$/.test(blocks) ? "" : lineBreak}`;
}
