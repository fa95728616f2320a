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

describe("dates of an event", () => {
  it.each([
    ["June 12th 2031", "2031-06-12", "2031-06-12"],
    ["29-30 March 2031", "2031-03-29", "2031-03-30"],
    ["March 29-30, 2031", "2031-03-29", "2031-03-30"],
    ["March 29 - April 2, 2031", "2031-03-29", "2031-04-02"],
    ["2031-03-29 to 2031-03-30", "2031-03-29", "2031-03-30"],
    ["29. bis 30. März 2031", "2031-03-29", "2031-03-30"],
  ])("%s", (text, start, end) => {
    expect(dateRange(text)).toEqual({ start, end });
  });
});

describe("the event in a title", () => {
  it.each([
    ["Trip report: Harbour Days 2031", "Harbour Days 2031"],
    ["Harbour Days 2031 trip report", "Harbour Days 2031"],
    ["Harbour Days: a personal report", "Harbour Days"],
    ["Harbour Days 2031", "Harbour Days 2031"],
    ["What I think of ropes", undefined],
  ])("%s", (title, expected) => {
    expect(eventOf(title)).toBe(expected);
  });
});
