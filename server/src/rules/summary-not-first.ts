import { lineBreakOf } from "../text/line-break.js";
import { l10n } from "../text/message.js";
import type { Rule } from "./rule.js";

export const summaryNotFirst: Rule = {
  code: "summary-not-first",
  severity: "information",
  summary: "The summary stands behind other sections.",
  docs: {
    why: "Conclusions are for readers who stop early, so they come first.",
    bad: "# Harbour Days\n\n## Ten winters (Ilse Varnholt)\n\nClocks fail first.\n\n## Executive Summary\n\nCold storage is the default.\n",
    good: "# Harbour Days\n\n## Executive Summary\n\nCold storage is the default.\n\n## Ten winters (Ilse Varnholt)\n\nClocks fail first.\n",
    fix: "Moves the summary to the front.",
  },
  *check({ report, text }) {
    const sections = report.sections;
    const index = sections.findIndex(({ kind }) => kind === "summary");
    const first = sections[0];
    const summary = sections[index];
    // Practical matters and what an event was about may well come before; sessions may not.
    const talksBefore = sections
      .slice(0, Math.max(0, index))
      .some(({ kind }) => kind !== "logistics" && kind !== "topic");
    if (!summary || !first || !talksBefore) return;
    const body = text.slice(summary.from, summary.to);
    const lineBreak = lineBreakOf(text);
    const insert = `${body.trimEnd()}${lineBreak}${lineBreak}`;
    const edits = [
      { from: first.from, to: first.from, insert },
      { from: summary.from, to: summary.to, insert: "" },
    ];
    const { from, to } = summary.heading;
    yield {
      from,
      to,
      message: l10n.t("the summary comes behind other sections"),
      fixes: [{ title: l10n.t("Move the summary to the front"), edits }],
    };
  },
};
