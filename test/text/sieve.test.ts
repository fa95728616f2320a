import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Sieve } from "../../server/src/text/sieve.js";

describe("a sieve", () => {
  const questions = [["keynote", "by "], ["day", "[x]", "märz"], [":"]];
  const sieve = new Sieve(questions);
  it.each<[string, number]>([
    ["the keynote", 1],
    ["said BY them", 1],
    ["a key", 0],
    ["key notes", 0],
    ["im März", 2],
    ["im MÄRZ", 2],
    ["- [X] done", 2],
    ["Keynote: day two", 7],
    ["", 0],
  ])("tells of %j", (text, found) => expect(sieve.in(text)).toBe(found));

  it("looks at a stretch only", () => {
    expect(sieve.in("day by day", 4)).toBe(3);
    expect(sieve.in("day by day", 0, 6)).toBe(2);
  });

  it("misses no word, whatever stands around it", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary" }),
        fc.constantFrom(...questions.flatMap((words, question) => words.map((word) => ({ word, question })))),
        fc.boolean(),
        fc.string({ unit: "binary" }),
        (before, { word, question }, shouted, behind) => {
          const text = before + (shouted ? word.toUpperCase() : word) + behind;
          expect(sieve.in(text) & (1 << question)).not.toBe(0);
        },
      ),
    );
  });
});
