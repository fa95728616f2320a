import { GROUPS, type Pattern, THRESHOLD } from "./suspects-patterns.js";
import type { Token } from "./suspects-words.js";

/** Slots of the table of words; a power of two, several times as many as there are words. */
const SLOTS = 1 << 14;

/** A set of words of a pattern, and which of the pattern's sets it is, as a bit. */
interface Need {
  readonly pattern: number;
  readonly bit: number;
}

/**
 * Tells cheaply what cannot be suspected: a pattern needs certain words, so a text whose words belong to
 * patterns of too little weight needs no further look. Two words in one slot only cost a look too many.
 */
export class Prefilter {
  private readonly byWord: ReadonlyMap<string, readonly Need[]>;
  /** For each slot the number of its needs in `needs`, 0 for none. */
  private readonly slots = new Uint16Array(SLOTS);
  private readonly needs: (readonly Need[])[] = [[]];
  /** For each pattern all the bits of its needs, its class and its weight; excuses raise nothing. */
  private readonly complete: Uint8Array;
  private readonly group: Uint8Array;
  private readonly weight: Uint8Array;
  /** Used for one text after the other; nothing of one is left for the next. */
  private readonly seen: Seen;

  constructor(private readonly patterns: readonly Pattern[]) {
    const groups = [...GROUPS.keys()];
    this.complete = Uint8Array.from(patterns, ({ needs }) => (1 << needs.length) - 1);
    this.group = Uint8Array.from(patterns, ({ signal }) => Math.max(0, groups.indexOf(signal.groups[0]!)));
    this.weight = Uint8Array.from(patterns, ({ signal }) => (signal.excuse ? 0 : signal.weight));
    const byWord = new Map<string, Need[]>();
    patterns.forEach(({ needs }, pattern) => {
      needs.forEach((words, index) => {
        for (const word of words)
          byWord.set(word, [...(byWord.get(word) ?? []), { pattern, bit: 1 << index }]);
      });
    });
    this.byWord = byWord;
    this.seen = new Seen(patterns.length);
    const bySlot = new Map<number, Need[]>();
    for (const [word, needs] of byWord) {
      const slot = slotOf(word);
      bySlot.set(slot, [...(bySlot.get(slot) ?? []), ...needs]);
    }
    for (const [slot, needs] of bySlot) this.slots[slot] = this.needs.push(needs) - 1;
  }

  /** Whether the words of a text could add up to a suspicion. One pass over its characters, which allocates nothing. */
  worthReading(text: string): boolean {
    const { seen } = this;
    seen.clear();
    this.seeAll(text);
    if (seen.sum >= THRESHOLD) return true;
    // Contractions are spelt out before a sentence is read, and "not" is what they hide.
    return /n['’]t\b|cannot/i.test(text) && this.see(seen, this.byWord.get("not") ?? []);
  }

  /**
   * Whether the patterns themselves could, whoever says it, in the text that was asked about last; `sentence` is that text
   * as patterns read it.
   */
  mayMatch(sentence: string): boolean {
    const { bits, touched } = this.seen;
    const best = new Uint8Array(GROUPS.size);
    let sum = 0;
    for (const index of touched) {
      const weight = this.weight[index]!;
      const group = this.group[index]!;
      if (bits[index] !== this.complete[index] || weight <= best[group]!) continue;
      const { regex } = this.patterns[index]!;
      regex.lastIndex = 0;
      if (!regex.test(sentence)) continue;
      sum += weight - best[group]!;
      best[group] = weight;
      if (sum >= THRESHOLD) return true;
    }
    return false;
  }

  /** Takes note of all words of a text. */
  private seeAll(text: string): void {
    const { seen, slots, needs } = this;
    let hash = 0;
    for (let index = 0; index < text.length; index++) {
      const code = lower(text.charCodeAt(index));
      if (code !== 0) {
        hash = Math.imul(hash ^ code, 0x01000193);
      } else if (hash !== 0) {
        const slot = slots[slotFor(hash)]!;
        if (slot !== 0) this.see(seen, needs[slot]!);
        hash = 0;
      }
    }
    if (hash !== 0) this.see(seen, needs[slots[slotFor(hash)]!]!);
  }

  /** The patterns that a sentence's words make possible, or none where they cannot add up to a suspicion. */
  patternsFor(tokens: readonly Token[]): readonly Pattern[] {
    const seen = new Seen(this.patterns.length);
    let enough = false;
    const see = (word: string) => {
      const needs = this.byWord.get(word);
      if (needs && this.see(seen, needs)) enough = true;
    };
    for (const { shown } of tokens)
      if (shown.includes(" ")) shown.split(" ").forEach(see);
      else see(shown);
    return enough ? this.patterns.filter((_, index) => seen.bits[index] === this.complete[index]) : [];
  }

  /** Takes note of a word; true once the words seen so far suffice. */
  private see(seen: Seen, needs: readonly Need[]): boolean {
    for (const { pattern, bit } of needs) {
      const known = seen.bits[pattern]!;
      const bits = known | bit;
      if (bits === known) continue;
      if (known === 0) seen.touched.push(pattern);
      seen.bits[pattern] = bits;
      if (bits === this.complete[pattern]) seen.raise(this.group[pattern]!, this.weight[pattern]!);
    }
    return seen.sum >= THRESHOLD;
  }
}

/** What of each pattern has been seen, and what that may add up to. */
class Seen {
  readonly bits: Uint8Array;
  /** The patterns of which anything was. */
  readonly touched: number[] = [];
  sum = 0;
  private readonly best = new Uint8Array(GROUPS.size);

  constructor(patterns: number) {
    this.bits = new Uint8Array(patterns);
  }

  clear(): void {
    for (const pattern of this.touched) this.bits[pattern] = 0;
    this.touched.length = 0;
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

function slotOf(word: string): number {
  let hash = 0;
  for (let index = 0; index < word.length; index++)
    hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
  return slotFor(hash);
}

function slotFor(hash: number): number {
  return (hash ^ (hash >>> 15)) & (SLOTS - 1);
}

/** The lower case of letters and digits among the first 256 units; 0 for all others, which end a word. */
const LOWER = new Uint8Array(256);
for (let code = 0; code < LOWER.length; code++) {
  const sign = String.fromCharCode(code);
  // À to Þ and their small letters, and what of its kind stands behind them.
  const isWide = code >= 0xc0 && code !== 0xd7 && code !== 0xf7;
  if (isWide || /[a-z0-9]/i.test(sign)) LOWER[code] = sign.toLowerCase().charCodeAt(0);
}

/** The lower case of a letter or digit; 0 for anything that ends a word. Other letters stand for themselves. */
function lower(code: number): number {
  if (code < 256) return LOWER[code]!;
  return code >= 0x2000 && code <= 0x206f ? 0 : code;
}
