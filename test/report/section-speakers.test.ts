import { describe, expect, it } from "vitest";
import { checkSections, report } from "../support/check-sections.js";

/** A report of sections with a line of text each. */
const sections = (...headings: readonly string[]) =>
  ["# Harbour Days", ...headings.flatMap((heading) => [`## ${heading}`, "text"])].join("\n\n");

describe("who spoke is decided among all headings", () => {
  it.each([
    [
      sections("Ropes - Ada Winter (Bluewater)", "Knots - Bo Marsh (Quay)", "Sails - Cora Elm"),
      "breakout Ropes: Ada Winter (Bluewater)\nbreakout Knots: Bo Marsh (Quay)\nbreakout Sails: Cora Elm",
    ],
    [
      sections("Ropes - Ada Winter, Bluewater", "Knots - Bo Marsh, Quay", "Night Sails - Quiet Harbour"),
      "breakout Ropes: Ada Winter (Bluewater)\nbreakout Knots: Bo Marsh (Quay)\nbreakout Night Sails: Quiet Harbour",
    ],
    [
      sections("Ropes - Ada Winter - Bluewater - Bergen", "Ada Winter - Ropes and tides - Quay"),
      "breakout Ropes: Ada Winter (Bluewater)\nbreakout Ropes and tides: Ada Winter (Quay)",
    ],
    [
      sections("Ropes, knots, Ada Winter", 'Ada Winter, "Ropes"', "Ada Winter on ropes"),
      'breakout Ropes, knots: Ada Winter\nbreakout "Ropes": Ada Winter\nbreakout Ada Winter on ropes: Ada Winter',
    ],
    [
      sections("Ada Winter, captain of Bluewater, and friends: Ropes"),
      "breakout Ropes: Ada Winter (captain of Bluewater)",
    ],
  ])("%j", checkSections);
});

describe("a line below a heading", () => {
  const below = (heading: string, line: string) => `# Harbour Days\n\n## ${heading}\n\n${line}\n\ntext\n`;

  it.each([
    [
      "says that a heading names nobody",
      below("Ropes - Quiet Harbour", "Speaker: Ada Winter"),
      "breakout Ropes - Quiet Harbour: Ada Winter",
    ],
    [
      "adds a company to a name in the heading",
      below("Ropes (Ada Winter)", "Speaker: ada winter (Bluewater)"),
      "breakout Ropes: Ada Winter (Bluewater)",
    ],
    [
      "names the speaker in a sentence",
      below("Ropes", "Presented by Bo Marsh (Quay)."),
      "breakout Ropes: Bo Marsh (Quay)",
    ],
    [
      "names who leads a panel, which is one all the same",
      below("Panel: Ropes", "Moderator: Ada Winter"),
      "panel Panel: Ropes: Ada Winter",
    ],
    [
      "names the one speaker of what is no panel then",
      below("Panel: Ropes", "Speaker: Ada Winter"),
      "breakout Panel: Ropes: Ada Winter",
    ],
    [
      "tells role and company in fields",
      below("Ropes", "Speaker: Ada Winter\nRole: CTO\nCompany: Bluewater"),
      "breakout Ropes: Ada Winter (CTO, Bluewater)",
    ],
  ])("%s", (_, text, expected) => checkSections(text, expected));
});

describe("what is left to do", () => {
  it("is a task, or announced: `todo` in small letters only with a colon", () => {
    const text =
      "- [ ] a @bo\n- [x] b\n- TODO: c\n- todo list (TODO: never)\n- tbd: d\n- note to self: e (TODO f)\n\n`TODO: g`\n";
    expect(report(text).followUps.map(({ text: words, done, owner }) => [words, done, owner])).toEqual([
      ["a @bo", false, "bo"],
      ["b", true, undefined],
      ["TODO: c", false, undefined],
      ["tbd: d", false, undefined],
      ["note to self: e (TODO f", false, undefined],
    ]);
  });
});
