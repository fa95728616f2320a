import type { Section } from "../report/model.js";
import type { Rule } from "./rule.js";

export const duplicateSection: Rule = {
  code: "duplicate-section",
  severity: "warning",
  summary: "The same title and speakers stand twice under one parent.",
  docs: {
    why: "Notes pasted twice, or one talk begun in two places: readers see half of it, and links go to the first.",
    bad: "# Harbour Days\n\n## Ten winters (Ilse Varnholt)\n\nClocks fail first.\n\n## Ten winters (Ilse Varnholt)\n\nBuy when the graph is boring.\n",
    good: "# Harbour Days\n\n## Ten winters (Ilse Varnholt)\n\nClocks fail first. Buy when the graph is boring.\n",
    fix: "None: which of the two is to stay is for the writer to say.",
  },
  *check({ report }) {
    const open: (readonly Section[])[] = [report.sections];
    for (let siblings = open.pop(); siblings; siblings = open.pop()) {
      const first = new Map<string, Section>();
      for (const section of siblings) {
        open.push(section.children);
        const key = keyOf(section);
        const known = first.get(key);
        if (!known) {
          first.set(key, section);
          continue;
        }
        const { from, to } = section.heading;
        const related = [{ from: known.heading.from, to: known.heading.to, message: "the first one" }];
        yield { from, to, message: "this section is here twice", related };
      }
    }
  },
};

/** Title, speakers, day and time: the same talk given twice is not one section twice. */
function keyOf({ title, speakers, day, time }: Section): string {
  return JSON.stringify([title.toLowerCase(), speakers.map(({ name }) => name.toLowerCase()), day, time]);
}
