import { isAsciiLetter, isDigit } from "../text/characters.js";
import { SLOTS, slotAt } from "../text/sieve.js";
import words from "./day-words.json" with { type: "json" };
import type { DayMention } from "./days.js";

const index = (lists: readonly (readonly string[])[]) =>
  new Map(lists.flatMap((list, at) => list.map((word) => [word, at] as const)));
const weekdayOf = index(words.weekdays);
const monthOf = index(words.months);

const alternatives = (list: readonly string[]) => [...list].sort((a, b) => b.length - a.length).join("|");
const MONTH = alternatives(words.months.flat());
const NUMBER = `\\d{1,2}|${alternatives(words.numbers)}|i{1,3}\\b`;
const ITEMS: readonly {
  /** The words that it begins with; none where it begins with a digit. */
  readonly begins: readonly string[];
  readonly pattern: RegExp;
  readonly read: (found: RegExpExecArray) => Partial<DayMention> | undefined;
}[] = [
  {
    begins: words.day,
    pattern: new RegExp(
      `(?:${alternatives(words.day)})[ \\u00a0]*(?:[#:][ \\u00a0]*)?(${NUMBER})(?![\\p{L}\\p{N}])`,
      "iuy",
    ),
    read: (found) => number(found[1]!),
  },
  {
    begins: words.ordinals,
    pattern: new RegExp(`(${alternatives(words.ordinals)}) day(?!\\p{L})`, "iuy"),
    read: (found) => ({ number: words.ordinals.indexOf(found[1]!.toLowerCase()) + 1 }),
  },
  {
    begins: [],
    pattern: /(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/uy,
    read: (found) => date(found[1], found[2]!, found[3]!),
  },
  {
    begins: words.months.flat(),
    pattern: new RegExp(
      `(${MONTH})\\.?[ \\u00a0]+(\\d{1,2})(?:st|nd|rd|th)?(?!\\d|:\\d)(?:(?:,[ ]*|[ ]+)(\\d{4})(?!\\d))?`,
      "iuy",
    ),
    read: (found) => date(found[3], String(monthOf.get(found[1]!.toLowerCase())! + 1), found[2]!),
  },
  {
    begins: [],
    pattern: new RegExp(
      `(\\d{1,2})(?:st|nd|rd|th|er|\\.|º)?[ \\u00a0]*(?:of |de |di )?(${MONTH})(?!\\p{L})\\.?(?:(?:,[ ]*|[ ]+(?:de )?)(\\d{4})(?!\\d))?`,
      "iuy",
    ),
    read: (found) => date(found[3], String(monthOf.get(found[2]!.toLowerCase())! + 1), found[1]!),
  },
  {
    begins: [],
    pattern: /(\d{1,2})([./])(\d{1,2})\2((?:\d{2}){1,2}(?!\d))?(?!\d)/uy,
    read: (found) => numeric(found[1]!, found[3]!, found[4], found[2] === "/"),
  },
  {
    begins: words.weekdays.flat(),
    pattern: new RegExp(`(${alternatives(words.weekdays.flat())})(?!\\p{L})`, "iuy"),
    read: (found) => {
      const word = found[1]!.toLowerCase();
      return {
        weekday: weekdayOf.get(word)!,
        ...(word.length <= 5 && !/^(?:lundi|mardi|jeudi|lunes)$/.test(word) ? { short: true as const } : {}),
      };
    },
  },
];

function number(text: string): Partial<DayMention> | undefined {
  const value = /^\d/.test(text)
    ? Number(text)
    : /^i+$/i.test(text)
      ? text.length
      : words.numbers.indexOf(text.toLowerCase()) + 1;
  return value >= 0 && value <= 31 ? { number: value } : undefined;
}

function date(year: string | undefined, month: string, day: string): Partial<DayMention> | undefined {
  const written = { month: Number(month), day: Number(day) };
  if (!plausible(written)) return undefined;
  return { date: { ...written, ...(year === undefined ? {} : { year: fullYear(year) }) } };
}

/** `10/4/22` or `26.02.2019`: which of both is the month is open where both could be. */
function numeric(
  first: string,
  second: string,
  year: string | undefined,
  american: boolean,
): Partial<DayMention> | undefined {
  const a = { month: Number(american ? first : second), day: Number(american ? second : first) };
  const b = { month: a.day, day: a.month };
  const chosen = plausible(a) ? a : plausible(b) ? b : undefined;
  if (!chosen || (year === undefined && american)) return undefined;
  return {
    date: {
      ...chosen,
      ...(year === undefined ? {} : { year: fullYear(year) }),
      ...(plausible(a) && plausible(b) && a.month !== a.day
        ? { order: american ? ("month-first" as const) : ("day-first" as const) }
        : {}),
    },
  };
}

function fullYear(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}

function plausible({ month, day }: { month: number; day: number }): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/** Words that a day can begin with, where it begins with no digit; none is shorter than three letters. */
export const DAY_BEGINNINGS: readonly string[] = ITEMS.flatMap(({ begins }) => begins);
/** For the first three letters of each the items that begin with them, as bits. */
const BEGINNINGS = new Uint8Array(SLOTS);
ITEMS.forEach(({ begins }, item) => {
  for (const word of begins) BEGINNINGS[slotAt(word, 0)]! |= 1 << item;
});
/** The items that begin with a digit, and all. */
const NUMERIC = ITEMS.reduce(
  (bits, { begins }, item) => (begins.length === 0 ? bits | (1 << item) : bits),
  0,
);
const ALL = (1 << ITEMS.length) - 1;

/** The items that can begin at `at`, as bits. */
export function itemsAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (isDigit(code)) return NUMERIC;
  if (code > 127 || text.charCodeAt(at + 1) > 127 || text.charCodeAt(at + 2) > 127) return ALL;
  return isAsciiLetter(code) ? BEGINNINGS[slotAt(text, at)]! : 0;
}

/** What a day says with one item at `at`, and where that ends. */
export function itemAt(text: string, at: number): { mention: Partial<DayMention>; to: number } | undefined {
  const items = itemsAt(text, at);
  if (items === 0) return undefined;
  if (at > 0 && isInWord(text, at - 1)) return undefined;
  for (let item = 0; item < ITEMS.length; item++) {
    if ((items & (1 << item)) === 0) continue;
    const { pattern, read } = ITEMS[item]!;
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    const mention = found && read(found);
    if (found && mention) return { mention, to: pattern.lastIndex };
  }
  return undefined;
}

/** Whether a unit is a letter or digit. */
function isInWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 ? isAsciiLetter(code) || isDigit(code) : /[\p{L}\p{N}]/u.test(text.charAt(at));
}
