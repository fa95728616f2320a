import ICAL from "ical.js";
import { l10n, type Message } from "../../text/message.js";
import type { AgendaProblem, AgendaReading } from "../agenda.js";
import { buildAgenda, type RawSession } from "../build.js";
import { oneLine } from "../values.js";
import { type AgendaFormat, broken } from "./format.js";
import { type CalendarEntry, calendarParts } from "./icalendar-lines.js";
import { occurrences } from "./icalendar-recurrence.js";
import { titleAndSpeakers } from "./icalendar-speakers.js";
import { CalendarZone } from "./icalendar-zones.js";

/** An entry that was understood. */
interface Parsed {
  readonly component: ICAL.Component;
  readonly name: Message;
  readonly uid: string | undefined;
  readonly start: ICAL.Time;
  readonly exception: boolean;
}

/** iCalendar, RFC 5545. */
export const iCalendar: AgendaFormat = {
  name: "iCalendar",
  extensions: ["ics", "ical", "ifb"],
  read: ({ content }): AgendaReading | undefined => {
    if (!/^[\ufeff\s]*BEGIN:VCALENDAR/i.test(content.slice(0, 200))) return undefined;
    const { head, zones, entries } = calendarParts(content);
    if (entries.length === 0) return broken(l10n.t("the calendar has no entries"));
    const calendar = calendarOf(head, zones);
    const problems: AgendaProblem[] = [];
    const parsed = entries.flatMap((entry) => {
      const read = parse(entry, calendar);
      if ("reason" in read) problems.push(read);
      return "reason" in read ? [] : [read];
    });
    const zone = new CalendarZone(calendar, zoneName(calendar, parsed));
    const sessions = expand(parsed, zone, problems);
    return buildAgenda(
      {
        title: value(calendar, "x-wr-calname") ?? value(calendar, "name"),
        website: value(calendar, "url"),
        location: value(calendar, "location"),
      },
      sessions,
      problems,
    );
  },
};

/** The calendar without its entries; what of its head or its zones cannot be parsed is left out. */
function calendarOf(head: readonly string[], zones: readonly (readonly string[])[]): ICAL.Component {
  const calendar =
    component(["BEGIN:VCALENDAR", ...head, "END:VCALENDAR"]) ?? new ICAL.Component("vcalendar");
  for (const zone of zones) {
    const parsed = component(zone);
    if (parsed?.getFirstPropertyValue("tzid")) calendar.addSubcomponent(parsed);
  }
  return calendar;
}

function component(lines: readonly string[]): ICAL.Component | undefined {
  try {
    return new ICAL.Component(ICAL.parse(lines.join("\r\n")) as unknown[]);
  } catch {
    return undefined;
  }
}

function parse({ lines, line, closed }: CalendarEntry, calendar: ICAL.Component): Parsed | AgendaProblem {
  const uid = lines
    .find((text) => /^UID[;:]/i.test(text))
    ?.replace(/^[^:]*:/, "")
    .trim();
  const entry = uid ? l10n.t("entry {0}", oneLine(uid) ?? "") : l10n.t("the entry in line {0}", line);
  if (!closed) return { entry, reason: l10n.t("it does not end") };
  const parsed = component(["BEGIN:VEVENT", ...lines, "END:VEVENT"]);
  if (!parsed) return { entry, reason: l10n.t("its lines are not well-formed") };
  calendar.addSubcomponent(parsed);
  try {
    const start = parsed.getFirstPropertyValue("dtstart");
    if (!(start instanceof ICAL.Time) || !/^\d{4}-\d{2}-\d{2}/.test(start.toString()))
      return { entry, reason: l10n.t("it has no start that can be read") };
    return { component: parsed, name: entry, uid, start, exception: parsed.hasProperty("recurrence-id") };
  } catch {
    return { entry, reason: l10n.t("it has no start that can be read") };
  }
}

