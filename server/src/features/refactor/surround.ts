import { aboutForm } from "../../syntax/forms.js";
import { l10n } from "../../text/message.js";
import { refused } from "../edit-result.js";
import { changeAudience } from "../marking/change-audience.js";
import { commentAt } from "../marking/comment-at.js";
import { asksForAudience, markInternal } from "../marking/mark-internal.js";
import type { Refactoring } from "./refactoring.js";

export const surround: Refactoring = {
  id: "surround",
  kind: "refactor.rewrite",
  offers({ analysis, config }, selection) {
    const front = analysis.syntax.frontMatter;
    if (selection.from === selection.to || commentAt(analysis.report, selection)) return [];
    if (front && selection.from < front.to) return [];
    const audiences = asksForAudience(config.audiences)
      ? config.audiences.slice(0, -1)
      : config.audiences.slice(0, 1);
    return audiences.map((audience, argument) => ({
      title:
        audiences.length > 1
          ? l10n.t("Surround with an internal comment for “{0}”", audience)
          : l10n.t("Surround with an internal comment"),
      argument,
    }));
  },
  apply(input, selection, argument) {
    const audience = input.config.audiences[argument ?? 0];
    // Asked for again it would take the marks away.
    if (audience === undefined || commentAt(input.analysis.report, selection))
      return refused(l10n.t("It is internal already."));
    return markInternal(input, [selection], { audience });
  },
};

export const sayAudience: Refactoring = {
  id: "say-audience",
  kind: "refactor.rewrite",
  offers({ analysis, config }, selection) {
    const comment = commentAt(analysis.report, selection);
    if (!comment || comment.slip !== undefined || !aboutForm(comment.form).worded) return [];
    return config.audiences.flatMap((audience, argument) =>
      audience === comment.audience
        ? []
        : [{ title: l10n.t("Change the comment's audience to “{0}”", audience), argument }],
    );
  },
  apply(input, selection, argument) {
    const audience = input.config.audiences[argument ?? 0];
    if (audience === undefined) return refused(l10n.t("There is no such audience."));
    return changeAudience(input, [selection], { audience });
  },
};
