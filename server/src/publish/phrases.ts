import { countAtFront } from "../text/ordered.js";
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
  /** The lengths of these beginnings, the longest first: fewer than `KEY` only for phrases that are shorter. */
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
    const lengths = new Set([...lists.keys()].map(({ length }) => length));
    this.lengths = [...lengths].sort((a, b) => b - a);
  }

  /** Where phrases stand in the letters, of those that begin at one letter the longest: spans of the text they came from. */
  *matches(text: Letters): Generator<Span & { readonly phrase: Phrase }> {
    for (let at = 0; at < text.letters.length; at++)
      for (const length of this.lengths) {
        const phrase = this.longest(text, at, length)?.phrase;
        if (!phrase) continue;
        const end = at + phrase.letters.length;
        yield { phrase, from: text.offsets[at]!, to: text.offsets[end - 1]! + 1 };
        break;
      }
  }

  /** The phrases that do not stand in any of the texts. */
  static without(phrases: readonly Phrase[], texts: readonly string[]): Phrase[] {
    const search = new PhraseSearch(phrases);
    const known = new Set<Phrase>();
    for (const text of texts) search.find(lettersOf(text), known);
    return phrases.filter((phrase) => !known.has(phrase));
  }

  /** Adds all phrases that stand in the letters. */
  private find(text: Letters, known: Set<Phrase>): void {
    for (let at = 0; at < text.letters.length; at++)
      for (const length of this.lengths)
        for (
          let entry = this.longest(text, at, length);
          entry;
          entry = firstStanding(entry.begin, text, at)
        ) {
          // What begins it and counts inside a word was found with it.
          if (!text.starts[at] && known.has(entry.phrase)) break;
          known.add(entry.phrase);
        }
  }

  /** The longest phrase at a letter among those that have a beginning of this length. */
  private longest(text: Letters, at: number, length: number): Entry | undefined {
    if (at + length > text.letters.length) return undefined;
    const list = this.byKey.get(text.letters.slice(at, at + length));
    let entry = list && lastUpTo(list, text.letters, at);
    if (!entry) return undefined;
    const same = commonLength(entry.phrase.letters, text.letters, at);
    while (entry && entry.phrase.letters.length > same) entry = entry.begin;
    return firstStanding(entry, text, at);
  }
}

/** Of an entry whose letters stand at a place and those that it begins with the first that counts there. */
function firstStanding(
  entry: Entry | undefined,
  { letters, starts }: Letters,
  at: number,
): Entry | undefined {
  for (let candidate = entry; candidate; candidate = candidate.begin) {
    const { phrase } = candidate;
    const end = at + phrase.letters.length;
    if (!phrase.whole || (starts[at] && (end === letters.length || starts[end]))) return candidate;
  }
  return undefined;
}

/** How many of the first letters of a phrase stand at a place. */
function commonLength(phrase: string, letters: string, at: number): number {
  let length = 0;
  while (length < phrase.length && phrase.charCodeAt(length) === letters.charCodeAt(at + length)) length++;
  return length;
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
  return entries[countAtFront(entries, ({ phrase }) => phrase.letters <= text) - 1];
}
