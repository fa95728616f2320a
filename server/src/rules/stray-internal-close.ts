import { l10n } from "../text/message.js";
import type { Rule } from "./rule.js";

export const strayInternalClose: Rule = {
  code: "stray-internal-close",
  severity: "warning",
  summary: "A closing mark closes no internal comment.",
  docs: {
    why: "A closing mark without its opening often means that the opening was deleted or misspelt, and what stood between them is public now.",
    bad: "They will miss the date.\n:::\n",
    good: ":::internal\nThey will miss the date.\n:::\n",
    fix: "Removes the closing mark.",
  },
  *check({ report }) {
    for (const stray of report.strayCloses) {
      if (stray.slip !== undefined) continue;
      const { from, to, form } = stray;
      const fixes = [{ title: l10n.t("Remove the closing mark"), edits: [{ from, to, insert: "" }] }];
      yield { from, to, message: l10n.t("nothing is open that this closes ({0})", form), fixes };
    }
  },
};
