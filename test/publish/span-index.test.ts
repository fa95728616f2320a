import { describe, expect, it } from "vitest";
import { firstFrom, SpanIndex } from "../../server/src/publish/span-index.js";
import type { Span } from "../../server/src/text/span.js";

/** All spans of a short text, and all lists of none, one and two of them. */
const spans: readonly Span[] = [0, 1, 2, 3, 4].flatMap((from) =>
  [0, 1, 2, 3, 4].filter((to) => to >= from).map((to) => ({ from, to })),
);
const lists: readonly (readonly Span[])[] = [
  [],
  ...spans.map((span) => [span]),
  ...spans.flatMap((a) => spans.map((b) => [a, b])),
];

/** Checks an answer of the index for each list and each span against one that looks at every span. */
function checkAnswer(
  answer: (index: SpanIndex, span: Span) => boolean,
  plain: (one: Span, span: Span) => boolean,
) {
  for (const list of lists) {
    const index = new SpanIndex(list);
    for (const span of spans)
      expect(answer(index, span), JSON.stringify([list, span])).toBe(list.some((one) => plain(one, span)));
  }
}

describe("of many spans the index tells", () => {
  it("whether one shares a character with a span", () => {
    checkAnswer(
      (index, span) => span.from < span.to && index.overlaps(span),
      (one, { from, to }) => from < to && one.from < to && one.to > from,
    );
  });

  it("whether one holds all of a span", () => {
    checkAnswer(
      (index, span) => index.holds(span),
      (one, { from, to }) => one.from <= from && one.to >= to,
    );
  });

  it("whether one begins in a span", () => {
    checkAnswer(
      (index, span) => index.beginsIn(span),
      (one, { from, to }) => one.from >= from && one.from < to,
    );
  });
});

describe("the first number that is not below another", () => {
  it.each([
    [[], 0, 0],
    [[1, 3, 3, 5], 0, 0],
    [[1, 3, 3, 5], 1, 0],
    [[1, 3, 3, 5], 2, 1],
    [[1, 3, 3, 5], 3, 1],
    [[1, 3, 3, 5], 4, 3],
    [[1, 3, 3, 5], 5, 3],
    [[1, 3, 3, 5], 6, 4],
  ])("in %j from %i is at %i", (sorted, least, at) => expect(firstFrom(sorted, least)).toBe(at));
});
