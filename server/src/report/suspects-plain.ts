import { isAsciiLetter, isDigit, isSpace } from "../text/characters.js";
import { MOST_TOKENS } from "./suspects-words.js";

/** What a unit is in a plain sentence. */
const OTHER = 0;
const WORD = 1;
const BLANK = 2;
const SIGN = 3;

/** Of the first 256 units; a sentence with others is plain where these are dashes and the like. */
const classes = new Uint8Array(256);
for (let code = 0; code < classes.length; code++) {
  const letter = code >= 0xc0 && code !== 0xd7 && code !== 0xf7;
  if (letter || isAsciiLetter(code) || isDigit(code)) classes[code] = WORD;
  else if (isSpace(code)) classes[code] = BLANK;
  // Apostrophes join words, and an underscore is a letter to who reads tokens.
  else if (code < 0xa0 && code !== 39 && code !== 95) classes[code] = SIGN;
}

/** Words that are spelt otherwise before patterns read them. */
const SPELT = /\bUS\b|\b[Cc][Aa][Nn][Nn][Oo][Tt]\b|\b[Dd][Oo][Nn][Tt]\b/;

/**
 * The form in which patterns read a sentence, made without tokens: what `sentence` makes of most. Undefined where it holds
 * what is not told at a glance: a contraction, letters of other scripts, very many words.
 */
export function plainSentence(piece: string): string | undefined {
  const lower = piece.toLowerCase();
  if (lower.length !== piece.length || SPELT.test(piece)) return undefined;
  let first = 0;
  while (first < lower.length && classOf(lower.charCodeAt(first)) !== WORD) {
    if (classOf(lower.charCodeAt(first)) === OTHER) return undefined;
    first++;
  }
  let end = lower.length;
  while (end > first && isTrailing(lower.charCodeAt(end - 1))) end--;
  let text = "";
  // Every unit that is no letter may be one, and every word before it.
  let tokens = first + lower.length - end;
  let from = first;
  for (let at = first; at < end; at++) {
    const code = lower.charCodeAt(at);
    const kind = classOf(code);
    if (kind === WORD) continue;
    if (kind === OTHER || ++tokens >= MOST_TOKENS / 2) return undefined;
    // One blank between two words stays as it is.
    if (code === 32 && at > from && classOf(lower.charCodeAt(at + 1)) === WORD) continue;
    if (at > from) text += `${lower.slice(from, at)} `;
    if (kind === SIGN) text += `${code < 256 ? lower[at]! : shownSign(code)} `;
    from = at + 1;
  }
  return from < end ? `${text}${lower.slice(from, end)} ` : text;
}

function classOf(code: number): number {
  return code < 256 ? classes[code]! : isSign(code) ? SIGN : OTHER;
}

/** Dashes, quotation marks and dots, but no apostrophe. */
function isSign(code: number): boolean {
  return code >= 0x2010 && code <= 0x2027 && code !== 0x2019;
}

function shownSign(code: number): string {
  return code === 0x201c || code === 0x201d || code === 0x201e ? '"' : String.fromCharCode(code);
}

/** White space and the stops that end a sentence. */
function isTrailing(code: number): boolean {
  return code === 46 || code === 33 || code === 63 || code === 0x2026 || isSpace(code);
}
