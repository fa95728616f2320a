import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countAtFront } from "../../server/src/text/ordered.js";
import { covered } from "../../server/src/text/span.js";

describe("an ordered list", () => {
  it("is counted as far as something holds, with few looks", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50)), fc.nat(50), (numbers, least) => {
        const ordered = [...numbers].sort((a, b) => a - b);
        let looks = 0;
        const count = countAtFront(ordered, (number) => {
          looks++;
          return number < least;
        });
        expect(count).toBe(ordered.filter((number) => number < least).length);
        expect(looks).toBeLessThanOrEqual(Math.ceil(Math.log2(ordered.length + 1)));
      }),
    );
  });
});

describe("spans made one", () => {
  it.each([
    [[], []],
    [
      [
        [5, 7],
        [0, 2],
      ],
      [
        [0, 2],
        [5, 7],
      ],
    ],
    [
      [
        [0, 2],
        [2, 4],
        [3, 3],
      ],
      [[0, 4]],
    ],
  ])("%j", (spans, expected) => {
    const found = covered(spans.map(([from, to]) => ({ from: from!, to: to! })));
    expect(found.map(({ from, to }) => [from, to])).toEqual(expected);
  });

  it("are in order and apart, and hold the same places", () => {
    const span = fc.tuple(fc.nat(30), fc.nat(5)).map(([from, length]) => ({ from, to: from + length }));
    fc.assert(
      fc.property(fc.array(span), (spans) => {
        const found = covered(spans);
        found.slice(1).forEach(({ from }, at) => {
          expect(from).toBeGreaterThan(found[at]!.to);
        });
        const holds = (all: readonly { from: number; to: number }[], at: number) =>
          all.some(({ from, to }) => from <= at && at < to);
        for (let at = 0; at < 36; at++) expect(holds(found, at)).toBe(holds(spans, at));
      }),
    );
  });
});
