import type { Section, SectionWords } from "../report/model.js";
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
  *check({ report, remembered }) {
    const known = remembered.get("duplicate-section", undefined, always, () => new WeakMap());
    const open: (readonly [object, readonly Section[]])[] = [[TOP, report.sections]];
    for (let next = open.pop(); next; next = open.pop()) {
      const [parent, siblings] = next;
      for (const section of siblings)
        if (section.children.length > 0) open.push([section.words, section.children]);
      for (const [at, first] of duplicatesOf(parent, siblings, known)) {
        const { from, to } = siblings[at]!.heading;
        const related = [{ ...siblings[first]!.heading, message: l10n.t("the first one") }];
        yield { from, to, message: l10n.t("this section is here twice"), related };
      }
    }
  },
};

const always = () => true;
/** The parent of the sections that have none. */
const TOP = {};

/** Which of some siblings are others again, by their numbers, and what the siblings were then. */
interface Duplicates {
  readonly siblings: readonly SectionWords[];
  readonly found: readonly (readonly [at: number, first: number])[];
}

/** The siblings that are others again, each with the first of those; looked for again only where the siblings are others. */
function duplicatesOf(
  parent: object,
  siblings: readonly Section[],
  remembered: WeakMap<object, Duplicates>,
): Duplicates["found"] {
  const known = remembered.get(parent);
  if (
    known?.siblings.length === siblings.length &&
    known.siblings.every((words, at) => words === siblings[at]!.words)
  )
    return known.found;
  const duplicates = findDuplicates(siblings.map(({ words }) => words));
  remembered.set(parent, duplicates);
  return duplicates.found;
}

function findDuplicates(siblings: readonly SectionWords[]): Duplicates {
  const found: [number, number][] = [];
  const titled = new Map<string, Titled>();
  siblings.forEach((section, at) => {
    const title = section.title.toLowerCase();
    const same = titled.get(title);
    if (!same) {
      titled.set(title, { first: at });
      return;
    }
    // Most titles stand once and need no closer look.
    same.byKey ??= new Map([[keyOf(siblings[same.first]!), same.first]]);
    const key = keyOf(section);
    const first = same.byKey.get(key);
    if (first === undefined) same.byKey.set(key, at);
    else found.push([at, first]);
  });
  return { siblings, found };
}

/** The sections of one title below one parent, by their numbers. */
interface Titled {
  readonly first: number;
  byKey?: Map<string, number>;
}

/** Speakers, day and time, where titles are one: the same talk given twice is not one section twice. */
function keyOf({ speakers, day, time }: SectionWords): string {
  return JSON.stringify([speakers.map(({ name }) => name.toLowerCase()), day, time]);
}
