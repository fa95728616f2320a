import type { Analysis } from "../analysis.js";
import { withoutTargets } from "../publish/markup.js";
import { countAtFront } from "../text/ordered.js";
import { covered, type Span } from "../text/span.js";

/** Scripts that put no space between words count by sign. */
const SIGN = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/gu;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’_-]*/gu;

/** Counts the words that somebody wrote, addresses of links, boxes to tick and the marks of comments not among them. */
export class WordCount {
  private readonly content: string;
  private readonly internal: readonly Span[];

  /** `internal` are the comments that count as internal; all of them if none are said. */
  constructor({ text, report }: Analysis, internal: readonly Span[] = report.comments) {
    const marks = report.comments.flatMap(({ open, close }) => (close ? [open, close] : [open]));
    this.content = blanked(text.content, [...marks, ...report.redacted, ...report.hidden]);
    this.internal = covered(internal);
  }

  /** The words of a span, those in internal comments among them. */
  in({ from, to }: Span): number {
    if (from >= to) return 0;
    const written = withoutTargets(this.content.slice(from, to)).replace(/\[[ xX]\]/g, " ");
    let signs = 0;
    const apart = written.replace(SIGN, () => {
      signs++;
      return " ";
    });
    return signs + (apart.match(WORD)?.length ?? 0);
  }

  /** The words of a span that are in internal comments. */
  internalIn({ from, to }: Span): number {
    let words = 0;
    for (
      let at = countAtFront(this.internal, (comment) => comment.to <= from);
      at < this.internal.length;
      at++
    ) {
      const comment = this.internal[at]!;
      if (comment.from >= to) break;
      words += this.in({ from: Math.max(from, comment.from), to: Math.min(to, comment.to) });
    }
    return words;
  }
}

/** The text with blanks in place of some spans, so that every offset stays. */
function blanked(content: string, spans: readonly Span[]): string {
  const pieces: string[] = [];
  let done = 0;
  for (const { from, to } of covered(spans)) {
    pieces.push(content.slice(done, from), " ".repeat(to - from));
    done = to;
  }
  return pieces.join("") + content.slice(done);
}
