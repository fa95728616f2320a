import { lazy } from "../text/lazy.js";
import { type Phrase, PhraseReader } from "./suspects-phrases.js";
import table from "./suspects-table.json" with { type: "json" };
import { numberOf, numbersOf, PhraseVocabulary } from "./suspects-vocabulary.js";

/** A class of meaning, and how a finding says it. */
export interface SignalGroup {
  readonly reason: string;
  /** Counts only in the writer's own voice: not in what somebody is quoted as saying. */
  readonly ownVoice: boolean;
}

/** What a sentence may hold that speaks for its being internal, or against. */
export interface Signal {
  readonly id: string;
  /** The class of meaning: of several signals in one class the weightiest counts. For excuses the classes it lowers. */
  readonly groups: readonly string[];
  /** Per cent of certainty; an excuse takes its weight away from each of its classes. */
  readonly weight: number;
  readonly excuse: boolean;
  readonly ownVoice: boolean;
}

/** One way of writing a signal. */
export interface Pattern {
  readonly signal: Signal;
  readonly phrase: Phrase;
  /** Sets of words by their numbers: the pattern matches no sentence that has not one word of each. */
  readonly needs: readonly (readonly number[])[];
}

/** The built-in phrases in the order of the list, and the words they know. */
export interface Patterns {
  readonly vocabulary: PhraseVocabulary;
  readonly patterns: readonly Pattern[];
}

/** A pattern has at most so many sets of needed words: the prefilter has a bit for each. */
export const MOST_NEEDS = 8;

/** The sum of weights from which a sentence is suspected. */
export const THRESHOLD = 100;

/** The classes of meaning by name. */
export const GROUPS: ReadonlyMap<string, SignalGroup> = new Map(
  Object.entries(table.groups).map(([id, group]) => [
    id,
    { reason: group.reason, ownVoice: "ownVoice" in group },
  ]),
);

/** The built-in phrases: of each what a sentence needs to be looked at, and the phrase when it is asked for. */
export const builtInPatterns: () => Patterns = lazy(() => {
  const vocabulary = new PhraseVocabulary(table.words.split(" "));
  const reader = new PhraseReader(numberOf, table.lists);
  const sets = table.sets.split(" ").map(numbersOf);
  const patterns: Pattern[] = [];
  const add = (signal: Signal, sources: readonly string[]) => {
    for (const source of sources) {
      const behind = source.indexOf("/");
      const needs = numbersOf(source.slice(0, behind)).map((set) => sets[set]!);
      patterns.push(new TablePattern(signal, needs, source.slice(behind + 1), reader));
    }
  };
  for (const { id, group, weight, patterns } of table.signals) {
    const ownVoice = GROUPS.get(group)?.ownVoice ?? false;
    add({ id, groups: [group], weight, excuse: false, ownVoice }, patterns);
  }
  for (const { id, groups, weight, patterns } of table.excuses)
    add({ id, groups, weight, excuse: true, ownVoice: false }, patterns);
  return { vocabulary, patterns };
});

/** A pattern of the table. Few are ever looked for, so each is read when that is done. */
class TablePattern implements Pattern {
  constructor(
    readonly signal: Signal,
    readonly needs: Pattern["needs"],
    private readonly source: string,
    private readonly reader: PhraseReader,
  ) {}

  get phrase(): Phrase {
    return this.reader.phrase(this.source);
  }
}
