import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decorations, near } from "../../server/src/features/decorations.js";
import type { Format } from "../../server/src/syntax/parse.js";
import { arbitraryReport } from "../support/arbitrary-report.js";
import { analyse } from "../support/check.js";
import { fixture, marked } from "../support/fixture.js";

/** Checks what is tinted: `«…»` are the stretches, `expected` says of each its strength and whether it is whole lines. */
function checkDecorations(report: string, expected: readonly string[], format: Format = "markdown"): void {
  const { text } = fixture(report);
  const { internal } = decorations(analyse(text, format));
  expect(marked(text, internal)).toBe(report);
  expect(internal.map(({ strength, block }) => `${strength}${block ? " lines" : ""}`)).toEqual(expected);
}

describe("decorations", () => {
  it("of comments as lines and in them", () =>
    checkDecorations("a «[internal: b]» c\n\n«:::internal company\nd\n:::»\n", [
      "narrowest",
      "middle lines",
    ]));
  it("of a comment in another: the narrowest that is around a word counts", () =>
    checkDecorations("«:::internal company\na »«[internal: b]»« c\n:::»\n", [
      "middle",
      "narrowest",
      "middle",
    ]));
  it("of a comment in a narrower one: nothing changes", () =>
    checkDecorations("«:::internal\na [internal public: b] c\n:::»\n", ["narrowest lines"]));
  it("of comments for the widest audience", () => checkDecorations("a «[internal public: b]»", ["widest"]));
  it("of a section's body without the blank lines around it", () =>
    checkDecorations("# R\n\n## A {.internal}\n\n«a\n\nb»\n\n## B\n", ["narrowest lines"]));
  it("of a quote", () => checkDecorations("a\n\n«> [!INTERNAL]\n> b»\n\nc", ["narrowest lines"]));
  it("of redacted markers", () => {
    const text = "a \\<Redacted comments>";
    expect(decorations(analyse(text)).redacted).toEqual([{ from: 2, to: text.length }]);
  });
});

describe("the tinted stretches of any report", () => {
  it("are in order and disjoint, and have every word of every comment", () => {
    fc.assert(
      fc.property(arbitraryReport, (report) => {
        const analysis = analyse(report);
        const { internal } = decorations(analysis);
        let done = 0;
        for (const { from, to } of internal) {
          expect(from).toBeGreaterThanOrEqual(done);
          expect(to).toBeGreaterThan(from);
          done = to;
        }
        const covered = new Set(internal.flatMap(({ from, to }) => range(from, to)));
        const missing = analysis.report.comments
          .flatMap(({ from, to }) => range(from, to))
          .filter((at) => !covered.has(at) && /\S/.test(report[at] ?? " "));
        expect(missing).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
  it("are chosen by what is in view", () => {
    fc.assert(
      fc.property(arbitraryReport, fc.nat(100), fc.nat(100), (report, from, length) => {
        const { internal } = decorations(analyse(report));
        const view = { from, to: from + length };
        const touching = internal.filter((span) => span.from <= view.to && span.to >= view.from);
        expect(near(internal, [view, view])).toEqual(touching);
      }),
      { numRuns: 100 },
    );
  });
});

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}
