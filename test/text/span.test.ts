import fc from "fast-check";
import { expect, it } from "vitest";
import { covered } from "../../server/src/text/span.js";

it("what spans cover is every place in one of them, in stretches with something between", () => {
  const spans = fc.array(
    fc
      .tuple(fc.nat(30), fc.integer({ min: 1, max: 5 }))
      .map(([from, length]) => ({ from, to: from + length })),
  );
  const places = (of: readonly { from: number; to: number }[]) =>
    new Set(of.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)));
  fc.assert(
    fc.property(spans, (some) => {
      const found = covered(some);
      expect(places(found)).toEqual(new Set([...places(some)].sort((a, b) => a - b)));
      found.slice(1).forEach(({ from }, at) => {
        expect(from).toBeGreaterThan(found[at]!.to);
      });
    }),
  );
});
