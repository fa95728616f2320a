import { suspectedInternalComment } from "../../rules/suspected-internal-comment.js";
import { l10n } from "../../text/message.js";
import { waiverForLine } from "../code-actions.js";
import { type EditCommand, refused } from "../edit-result.js";

/** Says that the sentence at the selection may be read by everyone: a comment above it switches the rule off there. */
export const waiveSuspect: EditCommand = ({ analysis }, [selection]) => {
  const edit = selection && waiverForLine(analysis, suspectedInternalComment.code, selection.from);
  return edit ? { kind: "edits", edits: [edit] } : refused(l10n.t("There is no place for a comment here."));
};
