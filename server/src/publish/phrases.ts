import type { Span } from "../text/span.js";
import { type Letters, lettersOf, wordsOf } from "./letters.js";

/** How many words in a row are no accident. */
const RUN = 5;
/** How many letters of a phrase decide where it is looked up. */
const KEY = 6;

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
      const letters = words.slice(at, at + RUN).join("");
      const whole = words.length < RUN || letters.length < 12;
      found.set(letters, { letters, whole });
    }
  }
  return [...found.values()];
}

/** Looks for many phrases at once; the time it takes grows with the text, not with their number. */
export class PhraseSearch {
  private readonly byKey = new Map<string, Phrase[]>();
  private readonly lengths: readonly number[];

  constructor(phrases: Iterable<Phrase>) {
    const lengths = new Set<number>();
    for (const phrase of phrases) {
      const key = phrase.letters.slice(0, KEY);
      lengths.add(key.length);
      const known = this.byKey.get(key);
      if (known) known.push(phrase);
      else this.byKey.set(key, [phrase]);
    }
    this.lengths = [...lengths];
  }

  /** Where phrases stand in the letters: spans of the text they came from. */
  *matches({ letters, offsets, starts }: Letters): Generator<Span & { readonly phrase: Phrase }> {
    for (let at = 0; at < letters.length; at++)
      for (const length of this.lengths) {
        if (at + length > letters.length) continue;
        for (const phrase of this.byKey.get(letters.slice(at, at + length)) ?? []) {
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
