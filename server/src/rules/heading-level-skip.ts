import { l10n } from "../text/message.js";
import type { Rule } from "./rule.js";

export const headingLevelSkip: Rule = {
  code: "heading-level-skip",
  severity: "warning",
  summary: "A heading is more than one level below the one it stands under.",
  docs: {
    why: "Screen readers and tables of contents go by levels; a level that is left out looks like a section that is missing.",
    bad: "# Harbour Days\n\n## Tuesday\n\n#### Ten winters\n\nClocks fail first.\n",
    good: "# Harbour Days\n\n## Tuesday\n\n### Ten winters\n\nClocks fail first.\n",
    fix: "Takes the heading up to the level that follows.",
  },
  *check({ sections, text }) {
    let above = 0;
    for (const section of sections) {
      const { style, level } = section.words;
      const before = above;
      above = level;
      if (style !== "atx" || before === 0 || level <= before + 1) continue;
      const { heading } = section;
      const marks = /^#+/.exec(text.slice(heading.from, heading.to))?.[0].length ?? 0;
      const insert = "#".repeat(before + 1);
      const fixes =
        marks > 0
          ? [
              {
                title: l10n.t("Make it level {0}", before + 1),
                edits: [{ from: heading.from, to: heading.from + marks, insert }],
              },
            ]
          : [];
      yield {
        from: heading.from,
        to: heading.to,
        message: l10n.t("a heading of level {0} follows one of level {1}", level, before),
        fixes,
      };
    }
  },
};
