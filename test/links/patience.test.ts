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

  it("are reports with many markers, items without ends, and signs that are no tags", () => {
    expect(bearable("He said \\<Redacted comments>, and x <y.\n\n".repeat(250))).toBe(true);
    expect(bearable("[a]: b\n".repeat(200))).toBe(true);
    expect(bearable(Array.from({ length: 3_000 }, (_, at) => `[a${at}]: b`).join("\n"))).toBe(true);
    expect(bearable("<li>a <br> <b>c</b>\n".repeat(2_000))).toBe(true);
    expect(bearable("a <b>c</b> <i>d</i> <u><s>e</s></u>\n".repeat(2_000))).toBe(true);
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
    "one label that is defined again and again": "[a]: b\n".repeat(2_000),
    "tags beside so many others": "<p>a</p>\n\n".repeat(11_000),
    "comments that stay open": "<!-- a\n".repeat(6_000),
    "tags that stay open": "<b> <i></i> ".repeat(1_200),
    "tags in many others": "<b>".repeat(600) + "</b>".repeat(600),
    "tags whose ends are in others": `<i title="</i>">`.repeat(2_000),
    "tags whose ends are in what is doubtful": `<i "</i>">`.repeat(2_000),
    "tags that other tags seem to end": "<b></i>".repeat(2_000),
    "tags behind HTML comments": "<!-- </b> --><b>".repeat(2_000),
  };
  for (const [name, text] of Object.entries(hostile))
    it(name, () => {
      expect(bearable(text)).toBe(false);
    });
});
