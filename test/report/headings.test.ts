import { describe, it } from "vitest";
import { checkPlainText, checkSections } from "../support/check-sections.js";

describe("bare headings in a plain text", () => {
  it("are short lines of their own", () => {
    checkPlainText(
      `
      Harbour Days 2031 – Bergen: a personal report

      I went to the harbour last week, and this is what I saw there.

      Executive summary

      It was a good day.

      Opening Keynote (Ada Winter)

      Ropes hold harbours together.

      Mooring in a storm (Jonas Brandt and Lena Fjord)

      Ships are large.

      Rope Introduction training

      The day after I tied knots.
      `,
      `
      summary Executive summary
      keynote Opening Keynote: Ada Winter
      breakout Mooring in a storm: Jonas Brandt; Lena Fjord
      workshop Rope Introduction training
      `,
    );
  });

  it("nest below days and lists of sessions", () => {
    checkPlainText(
      `
      Harbour Days

      Keynote (Wednesday)

      Text of it.

      Breakout Sessions (rough notes)

      Text of it.

      Ropes (Ada Winter)

      Text of it.

      Knots

      Text of it.

      Conclusions

      Text of it.
      `,
      `
      keynote Keynote @Wednesday
      group Breakout Sessions
        breakout Ropes: Ada Winter
        breakout Knots
      summary Conclusions
      `,
    );
  });

  it.each([
    ["a sentence", "It was a very good day."],
    ["a sentence without its full stop", "This text appeared elsewhere first"],
    ["an introduction to a list", "They chose ropes because:"],
    ["a quotation", "“Ropes are the new chains”"],
    ["a remark in brackets", "(sorry for the blurred picture)"],
    ["an address", "See https://harbour.example for more"],
    ["a label", "Disclaimer: I own a boat"],
    ["thanks", "Ada, thanks for the lovely afternoon!"],
    ["a marker", "<Redacted comments>"],
    ["a redacted line", "[redacted]"],
  ])("are not: %s", (_, line) => {
    checkPlainText(`Harbour Days\n\nFirst text.\n\n${line}\n\nMore text follows here, as it does.\n`, "");
  });

  it("are not: list items, by-lines, dates", () => {
    checkPlainText(
      "Harbour Days\n\nText first.\n\nAda Winter, Rope BU – Bluewater\n\nBergen – June 12th 2031\n\nSummary\n\nText.\n\n• Ropes\n• Knots\n\n– it was cheap\n\nText.\n",
      "summary Summary",
    );
  });

  it("may be questions and carry the time of a recording", () => {
    checkPlainText(
      "Harbour Days\n\nText first.\n\n2:37: Where are ports going?\n\n  • Far\n\n35:05 Does rope have a future?\n\n  • Yes\n",
      "topic Where are ports going? @02:37\ntopic Does rope have a future?",
    );
  });

  it("end with the text: the last line heads nothing", () => {
    checkPlainText(
      "Harbour Days\n\nText first.\n\nRopes\n\nText.\n\nWhat did you see there?\n",
      "topic Ropes",
    );
  });
});

describe("bare headings in Markdown", () => {
  it("count where the file has no heading below the title", () => {
    checkSections(
      "# Harbour Days\n\nText first.\n\nRopes\n\nText.\n\nKnots\n\nText.\n",
      "topic Ropes\ntopic Knots",
    );
  });

  it("do not count where it has one", () => {
    checkSections(
      "# Harbour Days\n\n## Sails\n\nText.\n\nRopes\n\nText.\n\n## Masts\n\nText.\n",
      "topic Sails\ntopic Masts",
    );
  });
});

describe("a bold line that is no heading", () => {
  it.each([
    "https://a.example/b",
    "www.a.example",
    "Redacted comments",
    "x",
    "We went there and it was really very good.",
  ])("%s", (line) => checkSections(`# H\n\n## A\n\n**${line}**\n\nText\n`, "topic A"));
});
