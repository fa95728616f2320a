import { declaredPeople } from "../report/declared-people.js";
import { KnownNames, type UsualSpellings } from "../report/spellings.js";
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
  *check({ report, sections, names, remembered, ...input }) {
    const people = sections.flatMap(({ speakers }) => speakers);
    const named: Named = { people: people.map(({ name }) => name), names };
    const usual = input.usual ?? remembered.get("speaker-spelling", named, sameNames, usualSpellings);
    // A spelling that the front matter declares is meant.
    const meant = new Set(
      declaredPeople(report.frontMatter).flatMap(({ name, aliases }) => [name, ...aliases]),
    );
    const first = new Map<string, Span>();
    for (const { name, span } of people) if (span && !first.has(name)) first.set(name, span);
    for (const { name, span } of people) {
      const other = meant.has(name) ? undefined : usual.of(name);
      if (!span || other === undefined) continue;
      const fix = {
        title: l10n.t("Change to “{0}”", other),
        edits: [{ from: span.from, to: span.to, insert: other }],
      };
      yield {
        from: span.from,
        to: span.to,
        message: l10n.t("this name is nearly that of somebody named more often"),
        messageWithText: l10n.t("“{0}” is nearly “{1}”, who is named more often", name, other),
        name,
        fixes: [fix],
        ...(first.get(other)
          ? { related: [{ ...first.get(other)!, message: l10n.t("the usual spelling") }] }
          : {}),
      };
    }
  },
};

/** The names in a report, in order, and how often each is named in all reports. */
interface Named {
  readonly people: readonly string[];
  readonly names: KnownNames | undefined;
}

function sameNames(a: Named, b: Named): boolean {
  return (
    a.names === b.names &&
    a.people.length === b.people.length &&
    a.people.every((name, at) => name === b.people[at])
  );
}

function usualSpellings({ people, names }: Named): UsualSpellings {
  return (names ?? new KnownNames(new Map())).usualFor(people);
}
