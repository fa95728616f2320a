import type { Analysis } from "../analysis.js";
import { countAtFront } from "../text/ordered.js";
import { covered, type Span } from "../text/span.js";

/** Stretches of a text that must stay as they are: sorted and disjoint. */
export class Protected {
  constructor(readonly spans: readonly Span[]) {}

  /** The stretch that holds `offset`, if one does. */
  at(offset: number): Span | undefined {
    const found = this.spans[this.before(offset)];
    return found && found.from <= offset ? found : undefined;
  }

  /** Whether any of a span is in a stretch. */
  touches({ from, to }: Span): boolean {
    const found = this.spans[this.before(from)];
    return found !== undefined && found.from < to;
  }

  /** What of a span is in none of the stretches. */
  outside({ from, to }: Span): Span[] {
    const free: Span[] = [];
    let done = from;
    for (let i = this.before(from); i < this.spans.length && this.spans[i]!.from < to; i++) {
      const span = this.spans[i]!;
      if (span.from > done) free.push({ from: done, to: span.from });
      done = Math.max(done, span.to);
    }
    if (done < to) free.push({ from: done, to });
    return free;
  }

  /** How many stretches end before `offset` or at it. */
  private before(offset: number): number {
    return countAtFront(this.spans, ({ to }) => to <= offset);
  }
}

/** Internal comments, whatever is wrong with them, and all else that is not published: no byte of them may change. */
export function protectedIn({ report, text }: Analysis): Protected {
  const comments = report.comments.flatMap(({ form, from, to, open }) => {
    if (form === "section" || form === "front-matter") return [];
    if (form !== "callout") return [{ from, to }];
    return [calloutIn(text.content, text.lineStart(text.lineAt(open.from)), to)];
  });
  // A marker that is a tag to Markdown gets its backslash; every other form is one there too.
  const redacted = report.redacted.filter(({ asTag }) => !asTag);
  return new Protected(covered([...comments, ...redacted, ...report.hidden, ...report.strayCloses]));
}

/** A callout reaches as far as its quote does in Markdown, with the mark of the quote before it. */
function calloutIn(text: string, from: number, to: number): Span {
  const blank = /(?:\r\n?|\n)[ \t]*(?=\r|\n)/g;
  blank.lastIndex = from;
  const end = blank.exec(text)?.index ?? text.length;
  return { from, to: Math.max(from, Math.min(end, to)) };
}
