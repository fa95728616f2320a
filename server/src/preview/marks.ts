import type { Analysis } from "../analysis.js";
import { announcementLength } from "../report/follow-ups.js";
import type { InternalComment } from "../report/internal-comments.js";
import { allSections } from "../report/model.js";
import { aboutForm } from "../syntax/forms.js";
import type { Span } from "../text/span.js";

/** A stretch of a report that a preview shows otherwise than Markdown would. */
export interface PreviewMark extends Span {
  readonly kind:
    | "mark" /** An end of an internal comment: not shown. */
    | "wrong" /** An end that is misspelt or misses its other one: shown as it is. */
    | "note" /** A whole HTML comment that is internal: its words are shown. */
    | "attributes" /** Of a heading: not shown. */
    | "redacted"
    | "to do"
    | "done";
  /** What is shown of it. */
  readonly words: string;
  /** Only white space follows on its line. */
  readonly endsLine: boolean;
  /** It takes its line or lines for itself, as a block does. */
  readonly block: boolean;
}

/** What a preview shows otherwise, in order and disjoint. */
export function previewMarks({ report, text: { content } }: Analysis): PreviewMark[] {
  const found: PreviewMark[] = [];
  const add = (kind: PreviewMark["kind"], { from, to }: Span, words: string, block = false) => {
    if (to > from) found.push({ kind, from, to, words, block, endsLine: endsLine(content, to) });
  };
  for (const comment of report.comments) addComment(comment, content, add);
  for (const { attributes } of allSections(report.sections))
    if (attributes) add("attributes", attributes, "");
  for (const { from, to, asTag } of report.redacted)
    add("redacted", { from, to }, bare(content.slice(from, to)), asTag);
  for (const { from, text: words, done } of report.followUps) {
    const to = from + announcementLength(content.slice(from, from + Math.max(40, words.length)));
    add(done ? "done" : "to do", { from, to }, content.slice(from, to));
  }
  let end = 0;
  return found
    .sort((a, b) => a.from - b.from || b.to - a.to)
    .filter(({ from, to }) => {
      if (from < end) return false;
      end = to;
      return true;
    });
}

function addComment(
  { form, from, to, open, close, slip, unclosed }: InternalComment,
  text: string,
  add: (kind: PreviewMark["kind"], span: Span, words: string, block?: boolean) => void,
): void {
  if (form === "front-matter") return;
  const shown = slip !== undefined || unclosed === true;
  if (form === "html-comment" && !shown) {
    const words = text
      .slice(open.to, to)
      .replace(/-->$/, "")
      .replace(/[\r\n][\s>]*/g, "\n")
      .trim();
    add("note", { from, to }, words, true);
    return;
  }
  const block = aboutForm(form).aroundBlocks;
  const kind = shown ? "wrong" : form === "section" ? "attributes" : "mark";
  add(kind, open, text.slice(open.from, open.to), block);
  if (close) add("mark", close, text.slice(close.from, close.to), block);
}

/** A redacted marker without its brackets. */
function bare(marker: string): string {
  return marker.replace(/^\\?(?:[<[(]|&lt;)|\\?(?:[>\])]|&gt;)$/g, "");
}

function endsLine(text: string, at: number): boolean {
  return /^[ \t]*(?:[\r\n]|$)/.test(text.slice(at, at + 1000));
}
