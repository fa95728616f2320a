import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { selectionRanges } from "../../server/src/features/selection-ranges.js";
import { touches } from "../../server/src/text/span.js";
import { arbitraryReport } from "../support/arbitrary-report.js";
import { analyse, checkSelectionRanges } from "../support/check.js";

describe("a selection grows", () => {
  it("from a word to its sentence, paragraph, section, the text", () =>
    checkSelectionRanges("# R\n\n## Expo\n\nOne here. Two w$0ords. Three.\n\nMore.\n\n## Dinner\n", [
      "words",
      "Two words.",
      "One here. Two words. Three.",
      "One here. Two words. Three.\n\nMore.",
      "## Expo\n\nOne here. Two words. Three.\n\nMore.",
    ]));
  it("over line breaks inside a sentence", () =>
    checkSelectionRanges("# R\n\nOne wo$0rd\r\nmore. Two.", [
      "word",
      "One word\r\nmore.",
      "One word\r\nmore. Two.",
    ]));
  it("inside emphasis and links", () =>
    checkSelectionRanges("a **b [c $0d](e) f** g", [
      "d",
      "c d",
      "[c d](e)",
      "b [c d](e) f",
      "**b [c d](e) f**",
    ]));
  it("from an item to its list", () =>
    checkSelectionRanges("# R\n\n- a b\n- c $0d\n\nend", ["d", "c d", "- c d", "- a b\n- c d"]));
  it("inside an internal comment", () =>
    checkSelectionRanges("x [internal: a $0b] y", ["b", "a b", "[internal: a b]"]));
  it("inside a container", () =>
    checkSelectionRanges("x\n\n:::internal\n$0a\n\nb\n:::\n\ny", [
      "a",
      "a\n\nb",
      ":::internal\na\n\nb\n:::",
    ]));
  it("from the heading to its section and the group around it", () =>
    checkSelectionRanges("# R\n\n## Day 1\n\n### A $0talk\n\na\n\n### B\n", [
      "talk",
      "A talk",
      "### A talk",
      "### A talk\n\na",
      "### A talk\n\na\n\n### B",
      "## Day 1\n\n### A talk\n\na\n\n### B",
    ]));
  it("in the front matter", () =>
    checkSelectionRanges("---\ntitle: An E$0vent\nevent: b\n---\n\nc", [
      "Event",
      "An Event",
      "title: An Event",
      "title: An Event\nevent: b",
      "---\ntitle: An Event\nevent: b\n---",
    ]));
  it("in code", () =>
    checkSelectionRanges("a\n\n```\nb $0c\nd\n```\n\ne", ["c", "b c\nd", "```\nb c\nd\n```"]));
  it("in plain text", () =>
    checkSelectionRanges(
      "Trip report: Harbour Days\n\nExpo floor\n\n• One. Two $0three.\n• Four\n",
      [
        "three",
        "Two three.",
        "• One. Two three.",
        "• One. Two three.\n• Four",
        "Expo floor\n\n• One. Two three.\n• Four",
      ],
      "plain-text",
    ));
  it("in nothing, to the text", () => checkSelectionRanges("a\n\n\n$0\n\n\nb", []));

  it("step by step, each holding the one before and more", () => {
    fc.assert(
      fc.property(arbitraryReport, fc.nat(), fc.boolean(), (report, pick, plain) => {
        const at = pick % (report.length + 1);
        const ranges = selectionRanges(analyse(report, plain ? "plain-text" : "markdown"), at);
        expect(ranges.at(-1)).toEqual({ from: 0, to: report.length });
        ranges.forEach((range, index) => {
          expect(touches(range, at)).toBe(true);
          const inner = ranges[index - 1];
          if (!inner) return;
          expect(range.from <= inner.from && inner.to <= range.to).toBe(true);
          expect(range.to - range.from).toBeGreaterThan(inner.to - inner.from);
        });
      }),
      { numRuns: 300 },
    );
  });
});
