import { l10n } from "../text/message.js";
import type { Rule } from "./rule.js";

export const missingSpeaker: Rule = {
  code: "missing-speaker",
  severity: "information",
  summary: "Nobody is named of a keynote or breakout session.",
  docs: {
    why: "Who said it is half of what was said, and years later a talk is looked for by its speaker.",
    bad: "# Harbour Days\n\n## Opening Keynote\n\nClocks fail first.\n",
    good: "# Harbour Days\n\n## Opening Keynote (Ilse Varnholt)\n\nClocks fail first.\n",
    fix: "Adds a place for the name behind the heading.",
  },
  *check({ sections, text }) {
    for (const section of sections) {
      const { kind, speakers } = section.words;
      if ((kind !== "keynote" && kind !== "breakout") || speakers.length > 0) continue;
      // A block of keynotes names its speakers below.
      if (section.children.some(({ words }) => words.speakers.length > 0)) continue;
      const { heading, attributes } = section;
      const at = attributes?.from ?? headingTextEnd(text, heading.from, heading.to);
      const insert = attributes ? "(Speaker) " : " (Speaker)";
      const fix = { title: l10n.t("Add a speaker"), edits: [{ from: at, to: at, insert }] };
      yield {
        from: heading.from,
        to: heading.to,
        message: l10n.t("nobody is named who gave this session"),
        fixes: [fix],
      };
    }
  },
};

/** Where the words of a heading end: before closing number signs, an underline, or the stars of a bold line. */
function headingTextEnd(text: string, from: number, to: number): number {
  const line = /^[^\r\n]*/.exec(text.slice(from, to))![0];
  return (
    from +
    line.replace(/(?<![ \t])[ \t]+#+[ \t]*$/, "").replace(/(?:(?:\*\*|__)|(?<![ \t]))[ \t]*$/, "").length
  );
}
