import { describe, expect, it } from "vitest";
import { dateRange, eventOf } from "../../server/src/report/facts.js";
import { person, report } from "../support/check-sections.js";

describe("facts in the front matter", () => {
  const authors = (yaml: string) => report(`---\n${yaml}\n---\n\n## Ropes\n\nText\n`).authors.map(person);

  it.each([
    ["authors: Ada Winter", ["Ada Winter"]],
    ["author: Ada Winter", ["Ada Winter"]],
    ["authors: [Ada Winter, Jonas Brandt (Saltworks)]", ["Ada Winter", "Jonas Brandt (Saltworks)"]],
    [
      "authors:\n  - name: Ada Winter\n    affiliation: Bluewater\n  - name: Jonas Brandt",
      ["Ada Winter (Bluewater)", "Jonas Brandt"],
    ],
    ["authors: adaw", ["adaw"]],
    ["authors: Ada Winter, CTO at Bluewater", ["Ada Winter (CTO, Bluewater)"]],
    ["authors: '!!'", ["!!"]],
    ["authors: ' '", []],
    ["authors: [{ name: '!!' }, '??']", ["!!", "??"]],
    [
      "authors: [{ name: Ada Winter, affiliation: [a] }, { name: '' }, { affiliation: a }, '', [Jo]]",
      ["Ada Winter"],
    ],
  ])("authors: %s", (yaml, expected) => {
    expect(authors(yaml)).toEqual(expected);
  });

  it.each([
    ["dates: 2031-05-06", { start: "2031-05-06", end: "2031-05-06" }],
    ["dates: 2031-05-06/2031-05-07", { start: "2031-05-06", end: "2031-05-07" }],
    ["dates: { start: 2031-05-06, end: 2031-05-07 }", { start: "2031-05-06", end: "2031-05-07" }],
  ])("%s", (yaml, expected) => {
    expect(report(`---\n${yaml}\n---\n`).dates).toEqual(expected);
  });

  it("title, event and location", () => {
    const { title, event, location } = report(
      "---\ntitle: Ropes\nevent: Harbour Days\nlocation: Bergen\n---\n",
    );
    expect([title?.text, event, location]).toEqual(["Ropes", "Harbour Days", "Bergen"]);
  });
});

describe("facts in the first lines", () => {
  it("are place, date and author", () => {
    const { authors, location, dates } = report(
      "Harbour Days 2031: a report\n\nI was there.\n\nAda Winter, Rope BU – Bluewater\n\nBergen – June 12th 2031\n\nSummary\n\nText.\n",
      "plain-text",
    );
    expect(authors.map(({ name }) => name)).toEqual(["Ada Winter"]);
    expect(location).toBe("Bergen");
    expect(dates).toEqual({ start: "2031-06-12", end: "2031-06-12" });
  });

  it("are fields and a by-line", () => {
    const { authors, location, dates } = report(
      "# Harbour Days\nby [Ada Winter](https://ada.example)\n\n- Location: Bergen\n- Date: 25-26/03/2031\n\n## Ropes\n\nText\n",
    );
    expect(authors.map(({ name }) => name)).toEqual(["Ada Winter"]);
    expect(location).toBe("Bergen");
    expect(dates).toEqual({ start: "2031-03-25", end: "2031-03-26" });
  });
});

describe("facts in fields, by-lines and lines of their own", () => {
  const facts = (lines: string) => {
    const { event, location, dates, authors } = report(
      `# Harbour Days, Bergen\n\n${lines}\n\n## Ropes\n\nText\n`,
    );
    return [event, location, dates && `${dates.start}/${dates.end}`, ...authors.map(person)];
  };

  it.each([
    [
      "Venue: Bergen\nWhen: May 5-7, 2031\nEvent: Harbour Days, Bergen\nAuthors: Ada Winter, CTO at Bluewater",
      ["Harbour Days", "Bergen", "2031-05-05/2031-05-07", "Ada Winter (CTO, Bluewater)"],
    ],
    ["May 5-7, 2031, Bergen, Norway", [undefined, "Bergen, Norway", "2031-05-05/2031-05-07"]],
    [
      "June 12th 2031\n\nBy Ada Winter\n\nBy Jonas Brandt",
      [undefined, undefined, "2031-06-12/2031-06-12", "Ada Winter"],
    ],
    ["Ada Winter, Rope BU – Bluewater", [undefined, undefined, undefined, "Ada Winter (Rope BU, Bluewater)"]],
    ["Dr. Ada Winter", [undefined, undefined, undefined, "Ada Winter"]],
  ])("%s", (lines, expected) => {
    expect(facts(lines)).toEqual(expected);
  });
});

describe("the title", () => {
  it.each([
    ["---\ntitle: Ropes\n---\n\n# Other\n\n## A\n\nText\n", "Ropes"],
    ["Title: Ropes\n\n# Ropes\n\n## A\n\nText\n", "Ropes"],
    ["Title: Ropes\n\n## Day 1\n\n### A\n\nText\n", "Ropes"],
    ["**Harbour Days trip report**\n\n## A\n\nText\n", "Harbour Days trip report"],
    ["Text.\n\n**Harbour Days trip report**\n\n## A\n\nText\n", undefined],
    ["## Harbour Days trip report\n\n### A\n\nText\n", "Harbour Days trip report"],
    ["## Harbour Conference 2031\n\n## A\n\nText\n\n## B\n\nText\n", "Harbour Conference 2031"],
    ["# Ropes (Ada Winter)\n\nText\n\n# Knots (Jonas Brandt)\n\nText\n", undefined],
    ["# Day 1\n\n# Ropes\n\n# Day 2\n", undefined],
  ])("of %j is %j", (text, expected) => {
    expect(report(text).title?.text).toBe(expected);
  });
});

describe("dates of an event", () => {
  it.each([
    ["June 12th 2031", "2031-06-12", "2031-06-12"],
    ["29-30 March 2031", "2031-03-29", "2031-03-30"],
    ["March 29-30, 2031", "2031-03-29", "2031-03-30"],
    ["March 29 - April 2, 2031", "2031-03-29", "2031-04-02"],
    ["2031-03-29 to 2031-03-30", "2031-03-29", "2031-03-30"],
    ["29. bis 30. März 2031", "2031-03-29", "2031-03-30"],
    ["29. und 30. März 2031", "2031-03-29", "2031-03-30"],
    ["March 30 to April 2, 2031", "2031-03-30", "2031-04-02"],
    ["29 March and 3 April 2031", "2031-03-29", "2031-04-03"],
  ])("%s", (text, start, end) => {
    expect(dateRange(text)).toEqual({ start, end });
  });
});

describe("what are no dates of an event", () => {
  it.each(["ropes", "29 March", "31 June 2031", "30-31 June 2031", "June 14th 2031 - June 12th 2031"])(
    "%s",
    (text) => {
      expect(dateRange(text)).toBeUndefined();
    },
  );
});

describe("the event in a title", () => {
  it.each([
    ["Trip report: Harbour Days 2031", "Harbour Days 2031"],
    ["Harbour Days 2031 trip report", "Harbour Days 2031"],
    ["Harbour Days: a personal report", "Harbour Days"],
    ["Harbour Days 2031", "Harbour Days 2031"],
    ["What I think of ropes", undefined],
    ["The trip report", undefined],
    ["Trip report: a", undefined],
    ["Our Harbour Days report", "Harbour Days"],
    ["Notes from the Harbour Days, Day Two", "Harbour Days"],
  ])("%s", (title, expected) => {
    expect(eventOf(title)).toBe(expected);
  });
});
