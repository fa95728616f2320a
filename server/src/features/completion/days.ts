import { weekdayName } from "../../report/days.js";
import type { EventDates } from "../../report/model.js";
import { type Message, verbatim } from "../../text/message.js";
import type { Completion } from "./item.js";
import { type Place, typedSpan } from "./place.js";
import type { CompletionSource } from "./source.js";

/** A day of an event. */
export interface EventDay {
  /** ISO 8601. */
  readonly iso: string;
  /** Its full English name. */
  readonly weekday: string;
  /** Counted from 1. */
  readonly number: number;
}

/** Longer events are mistakes in the dates. */
const MAX_DAYS = 31;
const DAY = 86_400_000;

/** The days of an event in order. */
export function eventDays(dates: EventDates | undefined): EventDay[] {
  if (!dates) return [];
  const length = Math.round((Date.parse(dates.end) - Date.parse(dates.start)) / DAY) + 1;
  if (!(length >= 1)) return [];
  return Array.from({ length: Math.min(length, MAX_DAYS) }, (_, at) => {
    const iso = daysAfter(dates.start, at);
    return { iso, weekday: weekdayName(iso), number: at + 1 };
  });
}

/** The ISO date so many days after another. */
export function daysAfter(iso: string, days: number): string {
  const time = Date.parse(iso) + days * DAY;
  return Number.isNaN(time) || Math.abs(time) > 8e15 ? iso : new Date(time).toISOString().slice(0, 10);
}

/** The event's dates, where the beginning of one is written in the text. */
export const dates: CompletionSource = {
  name: "date",
  zones: ["body"],
  items(place) {
    const typed = /(?<![\p{L}\p{N}-])\d{4}-[\d-]{0,5}$/u.exec(place.before)?.[0];
    if (typed === undefined) return [];
    return eventDays(place.analysis.report.dates)
      .filter(({ iso }) => iso.startsWith(typed))
      .map(({ iso, weekday, number }) => dayItem(place, typed, iso, verbatim(`${weekday}, Day ${number}`)));
  },
};

function dayItem(place: Place, typed: string, iso: string, detail: Message): Completion {
  return {
    label: iso,
    kind: "day",
    replace: typedSpan(place, typed.length, /^[\d-]{1,5}/),
    insert: [iso],
    filter: iso,
    detail,
  };
}
