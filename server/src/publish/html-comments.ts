import type { Syntax } from "../syntax/parse.js";
import { rawMarks } from "../syntax/raw-marks.js";
import type { Span } from "../text/span.js";
import type { RedactionOptions } from "./options.js";

const OPENING = "<!--".length;

/**
 * Those of a report's HTML comments that are not published: all of them, or, where they are kept, those with an internal
 * comment in them, whoever it is for. Markdown knows no comments in comments, so nothing else would find it there.
 */
export function unpublished(
  comments: readonly Span[],
  { text, grammar }: Pick<Syntax, "text" | "grammar">,
  { keepHtmlComments }: Pick<RedactionOptions, "keepHtmlComments">,
): readonly Span[] {
  if (!keepHtmlComments) return comments;
  return comments.filter(({ from, to }) =>
    rawMarks(grammar, text, from + OPENING, to).marks.some(({ kind }) => kind === "open"),
  );
}
