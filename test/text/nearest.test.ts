import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { distance, isOneSlip } from "../../server/src/text/nearest.js";

const words = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 6 }).map((letters) => letters.join(""));

describe("one slip", () => {
  for (const [a, b] of [
    ["internal", "interal"],
    ["internal", "intternal"],
    ["internal", "imternal"],
    ["internal", "intenral"],
  ] as const)
    it(`is between ${a} and ${b}`, () => {
      expect(isOneSlip(a, b)).toBe(true);
    });

  it("is a distance of one", () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        expect(isOneSlip(a, b)).toBe(distance(a, b, 2) === 1);
      }),
      { numRuns: 3000 },
    );
  });
});
