import type { Section } from "../report/model.js";
import { l10n } from "../text/message.js";
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
      const titled = new Map<string, Titled>();
      for (const section of siblings) {
        if (section.children.length > 0) open.push(section.children);
        const title = section.title.toLowerCase();
        const same = titled.get(title);
        if (!same) {
          titled.set(title, { first: section });
          continue;
        }
        // Most titles stand once and need no closer look.
        same.byKey ??= new Map([[keyOf(same.first), same.first]]);
        const key = keyOf(section);
        const known = same.byKey.get(key);
        if (!known) {
          same.byKey.set(key, section);
          continue;
        }
        const { from, to } = section.heading;
        const related = [
          { from: known.heading.from, to: known.heading.to, message: l10n.t("the first one") },
        ];
        yield { from, to, message: l10n.t("this section is here twice"), related };
      }
    }
  },
};

/** The sections of one title below one parent. */
interface Titled {
  readonly first: Section;
  byKey?: Map<string, Section>;
}

/** Speakers, day and time, where titles are one: the same talk given twice is not one section twice. */
function keyOf({ speakers, day, time }: Section): string {
  return JSON.stringify([speakers.map(({ name }) => name.toLowerCase()), day, time]);
}
