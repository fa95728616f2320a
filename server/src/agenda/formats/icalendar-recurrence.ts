import type ICAL from "ical.js";
import { l10n, type Message } from "../../text/message.js";

/** Occurrences of one entry that are read at most. */
export const MAX_OCCURRENCES = 100;
/** Days behind an entry's first in which it recurs, in a calendar that holds nothing else. */
const MAX_DAYS = 31;

export type Occurrences =
  | { readonly kind: "times"; readonly times: readonly ICAL.Time[] }
  | { readonly kind: "refused"; readonly reason: Message };

/** The times at which an entry takes place, up to the calendar's last day; its own if it does not recur. */
export function occurrences(event: ICAL.Event, lastDay: string | undefined): Occurrences {
  const start = event.startDate;
  if (!event.isRecurring()) return { kind: "times", times: [start] };
  for (const property of event.component.getAllProperties("rrule"))
    if (!isBounded(property.getFirstValue() as ICAL.Recur))
      return { kind: "refused", reason: l10n.t("it recurs by a rule that a conference has no use for") };
  const end = start.clone();
  end.adjust(MAX_DAYS, 0, 0, 0);
  const limit = lastDay !== undefined && lastDay >= start.toString().slice(0, 10) ? lastDay : undefined;
  const times: ICAL.Time[] = [];
  const iterator = event.iterator();
  for (let seen = 0; seen < MAX_OCCURRENCES; seen++) {
    const next = iterator.next() as ICAL.Time | null;
    if (!next || next.toString().slice(0, 10) > (limit ?? end.toString().slice(0, 10))) break;
    times.push(next);
  }
  return { kind: "times", times };
}

/** Rules that surely give another time soon. Others can be searched through without end: the 30th of February. */
function isBounded(rule: ICAL.Recur): boolean {
  const {
    freq,
    interval = 1,
    parts,
  } = rule as ICAL.Recur & {
    readonly parts: Readonly<Record<string, readonly (string | number)[]>>;
  };
  const names = Object.keys(parts);
  const days = parts.BYDAY ?? [];
  if (!/^(?:DAILY|WEEKLY)$/.test(freq) || !(interval >= 1 && interval <= 60)) return false;
  if (names.some((name) => name !== "BYDAY") || (freq === "DAILY" && days.length > 0 && interval > 1))
    return false;
  return days.every((day) => /^(?:MO|TU|WE|TH|FR|SA|SU)$/.test(String(day)));
}
