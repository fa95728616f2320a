import { among, isAsciiLetter, isDigit, isSpace } from "../text/characters.js";
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

/** What stands before the last `most` words of a stretch, but for a word that begins it: blanks and signs. */
export function lastWords(text: string, { from, to }: Window, most: number): Window[] {
  const found: Window[] = [];
  for (let at = to - 1; at > from && found.length < most; at--) {
    if (!isApart(text.charCodeAt(at - 1)) || !beginsWord(text, at)) continue;
    const end = at;
    while (at > from && isApart(text.charCodeAt(at - 1))) at--;
    found.push({ from: at, to: end });
  }
  return found.reverse();
}

function beginsWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 ? isAsciiLetter(code) || isDigit(code) : /^\p{L}/u.test(text.slice(at, at + 2));
}

function isApart(code: number): boolean {
  return isSpace(code) || isSignBetween(code);
}

const isSignBetween = among(",–—:|(");
