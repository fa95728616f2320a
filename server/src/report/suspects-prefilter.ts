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
    const bySlot = new Map<number, Need[]>();
    for (const [word, needs] of byWord) {
      const slot = slotOf(word);
      bySlot.set(slot, [...(bySlot.get(slot) ?? []), ...needs]);
    }
    for (const [slot, needs] of bySlot) this.slots[slot] = this.needs.push(needs) - 1;
  }

  /** Whether the words of a text could add up to a suspicion. One pass over its characters, which allocates next to nothing. */
  worthReading(text: string): boolean {
    const seen = new Seen(this.patterns.length);
    let hash = 0;
    for (let index = 0; index <= text.length; index++) {
      const code = index < text.length ? lower(text.charCodeAt(index)) : 0;
      if (code !== 0) {
        hash = Math.imul(hash ^ code, 0x01000193);
      } else if (hash !== 0) {
        if (this.see(seen, this.needs[this.slots[slotFor(hash)]!]!)) return true;
        hash = 0;
      }
    }
    // Contractions are spelt out before a sentence is read, and "not" is what they hide.
    return /n['’]t\b|cannot/i.test(text) && this.see(seen, this.byWord.get("not") ?? []);
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
      const bits = seen.bits[pattern]! | bit;
      if (bits === seen.bits[pattern]) continue;
      seen.bits[pattern] = bits;
      if (bits === this.complete[pattern]) seen.raise(this.group[pattern]!, this.weight[pattern]!);
    }
    return seen.sum >= THRESHOLD;
  }
}

/** What of each pattern has been seen, and what that may add up to. */
class Seen {
  readonly bits: Uint8Array;
  sum = 0;
  private readonly best = new Uint8Array(GROUPS.size);

  constructor(patterns: number) {
    this.bits = new Uint8Array(patterns);
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

/** The lower case of a letter or digit; 0 for anything that ends a word. */
function lower(code: number): number {
  if (code >= 97 && code <= 122) return code;
  if (code >= 65 && code <= 90) return code + 32;
  if (code >= 48 && code <= 57) return code;
  // À to Þ and their small letters; other letters stand for themselves.
  if (code >= 0xc0 && code <= 0xde && code !== 0xd7) return code + 32;
  return code >= 0xdf && code !== 0xf7 && !(code >= 0x2000 && code <= 0x206f) ? code : 0;
}
