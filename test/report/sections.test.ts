import { describe, expect, it } from "vitest";
import { checkSections, outline, report } from "../support/check-sections.js";

describe("headings", () => {
  it("are ATX, closed ATX and setext, wherever they say the same", () => {
    checkSections(
      "# Harbour Days\n\n## Ropes ##\n\nText\n\nKnots\n-----\n\nText\n\n### Sails\n\nText\n",
      "topic Ropes\ntopic Knots\n  topic Sails",
    );
  });

  it("are wholly bold lines, one level below the heading above", () => {
    checkSections(
      "# Harbour Days\n\n## Day 1\n\n**A. Keynote: Ada Winter**\n\n- ropes\n\n**B. Knots**\n\n- knots\n",
      "group Day 1 @Day 1\n  keynote Keynote @Day 1: Ada Winter\n  breakout Knots @Day 1",
    );
  });

  it("are no bold speakers, labels or sentences", () => {
    checkSections(
      "# Harbour Days\n\n## Ropes\n\n**Ada Winter, Bluewater**\n\n**Takeaway:** use ropes.\n\n**Ropes are what holds a harbour together.**\n\nText\n",
      "breakout Ropes: Ada Winter (Bluewater)",
    );
  });

  it("are not looked for in code, quotes and lists", () => {
    checkSections("# Harbour Days\n\n## Ropes\n\n```\n# no\n```\n\n> ## no\n\n- # no\n", "topic Ropes");
  });
});

describe("the title", () => {
  const title = (text: string) => report(text).title?.text;

  it("is the front matter's, and a heading that says it again is no section", () => {
    const text = "---\ntitle: Harbour Days 2031\n---\n\n# Harbour Days 2031\n\n## Ropes\n\nText\n";
    expect(title(text)).toBe("Harbour Days 2031");
    expect(outline(text)).toBe("topic Ropes");
  });

  it("is the first heading of level 1", () => {
    expect(title("# Harbour Days 2031\n\n# Day 1\n\n## Ropes\n\nText\n")).toBe("Harbour Days 2031");
  });

  it("is not a heading that could stand in any report", () => {
    const text = "# Introduction\n\nText\n\n# Conclusion\n\nText\n";
    expect(title(text)).toBeUndefined();
    expect(outline(text)).toBe("topic Introduction\nsummary Conclusion");
  });

  it("is a deeper heading that stands above all others", () => {
    expect(title("## Harbour Days 2031 - Day One\n\n### Ropes\n\nText\n\n### Knots\n\nText\n")).toBe(
      "Harbour Days 2031 - Day One",
    );
  });

  it("is a field among the first lines", () => {
    expect(title("Title: Harbour Days\nDate: 2031-05-02\n\n## Ropes\n\nText\n")).toBe("Harbour Days");
  });
});

describe("days", () => {
  it("are handed down from groups and from the title", () => {
    checkSections(
      "# Harbour Days\n\n## 06.11. - Wednesday\n\n### 11:35 - Ropes\n\nText\n\n## 07.11. - Thursday\n\n### Knots\n\nText\n",
      "group 06.11. - Wednesday @Wednesday\n  breakout Ropes @Wednesday 11:35\ngroup 07.11. - Thursday @Thursday\n  breakout Knots @Thursday",
    );
    checkSections("# Harbour Days Day 1\n\n## Talk 1 - Ropes\n\nText\n", "breakout Ropes @Day 1");
  });

  it("take their year from the event's dates or the title", () => {
    checkSections(
      "---\ndates: 2031-05-06/2031-05-07\n---\n# Harbour Days\n\n## May 6\n\nText\n",
      "group May 6 @2031-05-06",
    );
    checkSections(
      "---\ndates: 2031-05-06/2031-05-07\n---\n# Harbour Days\n\n## 05/06/2031\n\nText\n",
      "group 05/06/2031 @2031-05-06",
    );
    checkSections("# Harbour Days 2031\n\n## 6 May\n\nText\n", "group 6 May @2031-05-06");
  });

  it("tell by their sequence which number is the day", () => {
    checkSections(
      "# Harbour Days\n\n## 5.6.31\n\nText\n\n## 5.7.31\n\nText\n",
      "group 5.6.31 @2031-05-06\ngroup 5.7.31 @2031-05-07",
    );
    checkSections(
      "# Harbour Days\n\n## 6.5.31\n\nText\n\n## 7.5.31\n\nText\n",
      "group 6.5.31 @2031-05-06\ngroup 7.5.31 @2031-05-07",
    );
  });

  it("reach a talk whose heading is a level too high", () => {
    checkSections(
      "# Harbour Days\n\n## Day 2\n\n### A. Ropes\n\nText\n\n## B. Knots\n\nText\n\n### C. Sails\n\nText\n",
      "group Day 2 @Day 2\n  breakout Ropes @Day 2\nbreakout Knots @Day 2\n  breakout Sails @Day 2",
    );
  });
});

describe("a group and its talks", () => {
  it.each([
    [
      "# H\n\n## Session 1\n\n### Ropes (Ada Winter)\n\nText\n",
      "group Session 1\n  breakout Ropes: Ada Winter",
    ],
    [
      "# H\n\n## Keynotes\n\n### Keynote: Ropes (Ada Winter)\n\nText\n\n### Keynote: Knots (Jonas Brandt)\n\nText\n",
      "group Keynotes\n  keynote Keynote: Ropes: Ada Winter\n  keynote Keynote: Knots: Jonas Brandt",
    ],
    [
      "# H\n\n## All talks\n\n### Ropes\n\nText\n\n### Knots\n\nText\n",
      "group All talks\n  breakout Ropes\n  breakout Knots",
    ],
    [
      "# H\n\n## Track A\n\n### Ropes (Ada Winter)\n\nText\n\n### Knots\n\nText\n",
      "group Track A\n  breakout Ropes: Ada Winter\n  breakout Knots",
    ],
    [
      "# H\n\n## Ropes (Ada Winter)\n\nSpeaker: Ada Winter, CTO at Bluewater\n",
      "breakout Ropes: Ada Winter (CTO, Bluewater)",
    ],
  ])("%j", checkSections);
});
