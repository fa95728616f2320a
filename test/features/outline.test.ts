import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type OutlineNode, outline } from "../../server/src/features/outline.js";
import { SYMBOL_KINDS } from "../../server/src/lsp/to-protocol.js";
import { contains } from "../../server/src/text/span.js";
import { arbitraryReport } from "../support/arbitrary-report.js";
import { analyse, checkOutline } from "../support/check.js";

describe("outline", () => {
  it("nests sections below their headings", () =>
    checkOutline(
      "# Report\n\n## Day 1\n\n### Opening Keynote (Ada Brook)\n\n## Action items\n",
      "group Day 1\n  keynote Opening Keynote · Ada Brook\nfollowups Action items",
    ));
  it("names a heading that has no words", () => checkOutline("# R\n\n##\n\n## **\n", "topic ##\ntopic **"));
  it("leaves markers out", () => checkOutline("# R\n\n## Expo\n\na [internal: b] <REDACTED>\n", "expo Expo"));
  it("has an icon of its own for each kind", () => {
    const icons = Object.values(SYMBOL_KINDS);
    expect(new Set(icons).size).toBe(icons.length);
  });
});

describe("outline with markers", () => {
  const check = (report: string, expected: string) => checkOutline(report, expected, { markers: true });

  it("has comments by their first words and audience, where they stand", () =>
    check(
      "# R\n\n[internal: before all]\n\n## Expo\n\na [internal company: they\nare late] b\n\n### Booth\n\n:::private\n\n- Cheap.\n- No.\n:::\n",
      `
internal before all · team
expo Expo
  internal they are late · company
  expo Booth
    internal Cheap. - No. · team`,
    ));
  it("has redacted markers", () =>
    check("# R\n\n## Expo\n\na \\<Redacted comments> b\n", "expo Expo\n  redacted Redacted"));
  it("has the outermost comment alone", () =>
    check(
      "# R\n\n## Expo\n\n:::internal\na [internal: b] <REDACTED>\n:::\n",
      "expo Expo\n  internal a [internal: b] <REDACTED> · team",
    ));
  it("has an internal section once", () => check("# R\n\n## Expo {.internal}\n\na\n", "expo Expo"));
  it("names a comment without words", () =>
    check("# R\n\n## Expo\n\n:::internal\n:::\n", "expo Expo\n  internal Internal comment · team"));
  it("cuts long comments between words", () =>
    check(
      `# R\n\n## Expo\n\n[internal: ${"words ".repeat(40)}]\n`,
      `expo Expo\n  internal ${"words ".repeat(9)}words… · team`,
    ));
});

describe("the entries of an outline", () => {
  it("lie in the one above, have their heading in them and do not overlap", () => {
    const check = (nodes: readonly OutlineNode[], around: { from: number; to: number }): void => {
      let end = around.from;
      for (const entry of nodes) {
        expect(contains(around, entry)).toBe(true);
        expect(contains(entry, entry.selection)).toBe(true);
        expect(entry.name.trim()).not.toBe("");
        expect(entry.from).toBeGreaterThanOrEqual(end);
        end = entry.to;
        check(entry.children, entry);
      }
    };
    fc.assert(
      fc.property(arbitraryReport, fc.boolean(), fc.boolean(), (report, markers, plain) => {
        const analysis = analyse(report, plain ? "plain-text" : "markdown");
        check(outline(analysis, { markers }), { from: 0, to: report.length });
      }),
      { numRuns: 300 },
    );
  });
});
