import { describe, it } from "vitest";
import { checkRule } from "../support/check.js";

const check = (report: string) => checkRule("stray-internal-close", report);

describe("a waiver", () => {
  it("for the next line", () =>
    check(
      "<!-- trip-report-disable-next-line stray-internal-close -->\na </internal>\nb </internal>\n  ^^^^^^^^^^^",
    ));
  it("for a stretch", () =>
    check(
      "<!-- trip-report-disable stray-internal-close -->\na </internal>\n\n<!-- trip-report-enable -->\n\nb </internal>\n  ^^^^^^^^^^^",
    ));
  it("to the end", () => check("<!-- trip-report-disable stray-internal-close -->\n\na </internal>"));
  it("of all rules", () => check("<!-- trip-report-disable -->\n\na </internal>"));
  it("of another rule", () =>
    check("<!-- trip-report-disable empty-section -->\n\na </internal>\n  ^^^^^^^^^^^"));
  it("ended for one code goes on for the others", () =>
    check(
      "<!-- trip-report-disable stray-internal-close empty-section -->\n\n<!-- trip-report-enable empty-section -->\n\na </internal>",
    ));
  it("in a list", () =>
    check("- <!-- trip-report-disable-next-line stray-internal-close -->\n  a </internal>"));
  it("in a table", () =>
    check(
      "| a | b |\n|---|---|\n| c <!-- trip-report-disable-next-line stray-internal-close --> | d |\n| e </internal> | f |",
    ));
  it("in front matter", () => {
    checkRule(
      "unknown-audience",
      "---\n# trip-report-disable-next-line unknown-audience\naudience: nobody\n---\n",
    );
  });
  it("in plain text", () =>
    checkRule(
      "stray-internal-close",
      "<!-- trip-report-disable-next-line stray-internal-close -->\na </internal>",
      { format: "plain-text" },
    ));
  it("in code is none", () =>
    check("`<!-- trip-report-disable stray-internal-close -->`\n\na </internal>\n  ^^^^^^^^^^^"));
});

describe("waivers that are wrong", () => {
  it("name an unknown rule", () =>
    checkRule(
      "unknown-rule",
      "<!-- trip-report-disable-next-line stray-internal-closed -->\n                                   ^^^^^^^^^^^^^^^^^^^^^",
    ));
  it("waive nothing", () =>
    checkRule(
      "unused-waiver",
      "<!-- trip-report-disable-next-line empty-section -->\n^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\na",
    ));
  it("waive something", () =>
    checkRule("unused-waiver", "<!-- trip-report-disable-next-line stray-internal-close -->\na </internal>"));
});
