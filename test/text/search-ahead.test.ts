import fc from "fast-check";
import { expect, it } from "vitest";
import { searchAhead } from "../../server/src/text/search-ahead.js";

it("a search ahead finds what a search from each place finds, in whatever order it is asked", () => {
  const texts = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 30 });
  fc.assert(
    fc.property(texts, fc.array(fc.nat(32)), (text, places) => {
      const find = searchAhead(text, "ab");
      for (const from of places) expect(find(from)).toBe(text.indexOf("ab", from));
    }),
  );
});
