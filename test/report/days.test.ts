import { describe, expect, it } from "vitest";
import { resolveDay, wholeDay } from "../../server/src/report/days.js";
import { timeAt } from "../../server/src/report/times.js";

describe("a day as it is written", () => {
  const calendar = { dates: { start: "2031-05-06", end: "2031-05-08" } };

  it.each([
    ["Wednesday", "Wednesday"],
    ["Wed", "Wednesday"],
    ["Wed.", "Wednesday"],
    ["Wednesday Morning", "Wednesday"],
    ["Mittwoch", "Wednesday"],
    ["mercredi", "Wednesday"],
    ["miércoles", "Wednesday"],
    ["mercoledì", "Wednesday"],
    ["Day 2", "Day 2"],
    ["Day Two", "Day 2"],
    ["Day II", "Day 2"],
    ["Tuesday 5th", "Tuesday"],
    ["06/05/2031", "2031-05-06"],
    ["05/06/2031", "2031-05-06"],
    ["Tag 2", "Day 2"],
    ["First day", "Day 1"],
    ["2031-05-07", "2031-05-07"],
    ["7 May", "2031-05-07"],
    ["May 7th", "2031-05-07"],
    ["May 7th, 2031", "2031-05-07"],
    ["7. Mai", "2031-05-07"],
    ["7 mai 2031", "2031-05-07"],
    ["07.05.", "2031-05-07"],
    ["07.05.2031", "2031-05-07"],
    ["05/07/2031", "2031-05-07"],
    ["7.5.31", "2031-05-07"],
    ["Day 1 (Tuesday)", "Tuesday"],
  ])("%s", (text, expected) => {
    const mention = wholeDay(text);
    expect(mention && resolveDay(mention, calendar)).toBe(expected);
  });

  it.each(["Today", "Day after day", "Sunday school", "2031", "5 things", "Mayor 7", "40.50."])(
    "not: %s",
    (text) => {
      expect(wholeDay(text)).toBeUndefined();
    },
  );

  it("without a year is no day where nothing tells the year", () => {
    expect(resolveDay(wholeDay("7 May")!, {})).toBeUndefined();
  });
});

describe("a time of day", () => {
  it.each([
    ["9:30", "09:30"],
    ["09:30–10:15", "09:30"],
    ["9:30am", "09:30"],
    ["2:15 PM", "14:15"],
    ["12am", "00:00"],
    ["12:30 pm", "12:30"],
    ["14 Uhr", "14:00"],
    ["14h30", "14:30"],
    ["10:30a", "10:30"],
    ["10.30–11.15", "10:30"],
    ["10.30 - Ropes", "10:30"],
    ["10.30am", "10:30"],
    ["10:30pm", "22:30"],
    ["2-3pm", "14:00"],
    ["11-1pm", "11:00"],
    ["11:30–1:15pm", "11:30"],
    ["12am", "00:00"],
    ["12 pm", "12:00"],
    ["14 Uhr bis 15 Uhr", "14:00"],
    ["9:30 Uhr", "09:30"],
    ["24:00", "00:00"],
  ])("%s", (text, expected) => {
    expect(timeAt(text, 0)?.time).toBe(expected);
  });

  it.each([
    "10",
    "3.5 million",
    "10.30 Ropes",
    "10.30.2031",
    "10:30.5",
    "10:30%",
    "1-2:30pm",
    "25:00",
    "10:75",
    "2031",
    "10x",
  ])("not: %s", (text) => {
    expect(timeAt(text, 0)).toBeUndefined();
  });
});
