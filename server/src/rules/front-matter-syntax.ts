import { l10n } from "../text/message.js";
import type { Rule } from "./rule.js";

export const frontMatterSyntax: Rule = {
  code: "front-matter-syntax",
  severity: "error",
  summary: "Front matter cannot be read.",
  docs: {
    why: "Who may read the file and what must not be published stand in the front matter. Unread, none of it holds, so no copy is published. A block in a programming language is never executed.",
    bad: "---\ntitle: [Harbour Days\n---\n",
    good: "---\ntitle: Harbour Days\nevent: Harbour Days\ndates: 2024-05-14\n---\n",
    fix: "None: what was meant is for the writer to say.",
  },
  *check({ report }) {
    for (const { from, to, message } of report.frontMatter?.problems ?? [])
      yield {
        from,
        to,
        message: l10n.t("front matter cannot be read"),
        messageWithText: l10n.t("front matter: {0}", [message]),
      };
  },
};
