import type { EventDates } from "./model.js";

const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const DAY_MS = 86_400_000;

/** The ISO date of a day as a report names it; undefined where the event's dates do not tell which day that is. */
export function dateOf(day: string, dates: EventDates | undefined): string | undefined {
  if (/^\d{4}-\d\d-\d\d$/.test(day)) return day;
  const first = dates ? Date.parse(`${dates.start}T00:00:00Z`) : Number.NaN;
  const last = dates ? Date.parse(`${dates.end}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(first) || Number.isNaN(last)) return undefined;
  const length = Math.round((last - first) / DAY_MS) + 1;
  const number = /^Day (\d{1,4})$/.exec(day)?.[1];
  const weekday = WEEKDAYS.indexOf(day);
  // In more than a week a weekday comes twice.
  if (number === undefined && (weekday < 0 || length > 7)) return undefined;
  const after = number === undefined ? (weekday - new Date(first).getUTCDay() + 7) % 7 : Number(number) - 1;
  if (after < 0 || after >= length) return undefined;
  return new Date(first + after * DAY_MS).toISOString().slice(0, 10);
}
