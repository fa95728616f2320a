import { lazy } from "../text/lazy.js";
import type { Span } from "../text/span.js";
import { builtInPatterns, GROUPS, type Pattern, type Signal, THRESHOLD } from "./suspects-patterns.js";
import { pieces } from "./suspects-pieces.js";
import { plainSentence } from "./suspects-plain.js";
import { Prefilter } from "./suspects-prefilter.js";
import { Quotes, type Sentence, sentencesIn } from "./suspects-words.js";

/** A sentence that reads as not meant for everyone. The span is the sentence's. */
export interface Suspect extends Span {
  /** The words that say so, weightiest first. */
  readonly words: readonly Span[];
  /** The built-in phrases that matched, weightiest first. */
  readonly phrases: readonly string[];
  /** Why, in the order of `phrases`, each reason once. */
  readonly reasons: readonly string[];
}

const builtIn = lazy(() => new Prefilter(builtInPatterns()));

/** The suspected sentences of one paragraph, list item or cell, given as plain text. Offsets are that text's. */
export function suspectsIn(text: string): Suspect[] {
  const prefilter = builtIn();
  const found: Suspect[] = [];
  let quotes: Quotes | undefined;
  for (const piece of pieces(text)) {
    const words = text.slice(piece.from, piece.to);
    if (!prefilter.worthReading(words)) continue;
    const plain = plainSentence(words);
    if (plain !== undefined && !prefilter.mayMatch(plain)) continue;
    quotes ??= new Quotes(text);
    for (const sentence of sentencesIn(text, piece, quotes)) {
      const said = suspect(sentence, prefilter.patternsFor(sentence.tokens));
      if (said) found.push(said);
    }
  }
  return found;
}

interface Hit extends Span {
  readonly signal: Signal;
}

function suspect(sentence: Sentence, patterns: readonly Pattern[]): Suspect | undefined {
  const best = new Map<string, Hit>();
  const lowered = new Map<string, number>();
  for (const pattern of patterns) {
    const { signal } = pattern;
    const { groups, weight, excuse } = signal;
    if (!excuse && (best.get(groups[0]!)?.signal.weight ?? 0) >= weight) continue;
    const hit = hitOf(pattern, sentence);
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

function hitOf({ signal, regex }: Pattern, { text, tokenAt }: Sentence): Hit | undefined {
  regex.lastIndex = 0;
  for (let match = regex.exec(text); match; match = regex.exec(text)) {
    const first = tokenAt(match.index);
    const last = tokenAt(match.index + Math.max(0, match[0].trimEnd().length - 1));
    if (!signal.ownVoice || !(first.quoted && last.quoted)) return { signal, from: first.from, to: last.to };
  }
  return undefined;
}
