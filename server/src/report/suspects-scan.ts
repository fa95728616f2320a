import { among, isAsciiLetter, isDigit, isSpace } from "../text/characters.js";
import type { Span } from "../text/span.js";
import { sentenceEnd } from "./suspects-ends.js";
import type { NumberedWords } from "./suspects-matcher.js";
import { THRESHOLD } from "./suspects-patterns.js";
import type { Prefilter, Seen } from "./suspects-prefilter.js";
import { hashed, UNKNOWN_SIGN, UNKNOWN_WORD } from "./suspects-vocabulary.js";
import { MOST_TOKENS } from "./suspects-words.js";

/** What a unit is that is no letter; that of a letter or digit among the first 256 units is its lower case. */
const BLANK = 0;
const SIGN = 1;
/** A sign that may end a sentence. */
const STOP = 2;
/** It joins words, or is not told at a glance. */
const OTHER = 3;
const isStop = among(".!?…");

const kinds = new Uint8Array(256);
for (let code = 0; code < kinds.length; code++) {
  const isWide = code >= 0xc0 && code !== 0xd7 && code !== 0xf7;
  if (isWide || isAsciiLetter(code) || isDigit(code))
    kinds[code] = String.fromCharCode(code).toLowerCase().charCodeAt(0);
  else if (isSpace(code)) kinds[code] = BLANK;
  else if (isStop(code)) kinds[code] = STOP;
  // Apostrophes join words, and an underscore is a letter to who reads tokens.
  else kinds[code] = code < 0xa0 && code !== 39 && code !== 95 ? SIGN : OTHER;
}

/** The letter that no gap of words takes. */
const SHARP_S = 0xdf;
/** Contractions that hide "not". */
const HIDES_NOT = /n['’]t\b|cannot/i;
const QUOTE = 34;
const NONE: readonly Span[] = [];

/**
 * Finds what may be suspected in one pass over a text, which makes words of units and allocates nothing where none is: most
 * sentences hold no words that could add up, and of the others most match no phrase.
 */
export class SentenceScan {
  private readonly seen: Seen;
  /** The words and signs of the sentence that is read, by their numbers, and how many there are. */
  private readonly numbers = new Uint16Array(MOST_TOKENS);
  private count = 0;
  /** Whether its tokens are those of the text: it holds no contraction and no letters of other scripts. */
  private plain = true;

  constructor(private readonly prefilter: Prefilter) {
    this.seen = prefilter.seen();
  }

  /** The stretches of a text that end as sentences do and may be suspected, in order. */
  in(text: string): readonly Span[] {
    const { length } = text;
    let found: Span[] | undefined;
    let from = 0;
    let end = length;
    for (let at = 0; ; ) {
      // No sentence ends in a word.
      if (at === end) {
        if (from < at && this.isWorthReading(text, from, at)) {
          found ??= [];
          found.push({ from, to: at });
        }
        if (at === length) return found ?? NONE;
        from = at;
        end = length;
      }
      const code = text.charCodeAt(at);
      let kind = code < 256 ? kinds[code]! : wideKind(code);
      if (kind > OTHER) {
        const word = at;
        let hash = 0;
        do {
          if (kind === SHARP_S || kind > 255) this.plain = false;
          hash = hashed(hash, kind);
          if (++at === length) break;
          const next = text.charCodeAt(at);
          kind = next < 256 ? kinds[next]! : wideKind(next);
        } while (kind > OTHER);
        this.word(text, word, at, hash);
        continue;
      }
      if (kind === OTHER) this.plain = false;
      else if (kind !== BLANK) this.sign(code);
      if (kind === STOP) end = sentenceEnd(text, at) ?? end;
      at++;
    }
  }

  private word(text: string, from: number, to: number, hash: number): void {
    const { prefilter } = this;
    const word = prefilter.vocabulary.hashed(hash);
    if (word !== 0) {
      prefilter.see(this.seen, word);
      if (prefilter.vocabulary.isRespelt(word) && !isPronoun(text.slice(from, to))) this.plain = false;
    }
    this.note(word === 0 ? UNKNOWN_WORD : word);
  }

  private sign(code: number): void {
    const shown = code === 0x201c || code === 0x201d || code === 0x201e ? QUOTE : code;
    const sign = this.prefilter.vocabulary.hashed(hashed(0, shown));
    this.note(sign === 0 ? UNKNOWN_SIGN : sign);
  }

  private note(number: number): void {
    if (this.count < MOST_TOKENS) this.numbers[this.count] = number;
    this.count++;
  }

  /** Whether what was noted of a sentence could be suspected; then nothing is noted of the next one. */
  private isWorthReading(text: string, from: number, to: number): boolean {
    const { seen, prefilter, plain, count } = this;
    if (!plain && seen.sum < THRESHOLD && HIDES_NOT.test(text.slice(from, to))) prefilter.seeNot(seen);
    const worth =
      seen.sum >= THRESHOLD && (!plain || count > MOST_TOKENS || prefilter.mayMatch(seen, this.noted()));
    seen.clear();
    this.count = 0;
    this.plain = true;
    return worth;
  }

  /** The words without signs before them and stops behind. */
  private noted(): NumberedWords {
    const { numbers } = this;
    const { vocabulary } = this.prefilter;
    let from = 0;
    let to = this.count;
    while (from < to && vocabulary.endsRemark(numbers[from]!)) from++;
    while (to > from && vocabulary.isStop(numbers[to - 1]!)) to--;
    return { numbers, from, to, textFrom: undefined };
  }
}

/** Of the words that may be respelt only this one is as good as it stands. */
function isPronoun(word: string): boolean {
  return word !== "US" && word.length === "us".length;
}

/** What a unit beyond the first 256 is: dashes, quotation marks and dots are signs, an apostrophe joins words. */
function wideKind(code: number): number {
  if (code < 0x2000 || code > 0x206f) return code;
  if (code === 0x2026) return STOP;
  return code >= 0x2010 && code <= 0x2027 && code !== 0x2019 ? SIGN : OTHER;
}
