import { redactComment } from "../../publish/redact.js";
import { isNarrower } from "../../report/audiences.js";
import { append } from "../../text/append.js";
import { meet, type TextEdit } from "../../text/edit.js";
import { l10n } from "../../text/message.js";
import { type EditCommand, refused } from "../edit-result.js";
import { redactionOptions } from "../redaction.js";
import { commentAt } from "./comment-at.js";

/** Replaces the comment at each cursor by the marker, for good, as publishing for the widest audience would. */
export const redactNow: EditCommand = ({ analysis, config }, selections) => {
  const widest = config.audiences.at(-1) ?? "public";
  const options = { ...redactionOptions(config, widest), dropKeys: [] };
  const edits: TextEdit[] = [];
  for (const selection of selections) {
    const comment = commentAt(analysis.report, selection);
    if (!comment) return refused(l10n.t("There is no internal comment at the cursor."));
    if (comment.form === "front-matter")
      return refused(
        l10n.t("The front matter is redacted when a copy is published; delete the key to be rid of it now."),
      );
    if (comment.unclosed || comment.slip !== undefined)
      return refused(l10n.t("This comment is not well formed: put its marks right first."));
    if (!isNarrower(config.audiences, comment.audience, widest))
      return refused(l10n.t("This comment is for everyone: there is nothing to redact."));
    const made = redactComment(analysis, comment, options);
    if (!meet(made, edits)) append(edits, made);
  }
  return { kind: "edits", edits };
};
