import { isNarrower } from "../report/audiences.js";
import { l10n } from "../text/message.js";
import type { Rule } from "./rule.js";

export const unredactedInternalComment: Rule = {
  code: "unredacted-internal-comment",
  severity: "error",
  summary: "An internal comment is meant for fewer people than the file is.",
  docs: {
    why: "The file says who may read it. A comment for fewer people than that is a leak as soon as the file is handed on.",
    bad: "---\ntype: trip-report\naudience: public\n---\n\nA good talk. [internal: they will miss the date]\n",
    good: "---\ntype: trip-report\naudience: team\n---\n\nA good talk. [internal: they will miss the date]\n",
    fix: "Redact the comment, or all of them; or publish a copy, which does it for you.",
  },
  *check({ report, audiences, audience }) {
    const narrower = new Map<string, boolean>();
    for (const comment of report.comments) {
      const known = narrower.get(comment.audience) ?? isNarrower(audiences, comment.audience, audience);
      narrower.set(comment.audience, known);
      if (comment.slip !== undefined || !known) continue;
      yield {
        ...comment.open,
        message: l10n.t("internal comment for “{0}” in a file for “{1}”", comment.audience, audience),
      };
    }
  },
};
