import { lazy } from "../text/lazy.js";
import data from "./suspects.json" with { type: "json" };
import { needsOf } from "./suspects-needs.js";

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

/** One way of writing a signal, as an expression over normalised sentences. */
export interface Pattern {
  readonly signal: Signal;
  readonly regex: RegExp;
  /** Sets of words: the pattern matches no sentence that has not one word of each. */
  readonly needs: readonly (readonly string[])[];
}

/** The sum of weights from which a sentence is suspected. */
export const THRESHOLD = 100;

const LISTS: ReadonlyMap<string, string> = new Map(Object.entries(data.words));

/** The classes of meaning by name. */
export const GROUPS: ReadonlyMap<string, SignalGroup> = new Map(
  Object.entries(data.groups).map(([id, group]) => [
    id,
    { reason: group.reason, ownVoice: "ownVoice" in group },
  ]),
);

/** The built-in phrases, compiled, in the order of the list. */
export const builtInPatterns: () => readonly Pattern[] = lazy(() =>
  [
    ...data.signals.map(({ patterns, id, group, weight }) => {
      const ownVoice = GROUPS.get(group)?.ownVoice ?? false;
      return { patterns, signal: { id, groups: [group], weight, excuse: false, ownVoice } };
    }),
    ...data.excuses.map(({ patterns, id, groups, weight }) => {
      return { patterns, signal: { id, groups, weight, excuse: true, ownVoice: false } };
    }),
  ].flatMap(({ patterns, signal }) => patterns.map((pattern) => ({ signal, ...compilePattern(pattern) }))),
);

/**
 * Compiles a pattern: words with one blank between them, and
 * `{list}` a list of words, `(a|b)` one of them, `[a|b]` one of them or none,
 * `..` up to three tokens, `...` up to seven, `~` up to two words,
 * `^` the sentence's start, `^^` that of a remark (behind a bracket, colon or dash too), `$$` the end of either.
 * Every gap is bounded, so a sentence costs time in proportion to its length.
 */
export function compilePattern(pattern: string): Pick<Pattern, "regex" | "needs"> {
  const spelt = pattern.replace(/\{([a-z]+)\}/g, (_, name: string) => `(${LISTS.get(name) ?? ""})`);
  const body = spelt
    .replace(/\[([^\]]+)\] ?/g, "(?:(?:$1) )?")
    .replace(/\((?!\?)/g, "(?:")
    .replace(/\.\.\. ?/g, "(?:[^ ]+ ){0,7}")
    .replace(/\.\. ?/g, "(?:[^ ]+ ){0,3}")
    .replace(/~ ?/g, "(?:[a-z0-9à-ÿ']+ ){0,2}")
    .replace(/\$\$/g, "(?=[^a-z0-9à-ÿ]|$)")
    .replace(/^\^\^ /, '(?:^|(?<=[(:;"—–-] ))')
    .replace(/^\^ /, "^");
  const start = pattern.startsWith("^") ? "" : "(?<![^ ])";
  return { regex: new RegExp(`${start}${body}(?: |(?<= ))`, "g"), needs: needsOf(spelt) };
}
