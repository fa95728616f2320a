import { lineBreakOf } from "../text/line-break.js";
import { l10n } from "../text/message.js";
import type { Rule } from "./rule.js";

export const frontMatterMissing: Rule = {
  code: "front-matter-missing",
  severity: "information",
  summary: "A Markdown report has no front matter.",
  docs: {
    why: "Front matter says what the event was, when, and who may read the report. Without it the report counts as one for the narrowest audience, and lists of reports show less of it.",
    bad: "# Harbour Days\n",
    good: "---\ntype: trip-report\ntitle: Harbour Days\nevent: Harbour Days\ndates: 2024-05-14\n---\n",
    fix: "Inserts front matter with the keys that every report should have.",
  },
  *check({ report, text, format }) {
    if (format !== "markdown" || report.frontMatter || text.trim() === "") return;
    const from = text.startsWith("\ufeff") ? 1 : 0;
    const lineBreak = lineBreakOf(text);
    const title = report.title?.text.replace(/"/g, '\\"') ?? "";
    const keys = ["---", "type: trip-report", `title: "${title}"`, "event:", "dates:", "---", "", ""];
    const fix = {
      title: l10n.t("Insert front matter"),
      edits: [{ from, to: from, insert: keys.join(lineBreak) }],
    };
    const firstLine = /^[^\r\n]*/.exec(text.slice(from))![0].length;
    yield { from, to: from + firstLine, message: l10n.t("this report has no front matter"), fixes: [fix] };
  },
};
