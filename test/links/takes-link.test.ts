import { describe, expect, it } from "vitest";
import { takesLink } from "../../server/src/links/takes-link.js";
import type { Format } from "../../server/src/syntax/parse.js";
import { analyse } from "../support/check.js";
import { fixture } from "../support/fixture.js";

/** Checks whether the span of a report can become the text of a link. */
function checkTakesLink(report: string, expected: boolean, format: Format = "markdown"): void {
  const { text, spans } = fixture(report);
  expect(takesLink(analyse(text, format).syntax, spans[0]!), report).toBe(expected);
}

describe("a selection becomes the text of a link", () => {
  const taking = [
    "a «b» c",
    "## Talk «by Ada Brook»",
    "- «**bold**» item",
    "> «a\n> b»",
    "[internal: «a» b]",
    "a «b [c] d» e",
    "| «a» | b |\n|---|---|\n| c | d |",
  ];
  for (const report of taking) it(JSON.stringify(report), () => checkTakesLink(report, true));
});

describe("a selection stays beside its address", () => {
  const refusing = [
    "---\ntitle: «a»\n---\n",
    "```\n«a»\n```\n",
    "`«a»`",
    "    «a»",
    "[«a»](b.md)",
    "[a](«b.md»)",
    "![«a»](b.png)",
    "<https://«a».example>",
    "[a]: «b.md»",
    "## A {.«keynote»}",
    "a «b] c» d",
    "a «b [c] d» e\n\n[c]: f.md",
    "a «b\\» c",
    "«a\n\nb»",
    "« »",
    "a <b «c»=d>",
    "<!-- «a» -->",
    "a «[internal: b]» c",
  ];
  for (const report of refusing) it(JSON.stringify(report), () => checkTakesLink(report, false));
  it("where its words would make a comment of it", () => checkTakesLink("a «internal: b» c", false));
  it("in plain text", () => checkTakesLink("a «b» c", false, "plain-text"));
});
