import { lineBreakOf } from "../text/line-break.js";
import { l10n } from "../text/message.js";
import type { Rule } from "./rule.js";

export const missingSummary: Rule = {
  code: "missing-summary",
  severity: "information",
  summary: "A report of several sessions has no summary.",
  docs: {
    why: "Most readers read the conclusions and nothing else. A report without them is read by those who were there.",
    bad: "# Harbour Days\n\n## Ten winters (Ilse Varnholt)\n\nClocks fail first.\n\n## The cheapest byte (Arno Lindqvist)\n\nTape is back.\n",
    good: "# Harbour Days\n\n## Executive Summary\n\nCold storage is the default.\n\n## Ten winters (Ilse Varnholt)\n\nClocks fail first.\n",
    fix: "Inserts a summary before the first section.",
  },
  *check({ report, sections, text, format }) {
    const first = report.sections[0];
    if (!first || sections.length < 2 || sections.some(({ kind }) => kind === "summary")) return;
    const lineBreak = lineBreakOf(text);
    const heading =
      format === "markdown" ? `${"#".repeat(first.level)} Executive Summary` : "Executive Summary";
    const insert = [heading, "", "", ""].join(lineBreak);
    const fix = {
      title: l10n.t("Insert a summary"),
      edits: [{ from: first.heading.from, to: first.heading.from, insert }],
    };
    const { from, to } = report.title ?? first.heading;
    yield { from, to, message: l10n.t("this report has no summary"), fixes: [fix] };
  },
};
