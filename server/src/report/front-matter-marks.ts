import type { BlockMarks, MarkEvent } from "../syntax/block-marks.js";
import type { Syntax } from "../syntax/parse.js";
import { rawMarks } from "../syntax/raw-marks.js";
import { append } from "../text/append.js";
import type { Span } from "../text/span.js";
import type { FrontMatter } from "./front-matter.js";

/**
 * The marks of internal comments inside keys and values of front matter; offsets are the text's. An entry is a
 * container. What is a YAML comment is not read again.
 */
export function frontMatterMarks({ grammar, text }: Syntax, front: FrontMatter): BlockMarks {
  const events: MarkEvent[] = [];
  const hidden: Span[] = [];
  const inComment = ({ from }: Span) =>
    front.comments.some((comment) => comment.from <= from && from < comment.to);
  front.entries.forEach(({ keySpan, valueSpan }, index) => {
    const { from } = keySpan;
    const next = front.entries[index + 1]?.keySpan.from;
    const to = next ?? Math.max(valueSpan.to, keySpan.to);
    const found = rawMarks(grammar, text, from, to);
    append(
      hidden,
      found.hidden.filter((span) => !inComment(span)),
    );
    const marks = found.marks.filter((mark) => !inComment(mark));
    if (marks.length === 0) return;
    events.push({ kind: "enter", quote: false, from, to, unclosedTo: to });
    for (const mark of marks)
      if (mark.kind !== "redacted") events.push({ kind: "mark", mark, leafTo: to, inQuote: false });
    events.push({ kind: "leave" });
  });
  return { events, redacted: [], hidden, inCode: [], attributes: [] };
}
