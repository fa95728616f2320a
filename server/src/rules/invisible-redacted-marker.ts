import { l10n } from "../text/message.js";
import type { Rule } from "./rule.js";

export const invisibleRedactedMarker: Rule = {
  code: "invisible-redacted-marker",
  severity: "warning",
  summary: "A redacted marker in bare angle brackets is an HTML tag to Markdown and shows nothing.",
  docs: {
    why: "To Markdown a marker in bare angle brackets is an HTML tag that no browser knows, so readers see nothing at all where something was taken out.",
    bad: "The talk was good. <Redacted comments>\n",
    good: "The talk was good. \\<Redacted comments>\n",
    fix: "Puts a backslash before the bracket.",
  },
  *check({ report, format }) {
    if (format !== "markdown") return;
    for (const { from, to, asTag } of report.redacted) {
      if (!asTag) continue;
      const fix = {
        title: l10n.t("Make the marker visible"),
        edits: [{ from, to: from, insert: "\\" }],
        preferred: true as const,
      };
      yield {
        from,
        to,
        message: l10n.t("this redacted marker vanishes when the report is rendered"),
        fixes: [fix],
      };
    }
  },
};
