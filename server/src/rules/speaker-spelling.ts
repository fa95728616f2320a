import { declaredPeople } from "../report/declared-people.js";
import type { FrontMatter } from "../report/front-matter.js";
import type { Section, SectionWords } from "../report/model.js";
import type { Remembered } from "../report/remembered.js";
import { KnownNames, type Spellings, type UsualSpellings } from "../report/spellings.js";
import { l10n } from "../text/message.js";
import type { Span } from "../text/span.js";
import type { Rule } from "./rule.js";

export const speakerSpelling: Rule = {
  code: "speaker-spelling",
  severity: "information",
  summary: "A name is one or two letters from a commoner one.",
  docs: {
    why: "A speaker spelt in two ways is two speakers to every list and search.",
    bad: "# Harbour Days\n\n## Ten winters (Ilse Varnholt)\n\na\n\n## Questions (Ilse Varnholt)\n\nb\n\n## Clocks (Ilse Varnhold)\n\nc\n",
    good: "# Harbour Days\n\n## Ten winters (Ilse Varnholt)\n\na\n\n## Clocks (Ilse Varnholt)\n\nb\n",
    fix: "Changes the name to the commoner spelling.",
    limits:
      "Names are counted over all reports of the workspace, on the command line over those that are checked. Names of two people that are this near need the front matter's key `people`: what it lists is taken as meant.",
  },
  *check({ report, sections, names, remembered, usual }) {
    const { frontMatter } = report;
    const asked: Asked = { sections: sections.map(({ words }) => words), names, usual, frontMatter };
    const found = remembered.get("speaker-spelling", asked, sameAsked, () => slips(asked, remembered));
    for (const { name, at, other, first } of found) {
      const { from, to } = spanOf(sections, at);
      const fix = {
        title: l10n.t("Change to “{0}”", other),
        edits: [{ from, to, insert: other }],
      };
      yield {
        from,
        to,
        message: l10n.t("this name is nearly that of somebody named more often"),
        messageWithText: l10n.t("“{0}” is nearly “{1}”, who is named more often", name, other),
        name,
        fixes: [fix],
        ...(first
          ? { related: [{ ...spanOf(sections, first), message: l10n.t("the usual spelling") }] }
          : {}),
      };
    }
  },
};

/** The number of a section, and the place of a name counted from its start. */
interface Place extends Span {
  readonly section: number;
}

/** A name that is nearly another, where it stands, and where the other stands first. */
interface Slip {
  readonly name: string;
  readonly at: Place;
  readonly other: string;
  readonly first: Place | undefined;
}

/** What decides which names are slips: the report's sections, and how often each name stands in all reports. */
interface Asked {
  readonly sections: readonly SectionWords[];
  readonly names: KnownNames | undefined;
  readonly usual: Spellings | undefined;
  readonly frontMatter: FrontMatter | undefined;
}

function sameAsked(a: Asked, b: Asked): boolean {
  return (
    a.names === b.names &&
    a.usual === b.usual &&
    a.frontMatter === b.frontMatter &&
    a.sections.length === b.sections.length &&
    a.sections.every((words, at) => words === b.sections[at])
  );
}

function slips({ sections, names, usual, frontMatter }: Asked, remembered: Remembered): Slip[] {
  const people = sections.flatMap(({ speakers }) => speakers.map(({ name }) => name));
  const spellings = usual ?? usualOf({ people, names }, remembered);
  // A spelling that the front matter declares is meant.
  const meant = new Set(declaredPeople(frontMatter).flatMap(({ name, aliases }) => [name, ...aliases]));
  const named = sections.flatMap(({ speakers }, section) =>
    speakers.flatMap(({ name, span }) => (span ? [{ name, at: { section, ...span } }] : [])),
  );
  const first = new Map<string, Place>();
  for (const { name, at } of named) if (!first.has(name)) first.set(name, at);
  return named.flatMap(({ name, at }) => {
    const other = meant.has(name) ? undefined : spellings.of(name);
    return other === undefined ? [] : [{ name, at, other, first: first.get(other) }];
  });
}

/** The names in a report, in order, and how often each is named in all reports. */
interface Named {
  readonly people: readonly string[];
  readonly names: KnownNames | undefined;
}

/** Spellings that were found out; a fence that comes and goes takes half of the names along. */
const MOST_REMEMBERED = 2;

function usualOf(named: Named, remembered: Remembered): Spellings {
  type Known = readonly { readonly named: Named; readonly usual: UsualSpellings }[];
  const [known] = remembered.get<Named, Known>("usual spellings", named, sameNames, (_, before = []) => {
    const same = before.find((one) => sameNames(one.named, named)) ?? { named, usual: usualSpellings(named) };
    return [same, ...before.filter((one) => one !== same)].slice(0, MOST_REMEMBERED);
  });
  return known!.usual;
}

function sameNames(a: Named, b: Named): boolean {
  return (
    a.names === b.names &&
    a.people.length === b.people.length &&
    a.people.every((name, at) => name === b.people[at])
  );
}

function usualSpellings({ people, names = new KnownNames(new Map()) }: Named): UsualSpellings {
  return names.usualFor(people);
}

function spanOf(sections: readonly Section[], { section, from, to }: Place): Span {
  const by = sections[section]!.from;
  return { from: from + by, to: to + by };
}