/** The zone that the calendar names, or the one that most entries have. */
function zoneName(calendar: ICAL.Component, entries: readonly Parsed[]): string | undefined {
  const said = value(calendar, "x-wr-timezone");
  if (said) return said;
  const counts = new Map<string, number>();
  for (const { component } of entries) {
    const tzid = component.getFirstProperty("dtstart")?.getFirstParameter("tzid");
    if (tzid) counts.set(tzid, (counts.get(tzid) ?? 0) + 1);
  }
  const most = [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
  const zones = calendar.getAllSubcomponents("vtimezone");
  return most ?? (zones.length === 1 ? value(zones[0]!, "tzid") : undefined);
}

/** One session an occurrence. An entry that replaces an occurrence stands for it; alone, for itself. */
function expand(entries: readonly Parsed[], zone: CalendarZone, problems: AgendaProblem[]): RawSession[] {
  const exceptions = new Map<string, Parsed[]>();
  for (const entry of entries)
    if (entry.exception && entry.uid)
      exceptions.set(entry.uid, [...(exceptions.get(entry.uid) ?? []), entry]);
  const masters = new Set(entries.flatMap(({ uid, exception }) => (uid && !exception ? [uid] : [])));
  const lastDay = entries
    .filter(({ component }) => !component.hasProperty("rrule"))
    .map(({ start }) => zone.wall(start).day)
    .sort()
    .at(-1);
  return entries.flatMap((entry) => {
    const { component, uid, exception, name } = entry;
    if (exception && uid && masters.has(uid)) return [];
    try {
      const own = exception ? [] : (exceptions.get(uid ?? "") ?? []).map((other) => other.component);
      const event = new ICAL.Event(component, { strictExceptions: false, exceptions: own });
      if (exception)
        return [
          sessionOf(
            entry,
            {
              item: event,
              startDate: event.startDate,
              endDate: event.endDate,
              occurrence: event.recurrenceId,
            },
            zone,
          ),
        ];
      const found = occurrences(event, lastDay);
      if (found.kind === "refused")
        problems.push({ entry: l10n.t("{0} after its first time", [name]), reason: found.reason });
      const times = found.kind === "refused" ? [event.startDate] : found.times;
      const recurs = event.isRecurring();
      return times.map((time) => {
        const details = event.getOccurrenceDetails(time);
        return sessionOf(entry, { ...details, occurrence: recurs ? time : undefined }, zone);
      });
    } catch {
      problems.push({ entry: name, reason: l10n.t("its times cannot be read") });
      return [];
    }
  });
}

/** One time of an entry: as it is then, and which of its times it is, where it has several. */
interface Occurrence {
  readonly item: ICAL.Event;
  readonly startDate: ICAL.Time;
  readonly endDate: ICAL.Time;
  readonly occurrence: ICAL.Time | undefined;
}

function sessionOf(
  { name, uid }: Parsed,
  { item: { component }, startDate, endDate, occurrence }: Occurrence,
  zone: CalendarZone,
): RawSession {
  const start = zone.wall(startDate);
  const end = zone.wall(endDate);
  const when = occurrence
    ?.toString()
    .replace(/[^\dT]/g, "")
    .slice(0, 13);
  // The host behind the @ is the same for all entries.
  const id = uid?.replace(/(?<=.{4})@[^@]*$/, "");
  const category = component.getFirstProperty("categories")?.getValues().map(String).join(", ");
  return {
    entry: name,
    ids: [id && when ? `${id}-${when}` : id],
    ...titleAndSpeakers(component),
    day: start.day,
    start: start.time,
    end: end.day === start.day || (end.time ?? "") < (start.time ?? "") ? end.time : undefined,
    room: value(component, "location"),
    track: category,
    type: category,
    url: value(component, "url"),
    cancelled: /^cancel/i.test(value(component, "status") ?? ""),
  };
}

function value(component: ICAL.Component, name: string): string | undefined {
  const found = component.getFirstPropertyValue(name);
  return typeof found === "string" ? found.trim() || undefined : undefined;
}
