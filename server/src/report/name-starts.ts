import { among, isAsciiLetter, isSmallLetter, isSpace } from "../text/characters.js";
import { beginsAsText } from "./names.js";

/** The first two words of most texts already tell that they are no names. */
const STARTS_LIKE_NAME = /^[\s"“”*_]*(?:\p{Lo}{2}|(?:\p{Lu}|\p{Ll}{1,4}[.’' ])[^\s]*(?:[\s\u00a0]|$))/u;

/** Whether the first words of a text can be those of a list of people: what most texts fail at once. */
export function mayBeginNames(text: string): boolean {
  return !beginsAsText(text) && startsLikeName(text);
}

/** The same as `STARTS_LIKE_NAME`: at the first letter where it is one of ASCII. */
function startsLikeName(text: string): boolean {
  let at = 0;
  while (at < text.length && isBefore(text.charCodeAt(at))) at++;
  const code = text.charCodeAt(at);
  if (!(code < 128)) return STARTS_LIKE_NAME.test(text);
  if (!isAsciiLetter(code)) return false;
  if (!isSmallLetter(code)) return true;
  let end = at + 1;
  while (end < at + 4 && isSmallLetter(text.charCodeAt(end))) end++;
  const behind = text.charCodeAt(end);
  return behind < 128 ? isBehindParticle(behind) : STARTS_LIKE_NAME.test(text);
}

function isBefore(code: number): boolean {
  return isSpace(code) || isMarkBefore(code);
}

const isMarkBefore = among('"“”*_');
const isBehindParticle = among(".' ");
