import { l10n } from "../text/message.js";
import type { Span } from "../text/span.js";
import type { Finding, Rule, RuleInput } from "./rule.js";

export const unknownAudience: Rule = {
  code: "unknown-audience",
  severity: "error",
  summary: "An audience is not one of the configured ones; it counts as the narrowest.",
  docs: {
    why: "An audience that is not configured counts as the narrowest. That hides too much rather than too little, but surely is not what was meant.",
    bad: "[internal compny: they will miss the date]\n",
    good: "[internal company: they will miss the date]\n",
    fix: "Offers each configured audience.",
  },
  *check(input) {
    const { comments, unknownAudience } = input.report;
    if (unknownAudience) yield finding(unknownAudience, unknownAudience.text, input);
    for (const comment of comments)
      if (comment.unknownAudience !== undefined && comment.slip === undefined)
        yield finding(
          within(comment.open, comment.unknownAudience, input.text),
          comment.unknownAudience,
          input,
        );
  },
};

/** Where the audience stands in the opening mark. */
function within(open: Span, said: string, text: string): Span {
  const at = text.slice(open.from, open.to).lastIndexOf(said);
  return at < 0 ? open : { from: open.from + at, to: open.from + at + said.length };
}

function finding({ from, to }: Span, said: string, { audiences }: RuleInput): Finding {
  const known = audiences.map((audience) => `“${audience}”`).join(", ");
  return {
    from,
    to,
    message: l10n.t("this audience is not configured; known are {0}", known),
    messageWithText: l10n.t("the audience “{0}” is not configured; known are {1}", said, known),
    fixes: audiences.map((audience) => ({
      title: l10n.t("Change to “{0}”", audience),
      edits: [{ from, to, insert: audience }],
    })),
  };
}
