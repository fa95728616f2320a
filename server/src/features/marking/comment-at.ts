import type { InternalComment } from "../../report/internal-comments.js";
import { allSections, type Report } from "../../report/model.js";
import { contains, type Span } from "../../text/span.js";

/**
 * The innermost internal comment that holds a span, its marks counted. The heading of an internal section counts as
 * being in it for a cursor, since there the section is marked.
 */
export function commentAt(report: Report, span: Span): InternalComment | undefined {
  const cursor = span.from === span.to;
  const holds = (comment: InternalComment) =>
    contains(comment, span) || (cursor && comment.form === "section" && inHeading(report, comment, span));
  return report.comments
    .filter(holds)
    .sort((a, b) => a.to - a.from - (b.to - b.from) || b.from - a.from)
    .at(0);
}

/** Whether a span is in the heading that makes its section internal. */
export function inHeading(report: Report, { open }: InternalComment, span: Span): boolean {
  return allSections(report.sections).some(
    ({ attributes, heading }) => attributes?.from === open.from && contains(heading, span),
  );
}
