import { isDigit, isSmallLetter } from "../text/characters.js";

/** All of the token is letters and digits of Western languages and apostrophes: what a gap of words takes. */
const IN_GAP = 1;
/** It begins with no such letter or digit: what ends a remark. */
const ENDS_REMARK = 2;
/** A remark may begin behind it. */
const OPENS_REMARK = 4;
const OPENERS = ["(", ":", ";", '"', "—", "–", "-"];
/** It ends sentences. */
const STOP = 8;
const STOPS = [".", "!", "?", "…"];
/** It is spelt otherwise before phrases are looked for, as `US` is where it stands in capitals. */
const SPELT_OUT = 16;
const RESPELT = ["cannot", "dont", "us"];

/** The number of the first word; those below are what unknown tokens are. */
const FIRST = 4;

/** Slots of the table of words; a power of two, several times as many as there are words. */
const SLOTS = 1 << 14;

/** The words and signs that phrases know, and a number for each token. */
export class PhraseVocabulary {
  private readonly numbers = new Map<string, number>();
  private readonly words: string[] = Array.from({ length: FIRST }, () => "");
  /** What of the above a token is, by its number; that of an unknown one is its number. */
  private readonly kinds: number[] = [0, 1, 2, 3];
  /** The full hash of each word, and for each slot the number of a word in it or 0. */
  private readonly hashes: number[] = [0, 0, 0, 0];
  private readonly slots = new Uint16Array(SLOTS);

  /** `known` are words that are known from the start, those that every vocabulary knows among them. */
  constructor(known: readonly string[] = []) {
    for (const sign of OPENERS) this.mark(sign, OPENS_REMARK);
    for (const sign of STOPS) this.mark(sign, STOP);
    for (const word of RESPELT) this.mark(word, SPELT_OUT);
    for (const word of known) this.add(word);
  }

  /** All words that are known, in the order of their numbers. */
  get known(): readonly string[] {
    return this.words.slice(FIRST);
  }

  /** How many numbers there are. */
  get size(): number {
    return this.words.length;
  }

  /** The number of a word of a phrase, which is known from then on. */
  add(word: string): number {
    const known = this.numbers.get(word);
    if (known !== undefined) return known;
    const number = this.words.push(word) - 1;
    this.numbers.set(word, number);
    this.kinds.push(kindOf(word));
    let hash = 0;
    for (let at = 0; at < word.length; at++) hash = hashed(hash, word.charCodeAt(at));
    this.hashes.push(hash);
    let slot = slotOf(hash);
    while (this.slots[slot] !== 0) slot = (slot + 1) & (SLOTS - 1);
    this.slots[slot] = number;
    return number;
  }

  /** The word of a number. */
  word(number: number): string {
    return this.words[number] ?? "";
  }

  /** The number of any token. */
  number(token: string): number {
    return this.numbers.get(token) ?? kindOf(token);
  }

  /** The number of the known word with a hash, or 0. No two words of the phrases have the same. */
  hashed(hash: number): number {
    for (let slot = slotOf(hash); ; slot = (slot + 1) & (SLOTS - 1)) {
      const number = this.slots[slot]!;
      if (number === 0 || this.hashes[number] === hash) return number;
    }
  }

  /** Whether a gap of words takes a token. */
  isInGap(number: number): boolean {
    return (this.kinds[number]! & IN_GAP) !== 0;
  }

  /** Whether a token ends sentences. */
  isStop(number: number): boolean {
    return (this.kinds[number]! & STOP) !== 0;
  }

  /** Whether a word may be spelt otherwise before phrases are looked for. */
  isRespelt(number: number): boolean {
    return (this.kinds[number]! & SPELT_OUT) !== 0;
  }

  /** Whether a remark may begin behind a token. */
  opensRemark(number: number): boolean {
    return (this.kinds[number]! & OPENS_REMARK) !== 0;
  }

  /** Whether a remark ends before a token. */
  endsRemark(number: number): boolean {
    return (this.kinds[number]! & ENDS_REMARK) !== 0;
  }

  private mark(word: string, kind: number): void {
    this.kinds[this.add(word)]! |= kind;
  }
}

/** The number of a word that no phrase knows, of plain letters and digits. */
export const UNKNOWN_WORD = IN_GAP;
/** The number of such a sign. */
export const UNKNOWN_SIGN = ENDS_REMARK;

/** The hash of a word's units up to the last one, given that of those before. */
export function hashed(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

function slotOf(hash: number): number {
  return (hash ^ (hash >>> 15)) & (SLOTS - 1);
}

function kindOf(token: string): number {
  for (let at = 0; at < token.length; at++) {
    const code = token.charCodeAt(at);
    if (!isWordUnit(code) && code !== 39) return isWordUnit(token.charCodeAt(0)) ? 0 : ENDS_REMARK;
  }
  return token === "" ? ENDS_REMARK : isWordUnit(token.charCodeAt(0)) ? IN_GAP : IN_GAP | ENDS_REMARK;
}

/** Whether a unit is a small letter or digit of Western languages. */
function isWordUnit(code: number): boolean {
  return isSmallLetter(code) || isDigit(code) || (code >= 0xe0 && code <= 0xff);
}

/** What numbers are written with in the table of phrases: two of these, the first a letter. */
const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** A number as the table of phrases has it, from which words are left out. */
export function codeOf(number: number): string {
  return DIGITS.charAt(Math.floor(number / DIGITS.length)) + DIGITS.charAt(number % DIGITS.length);
}

/** The number that a code of the table stands for. */
export function numberOf(code: string): number {
  return DIGITS.indexOf(code.charAt(0)) * DIGITS.length + DIGITS.indexOf(code.charAt(1));
}

/** The numbers of codes that stand one behind the other. */
export function numbersOf(codes: string): number[] {
  return Array.from({ length: codes.length / 2 }, (_, at) => numberOf(codes.slice(2 * at, 2 * at + 2)));
}
