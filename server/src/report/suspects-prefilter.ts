import { type NumberedWords, PhraseMatcher } from "./suspects-matcher.js";
import {
  GROUPS,
  MOST_NEEDS,
  type Pattern,
  type Patterns,
  type Signal,
  THRESHOLD,
} from "./suspects-patterns.js";
import type { PhraseVocabulary } from "./suspects-vocabulary.js";

/** Of a need's number the bits that say which one of its pattern it is. */
const NEED_BITS = Math.log2(MOST_NEEDS);

/** Tells cheaply what cannot be suspected: a pattern needs certain words, and those it matches must weigh enough together. */
export class Prefilter {
  readonly vocabulary: PhraseVocabulary;
  private readonly patterns: readonly Pattern[];
  /** For each word the patterns that need it, one word behind the other: the number of each, and which of its sets that is. */
  private readonly needing: Uint16Array;
  /** Where those of each word begin; they end with those of the next one. */
  private readonly starts: Uint16Array;
  /** For each pattern all the bits of its needs, its class and its weight; excuses raise nothing. */
  private readonly complete: Uint8Array;
  private readonly group: Uint8Array;
  private readonly weight: Uint8Array;
  /** How each pattern is found, made when first asked for. */
  private readonly matchers: PhraseMatcher[] = [];
  private readonly not: number;

  constructor({ patterns, vocabulary }: Patterns) {
    const groups = [...GROUPS.keys()];
    this.vocabulary = vocabulary;
    this.patterns = patterns;
    this.complete = Uint8Array.from(patterns, ({ needs }) => (1 << needs.length) - 1);
    this.group = Uint8Array.from(patterns, ({ signal }) => Math.max(0, groups.indexOf(signal.groups[0]!)));
    this.weight = Uint8Array.from(patterns, ({ signal }) => (signal.excuse ? 0 : signal.weight));
    const needing: number[][] = [];
    patterns.forEach(({ needs }, pattern) => {
      needs.forEach((words, index) => {
        for (const word of words) {
          needing[word] ??= [];
          needing[word].push((pattern << NEED_BITS) | index);
        }
      });
    });
    this.needing = Uint16Array.from(needing.flat());
    this.starts = new Uint16Array(vocabulary.size + 1);
    for (let word = 0; word < vocabulary.size; word++)
      this.starts[word + 1] = this.starts[word]! + (needing[word]?.length ?? 0);
    this.not = vocabulary.number("not");
  }

  /** Nothing seen yet. */
  seen(): Seen {
    return new Seen(this.patterns.length);
  }

  /** Takes note of a word. */
  see(seen: Seen, word: number): void {
    const { needing, complete } = this;
    const { bits } = seen;
    const end = this.starts[word + 1]!;
    for (let at = this.starts[word]!; at < end; at++) {
      const need: number = needing[at]!;
      const pattern = need >>> NEED_BITS;
      const known = bits[pattern]!;
      const now = known | (1 << (need & (MOST_NEEDS - 1)));
      if (now === known) continue;
      if (known === 0) seen.touch(pattern);
      bits[pattern] = now;
      if (now === complete[pattern]) seen.raise(this.group[pattern]!, this.weight[pattern]!);
    }
  }

  /** Takes note of the word that contractions hide, which are spelt out before a sentence is read. */
  seeNot(seen: Seen): void {
    this.see(seen, this.not);
  }

  /** Whether the patterns of which all words were seen match what adds up to a suspicion, whoever says it. */
  mayMatch(seen: Seen, words: NumberedWords): boolean {
    const { bits } = seen;
    const best = new Uint8Array(GROUPS.size);
    let sum = 0;
    for (const index of seen.touched()) {
      const weight = this.weight[index]!;
      const group = this.group[index]!;
      if (bits[index] !== this.complete[index] || weight <= best[group]!) continue;
      if (!this.matcher(index).find(words)) continue;
      sum += weight - best[group]!;
      best[group] = weight;
      if (sum >= THRESHOLD) return true;
    }
    return false;
  }

  /** The patterns that a sentence's words make possible, in their order, or none where they cannot add up to a suspicion. */
  patternsFor({ numbers, from, to }: NumberedWords): FoundBy[] {
    const seen = this.seen();
    for (let at = from; at < to; at++) this.see(seen, numbers[at]!);
    if (seen.sum < THRESHOLD) return [];
    return [...seen.touched()]
      .filter((index) => seen.bits[index] === this.complete[index])
      .sort((a, b) => a - b)
      .map((index) => ({ signal: this.patterns[index]!.signal, matcher: this.matcher(index) }));
  }

  private matcher(index: number): PhraseMatcher {
    this.matchers[index] ??= new PhraseMatcher(this.patterns[index]!.phrase, this.vocabulary);
    return this.matchers[index];
  }
}

/** A signal that a sentence may hold, and one way of finding it. */
interface FoundBy {
  readonly signal: Signal;
  readonly matcher: PhraseMatcher;
}

/** What of each pattern has been seen, and what that may add up to. */
export class Seen {
  readonly bits: Uint8Array;
  /** The patterns of which anything was, and how many they are. */
  private readonly begun: Uint16Array;
  private count = 0;
  sum = 0;
  private readonly best = new Uint8Array(GROUPS.size);

  constructor(patterns: number) {
    this.bits = new Uint8Array(patterns);
    this.begun = new Uint16Array(patterns);
  }

  /** The patterns of which anything was seen. */
  touched(): Uint16Array {
    return this.begun.subarray(0, this.count);
  }

  touch(pattern: number): void {
    this.begun[this.count++] = pattern;
  }

  clear(): void {
    for (let at = 0; at < this.count; at++) this.bits[this.begun[at]!] = 0;
    this.count = 0;
    if (this.sum === 0) return;
    this.best.fill(0);
    this.sum = 0;
  }

  raise(group: number, weight: number): void {
    const known = this.best[group]!;
    if (weight <= known) return;
    this.best[group] = weight;
    this.sum += weight - known;
  }
}
