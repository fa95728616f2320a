import { describe, expect, it } from "vitest";
import { Analyser } from "../../server/src/analysis.js";
import { DEFAULT_CONFIG, recognitionSettings } from "../../server/src/config.js";
import { checkHeading, checkSections } from "../support/check-sections.js";

describe("a kind told by the heading's words", () => {
  it.each([
    ["Executive Summary", "summary Executive Summary"],
    ["TL;DR", "summary TL;DR"],
    ["Key takeaways", "summary Key takeaways"],
    ["Overall impressions", "summary Overall impressions"],
    ["Monday Keynote", "keynote Monday Keynote @Monday"],
    ["Plenary", "keynote Plenary"],
    ["Panel: The future of ports", "panel Panel: The future of ports"],
    ["Fireside chat with the harbour master", "panel Fireside chat with the harbour master"],
    ["Rope introduction training", "workshop Rope introduction training"],
    ["Expo floor", "expo Expo floor"],
    ["Hallway track", "hallway Hallway track"],
    ["Customer meetings", "hallway Customer meetings"],
    ["Getting there", "logistics Getting there"],
    ["Action items", "followups Action items"],
    ["To do", "followups To do"],
    ["Breakout Sessions (rough notes)", "group Breakout Sessions"],
    ["Track A", "group Track A"],
    ["Ropes and the competition", "topic Ropes and the competition"],
    ["Zusammenfassung", "summary Zusammenfassung"],
    ["Nächste Schritte", "followups Nächste Schritte"],
    ["Table ronde", "panel Table ronde"],
    ["Próximos pasos", "followups Próximos pasos"],
    ["Viaggio", "logistics Viaggio"],
  ])("%s", checkHeading);

  it.each([
    ["Keynote speakers I met", "topic Keynote speakers I met"],
    ["Networking", "topic Networking"],
    ["Control Panel: Splicing ropes (Ada Winter)", "breakout Control Panel: Splicing ropes: Ada Winter"],
    ["Session: Rope training", "breakout Session: Rope training"],
    ["Summary statistics for sailors", "topic Summary statistics for sailors"],
  ])("unless the rest speaks against it: %s", checkHeading);

  it("counts an ambiguous word where the neighbours agree", () => {
    checkSections(
      "# Harbour Days\n\n## Keynote\n\nText\n\n## Dinner\n\nText\n\n## Takeaways\n\nText\n",
      "keynote Keynote\nhallway Dinner\nsummary Takeaways",
    );
  });

  it("takes more words from the configuration", () => {
    const analyser = new Analyser(recognitionSettings({ ...DEFAULT_CONFIG, kinds: { expo: ["Quay"] } }));
    const { report } = analyser.analyse("# Harbour Days\n\n## Quay\n\nText\n", "markdown");
    expect(report.sections[0]?.kind).toBe("expo");
  });
});

describe("a kind told by the place in the tree", () => {
  it("makes titled sections of a day or a list talks", () => {
    checkSections(
      "# Harbour Days\n\n## Day 2\n\n### Ropes\n\nText\n\n### Knots\n\nText\n",
      "group Day 2 @Day 2\n  breakout Ropes @Day 2\n  breakout Knots @Day 2",
    );
    checkSections(
      "# Harbour Days\n\n## Breakout sessions\n\n### Ropes\n\nText\n",
      "group Breakout sessions\n  breakout Ropes",
    );
  });

  it("makes a container of a section with talks below it", () => {
    checkSections(
      "# Harbour Days\n\n## What I liked\n\n### Ropes (Ada Winter)\n\nText\n\n### Knots (Jonas Brandt)\n\nText\n",
      "group What I liked\n  breakout Ropes: Ada Winter\n  breakout Knots: Jonas Brandt",
    );
  });

  it("makes keynotes of talks below keynotes", () => {
    checkSections(
      "# Harbour Days\n\n## Keynotes\n\n### Ropes (Ada Winter)\n\nText\n\n### Knots (Jonas Brandt)\n\nText\n",
      "group Keynotes\n  keynote Ropes: Ada Winter\n  keynote Knots: Jonas Brandt",
    );
  });

  it("makes topics of what stands inside a talk", () => {
    checkSections(
      "# Harbour Days\n\n## Ropes (Ada Winter)\n\nText\n\n### Takeaways\n\nText\n\n### Q&A\n\nText\n\n#### Detail\n\nThis talk went on.\n",
      "breakout Ropes: Ada Winter\n  topic Takeaways\n  topic Q&A\n    topic Detail",
    );
  });

  it("makes topics of a part that recurs in the talks", () => {
    checkSections(
      "# Harbour Days\n\n## Ropes\n\n### Learnings\n\nText\n\n## Knots\n\n### Learnings\n\nText\n\n## Sails\n\n### Learnings\n\nText\n",
      "breakout Ropes\n  topic Learnings\nbreakout Knots\n  topic Learnings\nbreakout Sails\n  topic Learnings",
    );
  });

  it("leaves the parts of an essay topics", () => {
    checkSections(
      "# Harbour Days\n\n## Ropes\n\nText\n\n## Where are ports going?\n\nText\n",
      "topic Ropes\ntopic Where are ports going?",
    );
  });

  it("goes by the first words of the text", () => {
    checkSections("# Harbour Days\n\n## Ropes\n\nThis session was about ropes.\n", "breakout Ropes");
  });
});
