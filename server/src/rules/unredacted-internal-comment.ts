import { isNarrower } from "../report/audiences.js";
import type { Rule } from "./rule.js";

export const unredactedInternalComment: Rule = {
  code: "unredacted-internal-comment",
  severity: "error",
  summary: "An internal comment is meant for fewer people than the file is.",
  *check({ report, audiences, audience }) {
    for (const comment of report.comments) {
      if (comment.slip !== undefined || !isNarrower(audiences, comment.audience, audience)) continue;
      yield {
        ...comment.open,
        message: `internal comment for “${comment.audience}” in a file for “${audience}”`,
      };
    }
  },
};
