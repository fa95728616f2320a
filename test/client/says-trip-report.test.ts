import { describe, expect, test } from "vitest";
import { saysTripReport } from "../../client/src/says-trip-report.js";

describe("saysTripReport", () => {
  test.each([
    ["---\ntype: trip-report\n---\n"],
    ["\uFEFF---\r\ntitle: A\r\ntype: trip-report\r\n---\r\nText"],
    ["---\ntype: 'trip-report'\n...\n"],
    ['---\n"type" :   "trip-report"  # of course\n---'],
    ["---yaml\ntype: trip-report\n---\n"],
    ['---json\n{ "title": "A", "type": "trip-report" }\n---\n'],
  ])("accepts %j", (head) => {
    expect(saysTripReport(head)).toBe(true);
  });

  test.each([
    [""],
    ["type: trip-report\n"],
    ["---\ntype: trip-report\n"],
    ["\n---\ntype: trip-report\n---\n"],
    ["---\ntype: trip-reports\n---\n"],
    ["---\ntype: trip-report#1\n---\n"],
    ["---\ntype: \"trip-report'\n---\n"],
    ["---\ntype:trip-report\n---\n"],
    ["---\n# type: trip-report\n---\n"],
    ["---\nabout: |\n  type: trip-report\n---\n"],
    ["---\ntitle: A\n---\ntype: trip-report\n---\n"],
    ['---json\n{ "about": { "type": "trip-report" } }\n---\n'],
    ['---json\n{ "type": "trip-report"\n---\n'],
    ["---js\ntype: trip-report\n---\n"],
  ])("refuses %j", (head) => {
    expect(saysTripReport(head)).toBe(false);
  });

  test.each([
    ["spaces", `---\ntype:${" ".repeat(2_000_000)}x\n---\n`],
    ["a fence of spaces", `---${" ".repeat(2_000_000)}x!\n---\n`],
    ["spaces behind the value", `---\ntype: trip-report${" ".repeat(2_000_000)}x\n---\n`],
    ["many lines", "---\n".concat("type: x\n".repeat(1_000_000))],
  ])("answers at once for %s", (_, head) => {
    // Time by the square of the length would be half an hour.
    expect(saysTripReport(head)).toBe(false);
  });
});
