import { allSections, type Person } from "../report/model.js";
import { distance } from "../text/nearest.js";
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
  *check({ report, names }) {
    const people = allSections(report.sections).flatMap(({ speakers }) => speakers);
    const counts = new Map<string, number>(names);
    for (const { name } of people) if (!names?.has(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
    const common = [...counts].filter(([name, count]) => count > 1 && name.length >= MIN_LENGTH);
    for (const person of people) {
      const usual = person.span && commoner(person, counts, common);
      if (!person.span || usual === undefined) continue;
      const { from, to } = person.span;
      const fix = { title: `Change to “${usual}”`, edits: [{ from, to, insert: usual }] };
      const message = "this name is nearly that of somebody named more often";
      yield {
        from,
        to,
        message,
        messageWithText: `“${person.name}” is nearly “${usual}”, who is named more often`,
        fixes: [fix],
      };
    }
  },
};

function commoner(
  { name }: Person,
  counts: ReadonlyMap<string, number>,
  common: readonly (readonly [string, number])[],
): string | undefined {
  if (name.length < MIN_LENGTH) return undefined;
  const own = counts.get(name) ?? 0;
  return common.find(
    ([other, count]) =>
      count > own && other !== name && distance(name.toLowerCase(), other.toLowerCase(), 3) <= 2,
  )?.[0];
}
