import type { Span } from "../../server/src/text/span.js";

/** A text whose markers were taken out: `$0` is a cursor, `«…»` a span. */
export interface Fixture {
  readonly text: string;
  readonly cursor: number | undefined;
  readonly spans: readonly Span[];
}

/** Reads a fixture: `$0` marks the cursor, `«` and `»` the spans that are expected, nested where they are. */
export function fixture(marked: string): Fixture {
  let text = "";
  let cursor: number | undefined;
  const open: number[] = [];
  const spans: Span[] = [];
  for (const piece of marked.split(/(\$0|«|»)/)) {
    if (piece === "$0") cursor = text.length;
    else if (piece === "«") open.push(text.length);
    else if (piece === "»") spans.push({ from: open.pop()!, to: text.length });
    else text += piece;
  }
  return { text, cursor, spans: spans.sort((a, b) => a.from - b.from || b.to - a.to) };
}

/** The text with the spans marked again, for comparing with a fixture in one readable string. */
export function marked(text: string, spans: readonly Span[]): string {
  const marks = spans.flatMap(({ from, to }) => [
    { at: from, order: to === from ? 1 : 2, with: -to, mark: "«" },
    { at: to, order: to === from ? 2 : 0, with: -from, mark: "»" },
  ]);
  marks.sort((a, b) => a.at - b.at || a.order - b.order || a.with - b.with);
  let result = "";
  let done = 0;
  for (const { at, mark } of marks) {
    result += text.slice(done, at) + mark;
    done = at;
  }
  return result + text.slice(done);
}
