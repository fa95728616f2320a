import { isSpace } from "../text/characters.js";
import { l10n } from "../text/message.js";
import type { Rule } from "./rule.js";

export const emptySection: Rule = {
  code: "empty-section",
  severity: "warning",
  summary: "A heading has nothing below it.",
  docs: {
    why: "An empty section is a note that was to be written and was not, or a heading that was left over.",
    bad: "# Harbour Days\n\n## Ten winters\n\n## The cheapest byte\n\nTape is back.\n",
    good: "# Harbour Days\n\n## Ten winters\n\nClocks fail first.\n\n## The cheapest byte\n\nTape is back.\n",
    fix: "Removes the heading.",
  },
  *check({ sections, text }) {
    for (const section of sections) {
      if (section.children.length > 0 || !isBlank(text, section.heading.to, section.to)) continue;
      const { from, to } = section.heading;
      const fix = {
        title: l10n.t("Remove the heading"),
        edits: [{ from: section.from, to: section.to, insert: "" }],
      };
      yield { from, to, message: l10n.t("nothing stands below this heading"), fixes: [fix] };
    }
  },
};

/** Whether only white space stands between two offsets; looks no further than the first word. */
function isBlank(text: string, from: number, to: number): boolean {
  let at = from;
  while (at < to && isSpace(text.charCodeAt(at))) at++;
  return at >= to;
}
