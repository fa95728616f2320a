import { l10n, type Message } from "../text/message.js";
import type { Span } from "../text/span.js";
import type { Finding, Rule } from "./rule.js";

export const misspeltInternalComment: Rule = {
  code: "misspelt-internal-comment",
  severity: "error",
  summary: "A near miss of an internal comment: other tools would publish it.",
  docs: {
    why: "One letter off, and other tools take the comment for text and publish it. Here it still counts as internal, but no copy is published until it is spelt properly.",
    bad: ":::internla\nThey will miss the date.\n:::\n",
    good: ":::internal\nThey will miss the date.\n:::\n",
    fix: "Puts the proper spelling in its place.",
  },
  *check({ report, text }) {
    for (const { open, slip, proper } of report.comments)
      if (slip !== undefined) yield finding(open, slip, proper, text);
    for (const { from, to, slip, proper } of report.strayCloses)
      if (slip !== undefined) yield finding({ from, to }, slip, proper, text);
  },
};

function finding({ from, to }: Span, slip: Message, proper: string | undefined, text: string): Finding {
  // A mark that runs on over its line is put right only where it begins.
  const fixes =
    proper === undefined || /[\r\n]/.test(text.slice(from, to))
      ? []
      : [
          {
            title: l10n.t("Change to “{0}”", proper),
            edits: [{ from, to, insert: proper }],
            preferred: true as const,
          },
        ];
  return {
    from,
    to,
    message: l10n.t("this looks like a misspelt internal comment"),
    messageWithText: l10n.t("this looks like a misspelt internal comment: {0}", [slip]),
    fixes,
  };
}
