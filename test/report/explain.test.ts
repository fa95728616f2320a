import { describe, expect, it } from "vitest";
import { explainSection, sectionAt } from "../../server/src/report/explain.js";
import { report } from "../support/check-sections.js";

describe("why a line was taken for what it is", () => {
  const text = "# Harbour Days\n\n## Day 2\n\n### 9:30 Ropes (Ada Winter)\n\nText\n";

  it("names the rules and the words they saw", () => {
    const section = sectionAt(report(text).sections, text.indexOf("Ropes"));
    expect(section && explainSection(section)).toEqual([
      "breakout “Ropes”, Day 2, 09:30, Ada Winter",
      "a Markdown heading: “9:30 Ropes (Ada Winter)”",
      "a time before the title: “9:30”",
      "speakers in parentheses: “Ada Winter”",
      "breakout: the group above: “Day 2”",
    ]);
  });

  it.each([
    ["## Ropes (Ada Winter)\n\na", "breakout: somebody speaks in it"],
    ["## Ropes\n\nThis talk was on ropes.", "breakout: its text says “This talk”"],
    [
      "## Ropes\n\na\n\n### Notes\n\na\n\n## Knots\n\na\n\n### Notes\n\na",
      "breakout: it has a part “Notes”, as other sections have",
    ],
    ["## Opening keynote\n\na", "keynote: the words of the heading: “opening keynote”"],
    ["## Ropes {.panel}\n\na", "panel: the heading's class: “panel”"],
  ])("says what made a section what it is: %j", (below, expected) => {
    const [section] = report(`# Harbour Days\n\n${below}\n`).sections;
    expect(section && explainSection(section)).toContain(expected);
  });

  it("shortens what it saw", () => {
    const [section] = report(`# Harbour Days\n\n## ${"Ropes and ".repeat(12)}knots (Ada Winter)\n`).sections;
    expect(section && explainSection(section)).toContain(
      `a Markdown heading: “${"Ropes and ".repeat(12).slice(0, 99)}…”`,
    );
  });

  it("goes for text below a heading too, and for none before the first", () => {
    const { sections } = report(text);
    expect(sectionAt(sections, text.indexOf("Text"))?.title).toBe("Ropes");
    expect(sectionAt(sections, 0)).toBeUndefined();
  });
});
