import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boundaries, mutated, mutationCount, SECRET } from "../support/mutations.js";
import { copyOf } from "../support/publish.js";

/** All of them are tried by `npm run fuzz`. */
describe("a comment put in anywhere never leaks", () => {
  for (const name of ["training.trip.md", "two-day-conference.trip.md", "one-day-event.txt"])
    it(`in ${name}`, () => {
      const source = readFileSync(new URL(`../../examples/${name}`, import.meta.url), "utf8");
      const format = name.endsWith(".txt") ? "plain-text" : "markdown";
      const places = boundaries(source, format);
      const choice = fc.integer({ min: 0, max: mutationCount(places) - 1 });
      fc.assert(
        fc.property(choice, fc.constantFrom("md", "html", "txt"), (number, to) => {
          const text = mutated(source, places, number);
          expect(copyOf(text, { source: format, to: to as "md" }).toLowerCase()).not.toContain(
            SECRET.toLowerCase(),
          );
        }),
        { numRuns: 25 },
      );
    });
});
