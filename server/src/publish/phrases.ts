import type { Span } from "../text/span.js";
import { type Letters, lettersOf, wordsOf } from "./letters.js";

/** How many words in a row are no accident. */
const RUN = 5;
/** How many letters of a phrase decide where it is looked up. */
const KEY = 6;
/** Of longer phrases so many letters are looked for: who repeats these repeats the phrase. */
const LONGEST = 200;

/** Words that must not be found, as their letters in a row. */
export interface Phrase {
  readonly letters: string;
  /** Short phrases count only as whole words; a run of five words counts wherever its letters stand. */
  readonly whole: boolean;
}

/** The runs of five words in each of the texts; a text that is shorter, as a whole. */
export function phrasesOf(texts: readonly string[]): Phrase[] {
  const found = new Map<string, Phrase>();
  for (const text of texts) {
    const words = wordsOf(lettersOf(text));
    if (words.length === 0) continue;
    for (let at = 0; at === 0 || at + RUN <= words.length; at++) {
      const run = words.slice(at, at + RUN).join("");
      const letters = run.slice(0, LONGEST);
      const whole = letters === run && (words.length < RUN || letters.length < 12);
      found.set(letters, { letters, whole });
    }
  }
  return [...found.values()];
}

/** A phrase, and the longest other one that it begins with. */
interface Entry {
  readonly phrase: Phrase;
  readonly begin: Entry | undefined;
}

/** Looks for many phrases at once; the time it takes grows with the text, not with their number. */
export class PhraseSearch {
  /** Phrases by the letters they begin with, each list in order. */
  private readonly byKey = new Map<string, readonly Entry[]>();
  /** The lengths of these beginnings: fewer than `KEY` only for phrases that are shorter. */
  private readonly lengths: readonly number[];

  constructor(phrases: Iterable<Phrase>) {
    const lists = new Map<string, Phrase[]>();
    for (const phrase of phrases) {
      const key = phrase.letters.slice(0, KEY);
      const known = lists.get(key);
      if (known) known.push(phrase);
      else lists.set(key, [phrase]);
    }
    for (const [key, list] of lists) this.byKey.set(key, entriesOf(list));
    this.lengths = [...new Set([...lists.keys()].map(({ length }) => length))];
  }

  /** Where phrases stand in the letters: spans of the text they came from. */
  *matches({ letters, offsets, starts }: Letters): Generator<Span & { readonly phrase: Phrase }> {
    for (let at = 0; at < letters.length; at++)
      for (const length of this.lengths) {
        if (at + length > letters.length) continue;
        const list = this.byKey.get(letters.slice(at, at + length));
        for (let entry = list && lastUpTo(list, letters, at); entry; entry = entry.begin) {
          const { phrase } = entry;
          const end = at + phrase.letters.length;
          if (!letters.startsWith(phrase.letters, at)) continue;
          if (phrase.whole && !(starts[at] && (end === letters.length || starts[end]))) continue;
          yield { phrase, from: offsets[at]!, to: offsets[end - 1]! + 1 };
        }
      }
  }

  /** The phrases that do not stand in any of the texts. */
  static without(phrases: readonly Phrase[], texts: readonly string[]): Phrase[] {
    const search = new PhraseSearch(phrases);
    const known = new Set<string>();
    for (const text of texts)
      for (const { phrase } of search.matches(lettersOf(text))) known.add(phrase.letters);
    return phrases.filter(({ letters }) => !known.has(letters));
  }
}

function entriesOf(phrases: readonly Phrase[]): Entry[] {
  const entries: Entry[] = [];
  const sorted = [...phrases].sort((a, b) => (a.letters < b.letters ? -1 : a.letters > b.letters ? 1 : 0));
  for (const phrase of sorted) {
    let begin = entries.at(-1);
    while (begin && !phrase.letters.startsWith(begin.phrase.letters)) begin = begin.begin;
    entries.push({ phrase, begin });
  }
  return entries;
}

/**
 * The last entry that does not come behind the letters at `at`. All phrases that stand there begin it: what is between a
 * text and one of its beginnings begins the same.
 */
function lastUpTo(entries: readonly Entry[], letters: string, at: number): Entry | undefined {
  const text = letters.slice(at, at + LONGEST);
  let low = 0;
  for (let high = entries.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (entries[middle]!.phrase.letters <= text) low = middle + 1;
    else high = middle;
  }
  return entries[low - 1];
}
