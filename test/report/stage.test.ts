import { describe, expect, it } from "vitest";
import { isInstitution, isOrganisation } from "../../server/src/report/heading-parts.js";
import { speakerCounts } from "../../server/src/report/model.js";
import { mentionIn, peopleOnStage } from "../../server/src/report/stage.js";
import { person, report } from "../support/check-sections.js";

describe("who a text says has spoken", () => {
  it.each([
    ["Presented by Prof. Winter.", ["Prof. Winter"], true],
    ["The speaker was Ada Winter (Bluewater) again.", ["Ada Winter (Bluewater)"], true],
    ["Prof. Winter gave a talk on ropes.", ["Prof. Winter"], true],
    ["Prof. Winter and Dr. Brandt gave a talk on ropes.", ["Prof. Winter", "Dr. Brandt"], true],
    ["Ada Winter started with ropes.", ["Ada Winter"], false],
    ["Prof. Winter (Bluewater) started with ropes.", ["Prof. Winter (Bluewater)"], true],
  ])("%s", (text, people, firm) => {
    const found = mentionIn(text);
    expect([found?.people.map(person), found?.firm]).toEqual([people, firm]);
  });

  it.each(["Presented by nobody we knew.", "Prof. Winter started with ropes.", "Ropes hold."])(
    "nobody: %s",
    (text) => expect(mentionIn(text)).toBeUndefined(),
  );

  it("who comes on stage, once each and in their order", () => {
    const text = "Up next: Ada Winter. Then Jonas Brandt came on the stage. Ada Winter gave a talk.";
    expect(peopleOnStage(text).map(person)).toEqual(["Ada Winter", "Jonas Brandt"]);
    expect(peopleOnStage("Next up: nobody we knew")).toEqual([]);
  });

  it("how often each is named", () => {
    const { sections } = report(
      "# H\n\n## Ropes (Ada Winter)\n\n## Day 2\n\n### Knots (Ada Winter, Jonas Brandt)\n\nText\n",
    );
    expect([...speakerCounts(sections)]).toEqual([
      ["Ada Winter", 2],
      ["Jonas Brandt", 1],
    ]);
  });
});

describe("what may be a company", () => {
  const whole = (text: string) => isOrganisation(text, { from: 0, to: text.length });
  it.each(["Bluewater", "Bluewater Ropes and Knots", "3 Masts", "bluewater.example", "@bluewater", "岡本"])(
    "%s",
    (text) => expect(whole(text)).toBe(true),
  );
  it.each(["ropes", "Why ropes?", "“Bluewater”", "Ropes: a primer", "One Two Three Four Five Six"])(
    "not: %s",
    (text) => expect(whole(text)).toBe(false),
  );
  it.each(["Bluewater", "University of Bergen", "the harbour museum", "UC Bergen"])("plainly: %s", (text) =>
    expect(isInstitution(text)).toBe(true),
  );
  it.each(["ropes", "Ropes and Knots"])("not plainly: %s", (text) => expect(isInstitution(text)).toBe(false));
});
