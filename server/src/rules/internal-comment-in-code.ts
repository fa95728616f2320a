import { l10n } from "../text/message.js";
import type { Rule } from "./rule.js";

export const internalCommentInCode: Rule = {
  code: "internal-comment-in-code",
  severity: "error",
  summary: "A comment form inside code is no comment; an unclosed fence may have swallowed it.",
  docs: {
    why: "In code a comment form is text like any other and is published as it stands. Often it means that a code fence above was never closed and swallowed the comment.",
    bad: "```\nmake all\n\n:::internal\nThey will miss the date.\n:::\n",
    good: "```\nmake all\n```\n\n:::internal\nThey will miss the date.\n:::\n",
    fix: "None: whether the fence must close earlier or the form go is for the writer to say.",
  },
  *check({ report }) {
    for (const { from, to } of report.commentsInCode)
      yield { from, to, message: l10n.t("an internal comment inside code is published as it stands") };
  },
};
