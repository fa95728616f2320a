import { lazy } from "../text/lazy.js";
import type { Span } from "../text/span.js";
import { type NumberedWords, numbered, type PhraseMatcher } from "./suspects-matcher.js";
import { builtInPatterns, GROUPS, type Signal, THRESHOLD } from "./suspects-patterns.js";
import { Prefilter } from "./suspects-prefilter.js";
import { SentenceScan } from "./suspects-scan.js";
import { Quotes, type Sentence, sentencesIn, type Token } from "./suspects-words.js";

/** A sentence that reads as not meant for everyone. The span is the sentence's. */
export interface Suspect extends Span {
  /** The words that say so, weightiest first. */
  readonly words: readonly Span[];
  /** The built-in phrases that matched, weightiest first. */
  readonly phrases: readonly string[];
  /** Why, in the order of `phrases`, each reason once. */
  readonly reasons: readonly string[];
}

const builtIn = lazy(() => {
  const prefilter = new Prefilter(builtInPatterns());
  return { prefilter, scan: new SentenceScan(prefilter) };
});

/** The suspected sentences of one paragraph, list item or cell, given as plain text. Offsets are that text's. */
export function suspectsIn(text: string): Suspect[] {
  const { prefilter, scan } = builtIn();
  const found: Suspect[] = [];
  let quotes: Quotes | undefined;
  for (const piece of scan.in(text)) {
    quotes ??= new Quotes(text);
    for (const sentence of sentencesIn(text, piece, quotes)) {
      const said = suspect(sentence, prefilter);
      if (said) found.push(said);
    }
  }
  return found;
}

interface Hit extends Span {
  readonly signal: Signal;
}

function suspect(sentence: Sentence, prefilter: Prefilter): Suspect | undefined {
  const words = numbered(sentence.words, prefilter.vocabulary);
  const best = new Map<string, Hit>();
  const lowered = new Map<string, number>();
  for (const { signal, matcher } of prefilter.patternsFor(words)) {
    const { groups, weight, excuse } = signal;
    if (!excuse && (best.get(groups[0]!)?.signal.weight ?? 0) >= weight) continue;
    const hit = hitOf(signal, matcher, words, sentence.tokens);
    if (!hit) continue;
    for (const group of groups) {
      if (excuse) lowered.set(group, Math.max(lowered.get(group) ?? 0, weight));
      else if (weight > (best.get(group)?.signal.weight ?? 0)) best.set(group, hit);
    }
  }
  const hits = [...best]
    .map(([group, hit]) => ({ group, hit, weight: hit.signal.weight - (lowered.get(group) ?? 0) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  if (hits.reduce((sum, { weight }) => sum + weight, 0) < THRESHOLD) return undefined;
  // What alone suffices is the reason; weaker signs beside it would only blur it.
  const telling = hits[0]!.weight >= THRESHOLD ? hits.slice(0, 1) : hits;
  return {
    from: sentence.from,
    to: sentence.to,
    words: telling.map(({ hit: { from, to } }) => ({ from, to })),
    phrases: telling.map(({ hit }) => hit.signal.id),
    reasons: [...new Set(telling.map(({ group }) => GROUPS.get(group)!.reason))],
  };
}

function hitOf(
  signal: Signal,
  matcher: PhraseMatcher,
  words: NumberedWords,
  tokens: readonly Token[],
): Hit | undefined {
  for (let match = matcher.find(words); match; match = matcher.find(words, match.to)) {
    const first = tokens[match.from]!;
    const last = tokens[match.to - 1]!;
    if (!signal.ownVoice || !(first.quoted && last.quoted)) return { signal, from: first.from, to: last.to };
  }
  return undefined;
}
