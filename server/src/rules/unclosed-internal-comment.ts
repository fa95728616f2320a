import type { InternalComment } from "../report/internal-comments.js";
import { aboutForm } from "../syntax/forms.js";
import { l10n } from "../text/message.js";
import type { Fix, Rule } from "./rule.js";

export const unclosedInternalComment: Rule = {
  code: "unclosed-internal-comment",
  severity: "error",
  summary: "An internal comment never closes, so it runs to the end of its container.",
  docs: {
    why: "Nobody can tell where the writer meant the comment to end, so everything up to the end of its container counts as internal, and no copy is published.",
    bad: ":::internal\nThey will miss the date.\n\nThe talk was good.\n",
    good: ":::internal\nThey will miss the date.\n:::\n\nThe talk was good.\n",
    fix: "Closes the comment where it ends now. Move the mark up to where it should end.",
  },
  *check({ report, text }) {
    for (const comment of report.comments) {
      if (!comment.unclosed || comment.slip !== undefined) continue;
      const fixes = closing(comment, text);
      yield {
        ...comment.open,
        message: l10n.t("this internal comment never closes ({0})", comment.form),
        fixes,
      };
    }
  },
};

/** Closes the comment where it ends now: the reading that keeps most text private. */
function closing(comment: InternalComment, text: string): Fix[] {
  const opening = text.slice(comment.open.from, comment.open.to);
  let end = comment.to;
  while (end > comment.open.to && /\s/.test(text[end - 1]!)) end--;
  const insert = aboutForm(comment.form).closing?.(opening);
  return insert === undefined
    ? []
    : [
        {
          title: l10n.t("Close the comment at the end of its container"),
          edits: [{ from: end, to: end, insert }],
        },
      ];
}
