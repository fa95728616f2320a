import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bearable } from "../../server/src/links/patience.js";
import { arbitraryReport } from "../support/arbitrary-report.js";

const paragraph =
  "The talk [on queues](queues.md#why) was `quick`, <b>dense</b> and worth it; see [notes][n].\n";

describe("texts whose links are looked for", () => {
  it("are long reports", () => {
    expect(bearable(`${paragraph.repeat(20)}\n`.repeat(100))).toBe(true);
  });

  it("are reports with wide tables", () => {
    expect(bearable(`| ${"a".padEnd(60)} | ${"b".padEnd(200)} |\n`.repeat(800))).toBe(true);
  });

  it("are all short texts", () => {
    fc.assert(fc.property(arbitraryReport, (report) => bearable(report)));
  });
});

describe("texts whose links are not looked for", () => {
  const hostile = {
    "far too long": "a\n".repeat(300_000),
    "many blanks": `[a](b${" ".repeat(60_000)}`,
    "many blanks behind a bracket": `[${" ".repeat(2_000)}`,
    "labels that never end": "[\n".repeat(100_000),
    "addresses that never end": "<a:".repeat(100_000),
    "ticks that never match": Array.from({ length: 700 }, (_, n) => "`".repeat(n)).join("a"),
    "tags in tags": "<a href=b>".repeat(40_000),
  };
  for (const [name, text] of Object.entries(hostile))
    it(name, () => {
      expect(bearable(text)).toBe(false);
    });
});
