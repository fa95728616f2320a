import { isSpace } from "../text/characters.js";
import { itemAt, itemsAt } from "./day-items.js";
import words from "./day-words.json" with { type: "json" };
import type { EventDates } from "./model.js";

/** A day as a text says it, not yet resolved: `Wednesday`, `June 12th`, `Day 2`, or several of them together. */
export interface DayMention {
  /** 0 is Monday. */
  readonly weekday?: number;
  readonly number?: number;
  readonly date?: WrittenDate;
  /** Whether only a short form such as `Wed` or `Sun` says it. */
  readonly short?: true;
}

/** Which of two numbers comes first in a date. */
export type DateOrder = "day-first" | "month-first";

/** A date as it is written; `order` is how it was read where day and month could be either. */
export interface WrittenDate {
  readonly year?: number;
  readonly month: number;
  readonly day: number;
  readonly order?: DateOrder;
}

/** A mention and where it stands. */
export interface FoundDay {
  readonly mention: DayMention;
  readonly from: number;
  readonly to: number;
}

const PARTS = new Set(words.parts);
const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const;

/** The day said at `at`: one or several items with only separators and parts of a day between and behind them. */
export function scanDay(text: string, at: number): FoundDay | undefined {
  if (!mayBeginDay(text, at)) return undefined;
  let mention: { -readonly [K in keyof DayMention]: DayMention[K] } = {};
  let to = at;
  let next = at;
  for (let i = 0; i < 6; i++) {
    const item = itemAt(text, next);
    if (item) {
      const { short, ...said } = item.mention;
      if (Object.keys(said).some((key) => key in mention)) break;
      mention = { ...mention, ...said, ...(short && i === 0 ? { short } : {}) };
      if (i > 0) delete mention.short;
      to = item.to;
    } else {
      const part =
        to > at
          ? (partAt(text, next) ?? (mention.weekday === undefined ? undefined : dayOfMonthAt(text, next)))
          : undefined;
      if (part === undefined) break;
      to = part;
    }
    next =
      to + (/^\.?[\s\u00a0]{0,3}[,–—(/:-]?[\s\u00a0]{0,3}/.exec(text.slice(to, to + 8))?.[0].length ?? 0);
  }
  if (to === at) return undefined;
  if (text[to] === "." && mention.short) to++;
  if (text[to] === ")" && text.slice(at, to).includes("(")) to++;
  return { mention, from: at, to };
}

/** Whether a day can begin at `at`: what most places fail at once. */
export function mayBeginDay(text: string, at: number): boolean {
  return itemsAt(text, at) !== 0;
}

/** `Tuesday, 5th`, `Wed 6/5`, `Thursday 7`: a number behind a weekday, which says enough. */
function dayOfMonthAt(text: string, at: number): number | undefined {
  const found =
    /^(?:the )?(?:\d{1,2}(?:st|nd|rd|th)(?![\p{L}\d])|\d{1,2}[/.]\d{1,2}\.?(?=[\s:)–—-]|$)|\d{1,2}\.?(?=\s*(?:\)|:(?!\d)|$)))/u.exec(
      text.slice(at, at + 16),
    );
  return found ? at + found[0].length : undefined;
}

function partAt(text: string, at: number): number | undefined {
  const word = /^[\p{L}-]{2,12}/u.exec(text.slice(at, at + 12))?.[0];
  return word && PARTS.has(word.toLowerCase()) ? at + word.length : undefined;
}

/** The mention that a whole text is, white space and closing punctuation aside. */
export function wholeDay(text: string): DayMention | undefined {
  let start = 0;
  while (start < text.length && (text[start] === "(" || isSpace(text.charCodeAt(start)))) start++;
  const found = scanDay(text, start);
  return found && /^[\s).:,–—-]*$/.test(text.slice(found.to)) ? found.mention : undefined;
}

/** What resolves days: the event's dates, or the year the report names. */
export interface Calendar {
  readonly dates?: EventDates;
  readonly year?: number;
  /** How the report writes dates whose numbers could be either. */
  readonly order?: DateOrder | undefined;
}

/** A day as the outline gives it: the weekday's English name, `Day N`, or an ISO date. */
export function resolveDay(mention: DayMention, calendar: Calendar): string | undefined {
  if (mention.weekday !== undefined) return WEEKDAYS[mention.weekday];
  if (mention.date) {
    const iso = isoDate(mention.date, calendar);
    if (iso) return iso;
  }
  return mention.number === undefined ? undefined : `Day ${mention.number}`;
}

/** The ISO form of a written date; the year and the order of day and month come from the calendar where they are open. */
export function isoDate(written: WrittenDate, { dates, year, order }: Calendar): string | undefined {
  const known = written.year ?? (dates ? Number(dates.start.slice(0, 4)) : year);
  if (known === undefined) return undefined;
  const plain = iso(known, written.month, written.day);
  if (!written.order) return plain;
  const other = iso(known, written.day, written.month);
  const within = (day: string) => dates !== undefined && dates.start <= day && day <= dates.end;
  if (within(plain) !== within(other)) return within(plain) ? plain : other;
  return order !== undefined && order !== written.order ? other : plain;
}

/** American time zones: who writes them writes the month first. */
const AMERICAN = /\b\d{1,2}(?::\d{2})?\s?[ap]\.?m\.?\s(?:[ECMP][SD]?T)\b/i;

/** How a report writes dates: consecutive days tell, since the day changes and the month does not. */
export function dateOrder(mentions: readonly DayMention[], text: string): DateOrder | undefined {
  const open = mentions.flatMap(({ date }) => (date?.order ? [date] : []));
  const [first] = open;
  if (!first) return undefined;
  const differ = (pick: (date: WrittenDate) => number) => open.some((date) => pick(date) !== pick(first));
  const days = differ(({ day }) => day);
  const months = differ(({ month }) => month);
  if (days !== months) return days === (first.order === "day-first") ? "day-first" : "month-first";
  return AMERICAN.test(text) ? "month-first" : undefined;
}

/** The full English name of an ISO date's weekday. */
export function weekdayName(isoDay: string): string {
  return WEEKDAYS[(new Date(`${isoDay}T00:00:00Z`).getUTCDay() + 6) % 7]!;
}

/** A day as `2024-05-14`. Months count from 1. */
export function iso(year: number, month: number, day: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
}
