import fc from "fast-check";
import { expect, it } from "vitest";
import { distance } from "../../server/src/text/nearest.js";

/** The same by its definition: how many steps a word is from another, looked for in all directions. */
function steps(a: string, b: string): number {
  if (a === "" || b === "") return a.length + b.length;
  const rest = [
    steps(a.slice(1), b) + 1,
    steps(a, b.slice(1)) + 1,
    steps(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1),
  ];
  if (a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0])
    rest.push(steps(a.slice(2), b.slice(2)) + 1);
  return Math.min(...rest);
}

it("the distance of two words is how many slips lead from one to the other, as far as it is asked for", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 6 });
  fc.assert(
    fc.property(word, word, fc.integer({ min: 1, max: 7 }), (a, b, limit) => {
      expect(distance(a, b, limit)).toBe(Math.min(limit, steps(a, b)));
    }),
    { numRuns: 2000 },
  );
});
