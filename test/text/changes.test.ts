import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changedRanges } from "../../server/src/text/changes.js";
import type { TextEdit } from "../../server/src/text/edit.js";

describe("changed ranges", () => {
  it("leave everything outside them as it was", () => {
    const edit = fc.record({ at: fc.nat(), length: fc.nat({ max: 5 }), insert: fc.string({ maxLength: 4 }) });
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.array(edit, { maxLength: 6 }), (before, raw) => {
        let after = before;
        const edits: TextEdit[] = raw.map(({ at, length, insert }) => {
          const from = at % (after.length + 1);
          const to = Math.min(after.length, from + length);
          after = after.slice(0, from) + insert + after.slice(to);
          return { from, to, insert };
        });
        let rebuilt = "";
        let a = 0;
        for (const { fromA, toA, fromB, toB } of changedRanges(edits)) {
          // Two that touch are one.
          expect(fromA > a || a === 0).toBe(true);
          rebuilt += before.slice(a, fromA);
          expect(rebuilt.length).toBe(fromB);
          rebuilt += after.slice(fromB, toB);
          a = toA;
        }
        expect(rebuilt + before.slice(a)).toBe(after);
      }),
      { numRuns: 3000 },
    );
  });

  it("of many edits at the end of each other are few", () => {
    const edits = Array.from({ length: 100_000 }, (_, at) => ({ from: at, to: at, insert: "x" }));
    expect(changedRanges(edits)).toEqual([{ fromA: 0, toA: 0, fromB: 0, toB: 100_000 }]);
  });
});
