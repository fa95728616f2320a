import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { folding, internalFolds } from "../../server/src/features/folding.js";
import { arbitraryReport } from "../support/arbitrary-report.js";
import { analyse, checkFolding } from "../support/check.js";

describe("folding", () => {
  it("sections to their last line with text", () =>
    checkFolding("# R\n\n## A\n\na\n\n### B\nb\n\n\n## C\nc\n", ["3-8", "7-8", "11-12"]));
  it("internal comments, front matter, code, quotes and lists", () =>
    checkFolding("---\na: b\n---\n:::internal\nx\n:::\n\n```\ny\n```\n\n> z\n> z\n\n- 1\n  2\n- 3\n", [
      "1-3",
      "4-6 internal",
      "8-10",
      "12-13",
      "15-17",
    ]));
  it("comments that are not for any audience", () =>
    checkFolding("<!-- a\nb -->\n\n<!-- internal: a\nb -->\n", ["1-2 comment", "4-5 internal"]));
  it("an internal section with its heading", () =>
    checkFolding("# R\n\n## A {.internal}\n\na\n\n### B\n\nb\n\n## C\n\nc\n", [
      "3-9 internal",
      "7-9",
      "11-13",
    ]));
  it("an internal quote rather than the list around it", () =>
    checkFolding("- > [!INTERNAL]\n  > a\n- b\n", ["1-2 internal"]));
  it("a comment over several sections as a whole: what it crosses ends before it", () =>
    checkFolding("# R\n\n## A\n\na\n\n:::internal\n\n## B\n\nb\n:::\n\n## C\n\nc\n", [
      "3-6",
      "7-12 internal",
      "9-12",
      "14-16",
    ]));
  it("comments that cross to the end of the last, and none before or in them", () =>
    checkFolding(
      "<!-- internal: a\na -->\n\n<internal>\na\n\n<!-- internal: b\nc -->\n\n:::internal\n\n</internal>\n\nd\n",
      ["1-2 internal", "4-15 internal", "7-8 internal", "10-15 internal"],
    ));
  it("nothing of one line", () => checkFolding("# R\n\n[internal: a] `b`\n\n- c\n", []));
});

describe("folds", () => {
  it("lie in each other or apart, one a line, whole where they are internal", () => {
    fc.assert(
      fc.property(arbitraryReport, (report) => {
        const analysis = analyse(report);
        const { text } = analysis;
        const open: number[] = [];
        let last = -1;
        for (const { from, to } of folding(analysis)) {
          const [first, end] = [text.lineAt(from), text.lineAt(to)];
          expect(first).toBeGreaterThan(last);
          expect(end).toBeGreaterThan(first);
          while (open.length > 0 && open.at(-1)! < first) open.pop();
          expect(end).toBeLessThanOrEqual(open.at(-1) ?? Number.POSITIVE_INFINITY);
          open.push(end);
          last = first;
        }
        // Every line of every internal comment but its first is hidden when all of them fold.
        const hidden = new Set(
          internalFolds(analysis).flatMap(({ from, to }) => range(text.lineAt(from) + 1, text.lineAt(to))),
        );
        for (const { from, to, form } of analysis.report.comments) {
          if (form === "section") continue;
          for (const line of range(text.lineAt(from) + 1, text.lineAt(to)))
            expect(hidden.has(line), `line ${line}`).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}
