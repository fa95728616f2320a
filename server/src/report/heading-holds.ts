import { Sieve } from "../text/sieve.js";
import { DAY_BEGINNINGS } from "./day-items.js";

const DIGITS = [..."0123456789"];
/** What is looked for in headings only where one of these stands. */
const SIGNS = {
  digit: DIGITS,
  day: [...DIGITS, ...DAY_BEGINNINGS],
  colon: [":"],
  bar: ["|"],
  dash: [..."-–—•·~/"],
  comma: [","],
  bracket: [")", "]"],
  /** `by` or a word like it. */
  by: ["by ", "von", "par", "por", "with", "mit"],
  /** A word for a kind before a colon or a dash. */
  kind: "keynote plenary panel fireside invited talk session speaker presenter vortrag tutorial workshop".split(
    " ",
  ),
} satisfies Readonly<Record<string, readonly string[]>>;

type Held = keyof typeof SIGNS;

/** What the text of a heading may hold, as bits: without it nothing is looked for that has it. */
export const HOLDS = Object.fromEntries(
  Object.keys(SIGNS).map((name, question) => [name, 1 << question]),
) as Readonly<Record<Held, number>>;

const SIEVE = new Sieve(Object.values(SIGNS));

/** What a heading's text may hold, found in one pass. */
export function heldBy(text: string): number {
  const held = SIEVE.in(text);
  // The only two letters beyond the first 256 that mean a letter of ASCII to expressions without case.
  return text.includes("\u017f") || text.includes("\u212a") ? held | HOLDS.day | HOLDS.kind : held;
}
