import type { Rule } from "./rule.js";

export const internalCommentInCode: Rule = {
  code: "internal-comment-in-code",
  severity: "error",
  summary: "A comment form inside code is no comment; an unclosed fence may have swallowed it.",
  *check({ report }) {
    for (const { from, to } of report.commentsInCode)
      yield { from, to, message: "an internal comment inside code is published as it stands" };
  },
};
