import { among, isAsciiLetter, isSmallLetter, isSpace } from "../text/characters.js";

const ABBREVIATIONS = new Set("etc vs mr mrs ms dr prof st approx inc ca cf".split(" "));
const ABBREVIATED = /(?:^|[^\p{L}])(?:\p{L}|etc|vs|mr|mrs|ms|dr|prof|st|approx|inc|ca|cf)$/iu;
/** As many units as the longest abbreviation has, and two more. */
const MOST_SHORT = 8;
/** Marks behind the stop of a sentence that belong to it. */
const MOST_CLOSERS = 3;
const isCloser = among(")]\"'”’");

/** Where the sentence ends that a stop stands in: before the next one, unless a small letter follows or it shortens a word. */
export function sentenceEnd(text: string, stop: number): number | undefined {
  const to = nextStart(text, stop);
  return to === undefined || (text[stop] === "." && isAbbreviated(text, stop)) ? undefined : to;
}

/** Where the sentence behind a stop begins; undefined where the stop ends none. */
function nextStart(text: string, stop: number): number | undefined {
  let at = stop + 1;
  while (at <= stop + MOST_CLOSERS && isCloser(text.charCodeAt(at))) at++;
  const behind = at;
  while (at < text.length && isSpace(text.charCodeAt(at))) at++;
  if (at === behind) return undefined;
  if (!isSmall(text, at)) return at;
  // A second blank stands for a letter that is not small.
  return at - behind > 1 ? at - 1 : undefined;
}

function isSmall(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 ? isSmallLetter(code) : /^\p{Ll}/u.test(text.slice(at, at + 2));
}

/** Whether the stop at an offset shortens a word: one of few, or a single letter. */
function isAbbreviated(text: string, stop: number): boolean {
  let from = stop;
  while (from > 0 && stop - from < MOST_SHORT && isAsciiLetter(text.charCodeAt(from - 1))) from--;
  if (stop - from === MOST_SHORT) return false;
  if (from > 0 && text.charCodeAt(from - 1) >= 128)
    return ABBREVIATED.test(text.slice(Math.max(0, stop - MOST_SHORT), stop));
  return stop - from === 1 || ABBREVIATIONS.has(text.slice(from, stop).toLowerCase());
}
