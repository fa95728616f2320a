import { l10n } from "../text/message.js";
import type { Rule } from "./rule.js";

export const followupLeft: Rule = {
  code: "followup-left",
  severity: "warning",
  summary: "An open follow-up is left in a file that everyone may read.",
  docs: {
    why: "Notes to oneself tell readers what the writer did not get done, and sometimes with whom.",
    bad: "---\ntype: trip-report\naudience: public\n---\n\nTODO ask for the slides\n",
    good: "---\ntype: trip-report\naudience: team\n---\n\nTODO ask for the slides\n",
    fix: "Removes the line; a task item can be ticked off instead.",
  },
  *check({ report, audiences, audience, text }) {
    if (audience !== audiences.at(-1)) return;
    for (const { from, to, done } of report.followUps) {
      // What no reader of this file gets to see is no concern of theirs.
      const hidden = report.comments.some((comment) => comment.from <= from && to <= comment.to);
      if (done || hidden) continue;
      const task = /^\[ \]/.test(text.slice(from, to));
      const tick = { title: l10n.t("Tick it off"), edits: [{ from: from + 1, to: from + 2, insert: "x" }] };
      const drop = { title: l10n.t("Remove it"), edits: [{ from, to, insert: "" }] };
      yield {
        from,
        to,
        message: l10n.t("an open follow-up in a file for everyone"),
        fixes: task ? [tick, drop] : [drop],
      };
    }
  },
};
