import { among, isAsciiLetter, isDigit, isSmallLetter, isSpace } from "../text/characters.js";
import type { Window } from "./heading-parts.js";

/** White space and marks that stand before a title and are no part of it. */
export function isBefore(code: number): boolean {
  return code === 42 || isSpace(code);
}

/** The same behind one. */
export function isBehind(code: number): boolean {
  return isSpace(code) || isSignBehind(code);
}

const isSignBehind = among(":|,–—*");

/** Whether a unit opens a bracket in which a day or time may stand. */
export const opensBracket = among("([");

const NONE: readonly Window[] = [];

/**
 * What stands before those of the last `most` words of a stretch that are `wanted` where they begin, but for a word that begins
 * it: blanks and signs.
 */
export function lastWords(
  text: string,
  { from, to }: Window,
  most: number,
  wanted: (text: string, at: number) => boolean,
): readonly Window[] {
  let found: Window[] | undefined;
  let words = 0;
  for (let at = to - 1; at > from && words < most; at--) {
    if (!isApart(text.charCodeAt(at - 1)) || !beginsWord(text, at)) continue;
    words++;
    const end = at;
    while (at > from && isApart(text.charCodeAt(at - 1))) at--;
    if (!wanted(text, end)) continue;
    found ??= [];
    found.push({ from: at, to: end });
  }
  return found?.reverse() ?? NONE;
}

function beginsWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 ? isAsciiLetter(code) || isDigit(code) : /^\p{L}/u.test(text.slice(at, at + 2));
}

function isApart(code: number): boolean {
  return isSpace(code) || isSignBetween(code);
}

const isSignBetween = among(",–—:|(");

/** Whether there is a digit among the words from an offset on, or behind a letter or Roman number what ends one. */
export function mayCount(text: string, from: number): boolean {
  for (let at = from + 1; at < from + 6; at++) {
    const code = text.charCodeAt(at);
    if (code === 46 || code === 41) return true;
    if (isSmallLetter(code)) break;
  }
  const end = Math.min(text.length, from + 40);
  for (let at = from; at < end; at++) if (isDigit(text.charCodeAt(at))) return true;
  return false;
}
