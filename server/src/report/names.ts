import { among, isAsciiWord, isSmallLetter, isSpace, wordsOf } from "../text/characters.js";
import words from "./name-words.json" with { type: "json" };

const set = (lines: readonly string[]): ReadonlySet<string> =>
  new Set(lines.flatMap((line) => line.split(" ")));

const GIVEN = set(words.given);
const NOT_NAMES = set(words.notNames);
const PARTICLES = set(words.particles);
const HONORIFICS = set(words.honorifics);
const ROLES = set(words.roles);

/**
 * How sure a text is to be somebody's name: `known` has a common given name, `likely` the shape of a name and
 * no word that speaks against it, `possible` is any few words, for places where only a name can stand.
 */
export type NameCertainty = "known" | "likely" | "possible";

const WORD = /^\p{L}[\p{L}\p{M}'’`.‑-]{0,40}$/u;
const CAPITALISED = /^(?:\p{Lu}|\p{Lo}|[’'](?:\p{Lu}|\p{Ll}))[\p{L}\p{M}'’`.‑-]{0,40}$/u;
const INITIAL = /^(?:\p{Lu}\.?-?){1,3}$/u;
/** A letter that may carry an accent. */
const WIDE_LETTER = /[^\0-\x7f]/;
/** A name in a script that has no capitals. */
const UNCASED =
  /^(?:[\p{Script=Han}々]{2,5}|[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}ー・=]{3,14}|\p{Script=Hangul}{2,5})$/u;

/** Endings of nouns and adjectives that names rarely have. */
const NOUN =
  /.{3}(?:ings?|tions?|sions?|ments?|ness|ity|ities|isms?|ology|ologies|ware|able|ible|ical|ized|ised|ance|ence)$/iu;

/** Lower case, without a full stop or a possessive. */
function bare(word: string): string {
  const lower = word.toLowerCase();
  let end = lower.length;
  while (end > 0 && isStop(lower.charCodeAt(end - 1))) end--;
  const quote = end > 1 && lower[end - 1] === "s" ? lower[end - 2] : "";
  if (quote === "'" || quote === "’") end -= 2;
  return end === lower.length ? lower : lower.slice(0, end);
}

const isStop = among(".,:;!?");

/** The honorific before a name, with the space behind it, as it stands: `Dr. `, `Prof. Dr. `. */
export function honorificLength(text: string): number {
  let length = 0;
  for (let i = 0; i < 3 && HONORIFICS.has(firstWord(text, length)); i++) {
    const found = /^(\p{L}{2,12})\.?[\s\u00a0]{1,3}(?=[\p{L}])/u.exec(text.slice(length, length + 40));
    if (!found) break;
    length += found[0].length;
  }
  return length;
}

const HONORIFIC_LETTERS: ReadonlySet<number> = new Set([...HONORIFICS].map((word) => word.charCodeAt(0)));

/** The word at `from` up to white space or a full stop, in small letters; empty where it is no honorific at a glance. */
function firstWord(text: string, from: number): string {
  const first = text.charCodeAt(from);
  if (first < 128 && !HONORIFIC_LETTERS.has(first | 32)) return "";
  let end = from;
  while (end < text.length && end - from <= 12 && !endsTitle(text.charCodeAt(end))) end++;
  return end - from > 12 ? "" : text.slice(from, end).toLowerCase();
}

function endsTitle(code: number): boolean {
  return code === 46 || isSpace(code);
}

/** What stands behind a name and before another or what is said of it. */
const BEHIND_NAMES = set(["and und et y e with mit avec con at from of bei von chez de"]);

/** Whether a text begins with words that no name begins with, and neither does the first of several names. */
export function beginsAsText(text: string): boolean {
  const word = ordinaryWord(text);
  return (
    word !== undefined &&
    !PARTICLES.has(word) &&
    !BEHIND_NAMES.has(word) &&
    !HONORIFICS.has(firstWord(text, 0))
  );
}

/** The word in small letters behind a capitalised one, as most sentences begin and no names do. */
function ordinaryWord(text: string): string | undefined {
  const first = text.charCodeAt(0);
  if (first < 65 || first > 90) return undefined;
  let at = 1;
  while (at < text.length && isInside(text.charCodeAt(at))) at++;
  let from = at;
  while (from < at + 4 && isBlank(text.charCodeAt(from))) from++;
  let to = from;
  while (isSmallLetter(text.charCodeAt(to))) to++;
  if (from === at || to === from) return undefined;
  return to === text.length || endsWord(text.charCodeAt(to)) ? text.slice(from, to) : undefined;
}

/** What goes on a capitalised word. */
function isInside(code: number): boolean {
  return isSmallLetter(code) || isJoint(code);
}

const isJoint = among("'’-");

function isBlank(code: number): boolean {
  return code === 32 || code === 9;
}

function endsWord(code: number): boolean {
  return isSpace(code) || isPause(code);
}

const isPause = among(",;.");

/** A word as `WORD` has it, tested at once where it is of plain letters. */
function isWord(part: string): boolean {
  return isAsciiWord(part) ? part.length <= 41 : WORD.test(part);
}

/** How sure `text` is to be one person's name, or undefined where it cannot be one. Honorifics are no part of it. */
export function nameCertainty(text: string): NameCertainty | undefined {
  const name = text.trim();
  if (name.length < 2 || name.length > 60) return undefined;
  const first = name.charCodeAt(0);
  if (
    (first >= 0x1100 || first === 61) &&
    (UNCASED.test(name) ||
      /^[\p{Script=Han}\p{Script=Hangul}]{1,3} [\p{Script=Han}\p{Script=Hangul}]{1,4}$/u.test(name))
  )
    return "likely";
  const parts = wordsOf(name);
  if (parts.length > 5 || !parts.every((part) => isWord(part) || INITIAL.test(part))) return undefined;
  const weak = parts.some(
    (part, at) => NOT_NAMES.has(bare(part)) && !isInitial(part) && !(at > 0 && isParticle(part)),
  );
  if (parts.length >= 2 && !weak && shapedLikeName(parts)) return isGivenName(parts[0]!) ? "known" : "likely";
  return weak || parts.length > 4 ? undefined : "possible";
}

function shapedLikeName(parts: readonly string[]): boolean {
  const last = parts[parts.length - 1]!;
  const first = parts[0]!;
  if (!isCapitalised(first) || first === "I" || PARTICLES.has(last) || isRoleWord(last)) return false;
  const given = isGivenName(first);
  // Words all in capitals are codes and companies, unless the whole name is shouted.
  const shouted = parts.every(isShouted);
  if (shouted && !parts.every((part) => part.length >= 3 || isInitial(part))) return false;
  if (shouted && !given) return false;
  if (!given && parts.some(isNoun)) return false;
  let capitals = 0;
  for (const part of parts) {
    if (isInitial(part) && !(part.length >= 3 && !part.includes(".") && !shouted)) continue;
    if (!shouted && part.length >= 3 && isShouted(part) && /^\p{Lu}/u.test(part)) return false;
    if (isParticle(part) && part !== first) continue;
    if (!isCapitalised(part) && !/^\p{Ll}{1,3}[’'-]?\p{Lu}/u.test(part)) return false;
    capitals++;
  }
  return capitals >= 1 && capitals + parts.filter(isInitial).length >= 2;
}

function isCapitalised(word: string): boolean {
  return isAsciiWord(word) ? !isSmallLetter(word.charCodeAt(0)) && word.length <= 41 : CAPITALISED.test(word);
}

/** One to three capitals, each with a stop or without. */
function isInitial(word: string): boolean {
  return !isSmallLetter(word.charCodeAt(1)) && INITIAL.test(word);
}

function isShouted(word: string): boolean {
  return !isSmallLetter(word.charCodeAt(1)) && word === word.toUpperCase();
}

function isNoun(word: string): boolean {
  return mayEndNoun(word.charCodeAt(word.length - 1)) && NOUN.test(word);
}

/** The last letters of what `NOUN` ends with, and whatever is not of ASCII. */
const isNounEnd = among("gsntymdelGSNTYMDEL");

function mayEndNoun(code: number): boolean {
  return code >= 128 || isNounEnd(code);
}

function isParticle(word: string): boolean {
  const lower = word.toLowerCase();
  return PARTICLES.has(lower.endsWith("'") || lower.endsWith("’") ? lower.slice(0, -1) : lower);
}

/** Whether a word tells what somebody is: engineer, CTO, founder. */
export function isRoleWord(word: string): boolean {
  const plain = bare(word);
  return ROLES.has(plain) || (plain.endsWith("s") && ROLES.has(plain.slice(0, -1)));
}

/** Whether a word, or the word without its accents, is a common given name. */
export function isGivenName(word: string): boolean {
  const name = bare(word);
  return (
    GIVEN.has(name) ||
    (WIDE_LETTER.test(name) && GIVEN.has(name.normalize("NFD").replace(/\p{M}/gu, ""))) ||
    (name.includes("-") && GIVEN.has(name.split("-")[0]!))
  );
}

/** Whether a word is one of titles and trade rather than of names. */
export function isCommonWord(word: string): boolean {
  return NOT_NAMES.has(bare(word));
}
