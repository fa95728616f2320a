import { Sieve } from "../text/sieve.js";
import { DAY_BEGINNINGS } from "./day-items.js";

/** What the text of a heading may hold, as bits: without it nothing is looked for that has it. */
export const HOLDS = {
  digit: 1,
  day: 2,
  colon: 4,
  bar: 8,
  dash: 16,
  comma: 32,
  bracket: 64,
  /** `by` or a word like it. */
  by: 128,
  /** A word for a kind before a colon or a dash. */
  kind: 256,
} as const;

const DIGITS = [..."0123456789"];
/** In the order of the bits. */
const SIEVE = new Sieve([
  DIGITS,
  [...DIGITS, ...DAY_BEGINNINGS],
  [":"],
  ["|"],
  [..."-–—•·~/"],
  [","],
  [")", "]"],
  ["by ", "von", "par", "por", "with", "mit"],
  "keynote plenary panel fireside invited talk session speaker presenter vortrag tutorial workshop".split(
    " ",
  ),
]);

/** What a heading's text may hold, found in one pass. */
export function heldBy(text: string): number {
  const held = SIEVE.in(text);
  // The only two letters beyond the first 256 that mean a letter of ASCII to expressions without case.
  return text.includes("\u017f") || text.includes("\u212a") ? held | HOLDS.day | HOLDS.kind : held;
}
