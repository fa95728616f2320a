import { describe, expect, it } from "vitest";
import { audienceRegions, regionAt } from "../../server/src/report/audience-regions.js";
import { analyse } from "../support/check.js";
import { fixture, marked } from "../support/fixture.js";

const AUDIENCES = ["team", "company", "public"];

/** Checks the internal stretches of a text, `«…»`, and for whom each is and in which group. */
function check(report: string, expected: readonly string[], audiences: readonly string[] = AUDIENCES): void {
  const { text } = fixture(report);
  const regions = audienceRegions(analyse(text).report.comments, audiences, text);
  expect(marked(text, regions)).toBe(report);
  expect(regions.map(({ audience, rank, group }) => `${audience} ${rank} ${group}`)).toEqual(expected);
}

describe("internal stretches", () => {
  it("are the comments where none is in another", () =>
    check("a «[internal: b]» c «[internal company: d]»", ["team 0 0", "company 1 1"]));
  it("are for the narrowest of the comments around them", () =>
    check("«[internal company: a »«[internal: b]»« c]»", ["company 1 0", "team 0 0", "company 1 0"]));
  it("go on where a comment for as many begins in another", () =>
    check("«<internal>a <internal>b</internal> c</internal>» d", ["team 0 0"]));
  it("begin and end with words", () => check("# A\n\n## B {.internal}\n\n«b\n\nc»\n\n## C\n", ["team 0 0"]));
  it("are for the team where nobody is configured", () => check("a «[internal: b]»", ["team 0 0"], []));
});

describe("the stretch at a place", () => {
  const regions = [2, 6, 20].map((from) => ({ from, to: from + 3, rank: 0, audience: "team", group: 0 }));
  it.each([
    [1, undefined],
    [2, 2],
    [4, 2],
    [5, undefined],
    [6, 6],
    [15, undefined],
    [22, 20],
    [23, undefined],
  ])("%d", (offset, from) => expect(regionAt(regions, offset)?.from).toBe(from));
});
