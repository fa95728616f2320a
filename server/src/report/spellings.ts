import { lazy } from "../text/lazy.js";
import { distance } from "../text/nearest.js";

/** Shorter names are too near to each other: Jan and Jon are two people. */
const MIN_LENGTH = 8;
/** Letters by which two spellings of one name may differ. */
const SLIPS = 2;

/** A name, how often it stands, and which letters it has. */
interface Known {
  readonly name: string;
  readonly lower: string;
  readonly count: number;
  readonly letters: number;
}

/** Tells the commoner name that a name is nearly, if there is one. */
export interface Spellings {
  of(name: string): string | undefined;
}

/** Whether a name is long enough to be a slip of another one. */
export function mayBeMisspelt(name: string): boolean {
  return name.length >= MIN_LENGTH;
}

/** Tells of a name whether it is nearly one that is used more often. Each name is compared once, with those about as long. */
export class UsualSpellings implements Spellings {
  private readonly common = new Map<number, Known[]>();
  private readonly answers = new Map<string, string | undefined>();

  /** `counts` says how often each name is used. */
  constructor(private readonly counts: ReadonlyMap<string, number>) {
    for (const [name, count] of counts) {
      if (count < 2 || !mayBeMisspelt(name)) continue;
      const entry = known(name, count);
      const same = this.common.get(entry.lower.length);
      if (same) same.push(entry);
      else this.common.set(entry.lower.length, [entry]);
    }
  }

  /** The commoner name that this one is nearly, if there is one. */
  of(name: string): string | undefined {
    if (!mayBeMisspelt(name)) return undefined;
    if (!this.answers.has(name)) this.answers.set(name, this.find(known(name, this.counts.get(name) ?? 0)));
    return this.answers.get(name);
  }

  /** The commonest of those near; of equally common ones the first in the order of code units. */
  private find(own: Known): string | undefined {
    let best: Known | undefined;
    for (let length = own.lower.length - SLIPS; length <= own.lower.length + SLIPS; length++)
      for (const other of this.common.get(length) ?? [])
        if (other.count > own.count && other.lower !== own.lower && near(own, other) && better(other, best))
          best = other;
    return best?.name;
  }
}

/** The names that are used somewhere and how often; which of them are nearly others is worked out once for all reports. */
export class KnownNames {
  private readonly spellings: () => UsualSpellings;

  constructor(readonly counts: ReadonlyMap<string, number>) {
    this.spellings = lazy(() => new UsualSpellings(counts));
  }

  /** What tells the commoner name for those named in a report, which may have some that nobody else knows. */
  usualFor(people: readonly string[]): UsualSpellings {
    const unknown = people.filter((name) => !this.counts.has(name));
    if (unknown.length === 0) return this.spellings();
    const counts = new Map(this.counts);
    for (const name of unknown) counts.set(name, (counts.get(name) ?? 0) + 1);
    return new UsualSpellings(counts);
  }
}

function better(one: Known, other: Known | undefined): boolean {
  return !other || one.count > other.count || (one.count === other.count && one.name < other.name);
}

function known(name: string, count: number): Known {
  const lower = name.toLowerCase();
  let letters = 0;
  for (let i = 0; i < lower.length; i++) letters |= 1 << (lower.charCodeAt(i) & 31);
  return { name, lower, count, letters };
}

/** Two letters changed put in two letters and take out two at most: most pairs need no closer look. */
function near(a: Known, b: Known): boolean {
  return bits(a.letters ^ b.letters) <= 2 * SLIPS && distance(a.lower, b.lower, SLIPS + 1) <= SLIPS;
}

function bits(word: number): number {
  let count = 0;
  for (let left = word; left !== 0; left &= left - 1) count++;
  return count;
}
