import type { Analysis } from "../analysis.js";
import type { Config } from "../config.js";
import type { Terms } from "../report/suspects-terms.js";
import { suspectedInternalComment } from "../rules/suspected-internal-comment.js";
import type { Form } from "../syntax/forms.js";
import type { Message } from "../text/message.js";
import type { Span } from "../text/span.js";
import { diagnosticsOf } from "./diagnostics.js";
import { firstWords } from "./outline.js";

/** Something in a report that not everyone may read, reads as if, or was taken out of it. */
export interface PrivatePlace extends Span {
  readonly what: "internal" | "suspect" | "redacted";
  /** The first words. */
  readonly words: string;
  /** Of an internal comment: how it is written, and for whom it is at most. */
  readonly form?: Form;
  readonly audience?: string;
  /** Why a sentence is suspected, without the report's words. */
  readonly why?: Message;
}

/** Every internal comment, suspected sentence and redacted marker of a report in order. Waived suspects are none. */
export function privatePlaces(analysis: Analysis, config: Config, terms?: Terms): PrivatePlace[] {
  const { report, text } = analysis;
  const { content } = text;
  const comments = report.comments.map(({ to, open, close, form, audience }): PrivatePlace => {
    // An HTML comment is one mark, its end no mark of its own.
    const end = close?.from ?? (content.endsWith("-->", to) ? to - "-->".length : to);
    const inner = content.slice(open.to, Math.max(open.to, end));
    return { from: open.from, to, what: "internal", words: firstWords(inner), form, audience };
  });
  const suspects = diagnosticsOf([suspectedInternalComment], analysis, {
    config,
    ...(terms ? { terms } : {}),
  }).filter(({ code }) => code === suspectedInternalComment.code);
  return [
    ...comments,
    ...suspects.map(
      ({ from, to, message }): PrivatePlace => ({
        from,
        to,
        what: "suspect",
        words: firstWords(content.slice(from, to)),
        why: message,
      }),
    ),
    ...report.redacted.map(
      ({ from, to }): PrivatePlace => ({
        from,
        to,
        what: "redacted",
        words: firstWords(content.slice(from, to)),
      }),
    ),
  ].sort((a, b) => a.from - b.from || b.to - a.to);
}
