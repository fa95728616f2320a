import { folded } from "./name-key.js";

const MAX_QUERY = 200;

/** What somebody typed to find something by name: parts that must all be found. */
export class Query {
  readonly parts: readonly string[];
  readonly letters: number;

  constructor(readonly text: string) {
    this.parts = folded(text.slice(0, MAX_QUERY))
      .split(/\s+/)
      .filter((part) => part !== "");
    this.letters = this.parts.reduce((all, part) => all | lettersOf(part), 0);
  }

  /** Whether all parts are found in folded words. */
  matches(words: string): boolean {
    return (lettersOf(words) & this.letters) === this.letters && scoreOf(words, this.parts) >= 0;
  }
}

/** One of some names in which all parts of a query are found. */
interface Hit {
  readonly at: number;
  readonly score: number;
  /** How long the name is. */
  readonly length: number;
}

const NO_HITS: readonly Hit[] = [];

/**
 * Names that come and go together, as those of a report. Which letters each has is remembered, as a query's are found together in
 * few; words are folded for those only, and what the last query found is known until another is asked.
 */
export abstract class Names<Found> {
  private letters: readonly number[] | undefined;
  private asked: Query | undefined;
  private hits = NO_HITS;

  /** How many there are. */
  abstract readonly size: number;
  abstract name(at: number): string;
  abstract found(at: number): Found;

  /** More words by which one is found. */
  more(_at: number): string {
    return "";
  }

  search(query: Query): readonly Hit[] {
    if (this.asked === query) return this.hits;
    this.asked = query;
    this.hits = NO_HITS;
    this.letters ??= Array.from({ length: this.size }, (_, at) => lettersOf(this.words(at)));
    const { letters } = this;
    let hits: Hit[] | undefined;
    for (let at = 0; at < letters.length; at++) {
      if ((letters[at]! & query.letters) !== query.letters) continue;
      const score = scoreOf(this.words(at), query.parts);
      if (score < 0) continue;
      hits ??= [];
      hits.push({ at, score, length: this.name(at).length });
    }
    if (hits) this.hits = hits;
    return this.hits;
  }

  private words(at: number): string {
    const name = this.name(at);
    const more = name === "" ? "" : this.more(at);
    return folded(more === "" ? name : `${name} ${more}`);
  }
}

/** Bits of a rank, which is a whole number that a double holds: the score, the name's length, the order. */
const ORDER = 2 ** 24;
const LENGTH = 2 ** 15;
const BEST = 2 ** 14 - 1;

/**
 * Those in whose words all parts of the query are found, each as a subsequence, without case and accents; the best first, then the
 * shortest names, then in the order given. Whole words count more than their beginnings, these more than letters strewn about. An
 * empty query finds all.
 */
export function search<Found>(query: Query, all: Iterable<Names<Found>>, limit: number): Found[] {
  if (query.parts.length === 0) return first(all, limit);
  const found: { readonly names: Names<Found>; readonly hit: Hit }[] = [];
  for (const names of all) for (const hit of names.search(query)) found.push({ names, hit });
  const ranks = Float64Array.from(found, ({ hit: { score, length } }, at) => {
    return ((BEST - score) * LENGTH + Math.min(length, LENGTH - 1)) * ORDER + at;
  }).sort();
  return Array.from(ranks.subarray(0, limit), (rank) => {
    const { names, hit } = found[rank % ORDER]!;
    return names.found(hit.at);
  });
}

function first<Found>(all: Iterable<Names<Found>>, limit: number): Found[] {
  const found: Found[] = [];
  for (const names of all)
    for (let at = 0; at < names.size; at++) {
      if (found.length >= limit) return found;
      if (names.name(at) !== "") found.push(names.found(at));
    }
  return found;
}

/** How well all parts are found; negative where one is not. */
function scoreOf(words: string, parts: readonly string[]): number {
  let score = 0;
  for (const part of parts) {
    const found = partScore(words, part);
    if (found < 0) return -1;
    score += found;
  }
  return score;
}

function partScore(words: string, part: string): number {
  let best = -1;
  for (
    let at = words.indexOf(part), tries = 0;
    at >= 0 && tries < 8;
    at = words.indexOf(part, at + 1), tries++
  ) {
    if (at > 0 && isWord(words, at - 1)) best = Math.max(best, 40);
    else if (isWord(words, at + part.length)) best = Math.max(best, at === 0 ? 85 : 80);
    else return at === 0 ? 100 : 95;
  }
  return best >= 0 ? best : subsequence(words, part);
}

/** Letters in order but not together: those at the start of words and next to each other count. */
function subsequence(words: string, part: string): number {
  let score = 0;
  let before = -2;
  let at = 0;
  for (const letter of part) {
    const next = words.indexOf(letter, at);
    if (next < 0) return -1;
    if (next === 0 || !isWord(words, next - 1)) score += 3;
    else if (next === before + 1) score += 2;
    before = next;
    at = next + letter.length;
  }
  return Math.min(35, score);
}

function isWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  // Beyond ASCII nearly everything is a letter; a wrong guess costs a little rank.
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code > 127;
}

/** One bit for each letter, several letters sharing one: a name without a query's bits cannot match. */
function lettersOf(text: string): number {
  let letters = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 32) letters |= 1 << (code & 31);
  }
  return letters;
}
