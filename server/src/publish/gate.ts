import { isNarrower } from "../report/audiences.js";
import type { Report } from "../report/model.js";
import type { Syntax } from "../syntax/parse.js";
import { l10n } from "../text/message.js";
import { covered, type Span } from "../text/span.js";
import { blockers, type Reason } from "./blockers.js";
import { unpublished } from "./html-comments.js";
import { lettersOf } from "./letters.js";
import { readingsOf } from "./markup.js";
import type { RedactionOptions } from "./options.js";
import { type Phrase, PhraseSearch } from "./phrases.js";

/** A copy, read as a report again. */
interface CopyRead {
  readonly report: Report;
  readonly syntax: Syntax;
}

/** What is wrong with a copy that was read again: comments that are still in it. */
export function leftOver({ report, syntax }: CopyRead, options: RedactionOptions): Reason[] {
  const { audiences, audience } = options;
  const spans: Span[] = [
    ...report.comments.filter((comment) => isNarrower(audiences, comment.audience, audience)),
    ...unpublished(report.hidden, syntax, options),
    ...(report.frontMatter?.problems ?? []),
  ];
  const reasons = spans.map((span) =>
    leak(span, l10n.t("the copy would still hold a comment that is not for its readers")),
  );
  return [...reasons, ...blockers(report).map((reason) => ({ ...reason, in: "copy" as const }))];
}

/** Where a copy says something that was withheld. */
export function spoken(copy: string, phrases: readonly Phrase[]): Reason[] {
  if (phrases.length === 0) return [];
  return occurrences(copy, new PhraseSearch(phrases)).map((span) =>
    leak(span, l10n.t("the copy would repeat text of a comment that is not for its readers")),
  );
}

/** The stretches of a text or HTML file in which phrases stand; overlapping ones as one. */
export function occurrences(text: string, search: PhraseSearch): Span[] {
  const { shown, hidden } = readingsOf(text);
  const found: Span[] = [];
  for (const pieces of [shown, [{ from: 0, to: text.length }], ...hidden.map((span) => [span])])
    for (const { from, to } of search.matches(lettersOf(text, pieces))) found.push({ from, to });
  return covered(found);
}

function leak({ from, to }: Span, message: string): Reason {
  return { code: "leak", from, to, message, in: "copy" };
}
