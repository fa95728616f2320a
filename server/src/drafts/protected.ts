import type { Analysis } from "../analysis.js";
import type { Span } from "../text/span.js";

/** Stretches of a text that must stay as they are: sorted and disjoint. */
export class Protected {
  constructor(readonly spans: readonly Span[]) {}

  /** The stretch that holds `offset`, if one does. */
  at(offset: number): Span | undefined {
    const found = this.spans[this.firstBehind(offset)];
    return found && found.from <= offset ? found : undefined;
  }

  /** Whether any of a span is in a stretch. */
  touches({ from, to }: Span): boolean {
    const found = this.spans[this.firstBehind(from)];
    return found !== undefined && found.from < to;
  }

  /** What of a span is in none of the stretches. */
  outside({ from, to }: Span): Span[] {
    const free: Span[] = [];
    let done = from;
    for (let i = this.firstBehind(from); i < this.spans.length && this.spans[i]!.from < to; i++) {
      const span = this.spans[i]!;
      if (span.from > done) free.push({ from: done, to: span.from });
      done = Math.max(done, span.to);
    }
    if (done < to) free.push({ from: done, to });
    return free;
  }

  /** The place of the first stretch that ends behind `offset`. */
  private firstBehind(offset: number): number {
    let low = 0;
    let high = this.spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.spans[middle]!.to <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
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
  return new Protected(merged([...comments, ...redacted, ...report.hidden, ...report.strayCloses]));
}

/** A callout reaches as far as its quote does in Markdown, with the mark of the quote before it. */
function calloutIn(text: string, from: number, to: number): Span {
  const blank = /(?:\r\n?|\n)[ \t]*(?=\r|\n)/g;
  blank.lastIndex = from;
  const end = blank.exec(text)?.index ?? text.length;
  return { from, to: Math.max(from, Math.min(end, to)) };
}

function merged(spans: readonly Span[]): Span[] {
  const result: { from: number; to: number }[] = [];
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else result.push({ from, to });
  }
  return result;
}
