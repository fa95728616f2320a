import { lazy } from "../text/lazy.js";
import data from "./suspects.json" with { type: "json" };
import { Needs } from "./suspects-needs.js";
import { type Phrase, PhraseReader } from "./suspects-phrases.js";
import { PhraseVocabulary } from "./suspects-vocabulary.js";

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

/** The sum of weights from which a sentence is suspected. */
export const THRESHOLD = 100;

/** The classes of meaning by name. */
export const GROUPS: ReadonlyMap<string, SignalGroup> = new Map(
  Object.entries(data.groups).map(([id, group]) => [
    id,
    { reason: group.reason, ownVoice: "ownVoice" in group },
  ]),
);

/** The built-in phrases, read. */
export const builtInPatterns: () => Patterns = lazy(() => {
  const vocabulary = new PhraseVocabulary();
  const reader = new PhraseReader((word) => vocabulary.add(word), data.words);
  const needs = new Needs(vocabulary);
  const patterns: Pattern[] = [];
  const add = (signal: Signal, sources: readonly string[]) => {
    for (const source of sources) {
      const phrase = reader.phrase(source);
      patterns.push({ signal, phrase, needs: needs.of(phrase.items) });
    }
  };
  for (const { patterns, id, group, weight } of data.signals) {
    const ownVoice = GROUPS.get(group)?.ownVoice ?? false;
    add({ id, groups: [group], weight, excuse: false, ownVoice }, patterns);
  }
  for (const { patterns, id, groups, weight } of data.excuses)
    add({ id, groups, weight, excuse: true, ownVoice: false }, patterns);
  return { vocabulary, patterns };
});
