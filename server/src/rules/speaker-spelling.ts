import { distance } from "../text/nearest.js";
import type { Span } from "../text/span.js";
import type { Rule } from "./rule.js";

/** Shorter names are too near to each other: Jan and Jon are two people. */
const MIN_LENGTH = 8;

export const speakerSpelling: Rule = {
  code: "speaker-spelling",
  severity: "information",
  summary: "A name is one or two letters from a commoner one.",
  docs: {
    why: "A speaker spelt in two ways is two speakers to every list and search.",
    bad: "# Harbour Days\n\n## Ten winters (Ilse Varnholt)\n\na\n\n## Questions (Ilse Varnholt)\n\nb\n\n## Clocks (Ilse Varnhold)\n\nc\n",
    good: "# Harbour Days\n\n## Ten winters (Ilse Varnholt)\n\na\n\n## Clocks (Ilse Varnholt)\n\nb\n",
    fix: "Changes the name to the commoner spelling.",
  },
  *check({ sections, names, remembered }) {
    const people = sections.flatMap(({ speakers }) => speakers);
    const named: Named = { people: people.map(({ name }) => name), names };
    const usual = remembered.get("speaker-spelling", named, sameNames, usualSpellings);
    if (usual.size === 0) return;
    const first = new Map<string, Span>();
    for (const { name, span } of people) if (span && !first.has(name)) first.set(name, span);
    for (const { name, span } of people) {
      const other = usual.get(name);
      if (!span || other === undefined) continue;
      const fix = { title: `Change to “${other}”`, edits: [{ from: span.from, to: span.to, insert: other }] };
      yield {
        from: span.from,
        to: span.to,
        message: "this name is nearly that of somebody named more often",
        messageWithText: `“${name}” is nearly “${other}”, who is named more often`,
        fixes: [fix],
        ...(first.get(other) ? { related: [{ ...first.get(other)!, message: "the usual spelling" }] } : {}),
      };
    }
  },
};

/** The names in a report, in order, and how often each is named elsewhere. */
interface Named {
  readonly people: readonly string[];
  readonly names: ReadonlyMap<string, number> | undefined;
}

function sameNames(a: Named, b: Named): boolean {
  return (
    a.names === b.names &&
    a.people.length === b.people.length &&
    a.people.every((name, at) => name === b.people[at])
  );
}

/** The commoner spelling of each name that has one. Each is compared once, however often it stands. */
function usualSpellings({ people, names }: Named): ReadonlyMap<string, string> {
  const counts = new Map<string, number>(names);
  for (const name of people) if (!names?.has(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const common = [...counts].filter(([name, count]) => count > 1 && name.length >= MIN_LENGTH).map(known);
  const usual = new Map<string, string>();
  for (const [name, count] of counts) {
    const other = commoner(known([name, count]), common);
    if (other !== undefined) usual.set(name, other);
  }
  return usual;
}

/** A name, how often it stands, and which letters it has. */
interface Known {
  readonly name: string;
  readonly lower: string;
  readonly count: number;
  readonly letters: number;
}

function known([name, count]: readonly [string, number]): Known {
  const lower = name.toLowerCase();
  let letters = 0;
  for (let i = 0; i < lower.length; i++) letters |= 1 << (lower.charCodeAt(i) & 31);
  return { name, lower, count, letters };
}

function commoner(own: Known, common: readonly Known[]): string | undefined {
  if (own.name.length < MIN_LENGTH) return undefined;
  return common.find((other) => other.count > own.count && own.lower !== other.lower && near(own, other))
    ?.name;
}

/** Two letters changed put in two letters and take out two at most: most pairs need no closer look. */
function near(a: Known, b: Known): boolean {
  if (Math.abs(a.lower.length - b.lower.length) > 2 || bits(a.letters ^ b.letters) > 4) return false;
  return distance(a.lower, b.lower, 3) <= 2;
}

function bits(word: number): number {
  let count = 0;
  for (let left = word; left !== 0; left &= left - 1) count++;
  return count;
}
