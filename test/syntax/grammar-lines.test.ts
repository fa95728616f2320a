import { describe, expect, it } from "vitest";
import { inEnglish } from "../../server/src/text/message.js";
import { checkColons, checkMark, grammar } from "../support/check-mark.js";
import { fixture } from "../support/fixture.js";

const READS = "wrong: “intenral” reads like “internal”";

describe("colons that begin a line", () => {
  it.each([
    ["«:::internal»", "open container of 3"],
    ["«:::: Internal company»  ", "open container for company of 4"],
    ["«:::internal TLP:RED»", "open container for TLP:RED of 3"],
    ["«:::internal :::»", "open container of 3"],
    ["«:::internal company ::::»", "open container for company of 3"],
    ["«:::internal {audience=company}»", "open container for company of 3"],
    ["«:::internal{ Audience = 'company' }»", "open container for company of 3"],
    ["«::: {.internal}»", "open container of 3"],
    ['«::: {.internal audience="my company"}»', "open container for my company of 3"],
    ["«:::»", "close container of 3"],
    ["«:::::»  ", "close container of 5"],
    ["«:::note»", "open container of 3 of others"],
    ["«::: {.note}»", "open container of 3 of others"],
    ["«:::internals»", "open container of 3 of others"],
    ["«:::intenral»", `open container of 3; ${READS}; proper: :::internal`],
    ["«::::intenral company»", `open container of 4; ${READS}; proper: ::::internal`],
    [
      "«:::internal they know it»",
      "open container of 3; wrong: only an audience may follow on this line; proper: :::internal",
    ],
    [
      "«:::internal: company»",
      "open container of 3; wrong: only an audience may follow on this line; proper: :::internal",
    ],
    [
      "«:::internal {title=company}»",
      "open container of 3; wrong: only an audience may follow on this line; proper: :::internal",
    ],
    [
      "«::: {.intenral}»",
      "open container of 3; wrong: “.intenral” reads like “.internal”; proper: :::internal",
    ],
    [
      "«::internal»",
      "open container of 2; wrong: three colons open an internal comment; proper: :::internal",
    ],
    [
      "«:internal company»",
      "open container for company of 1; wrong: three colons open an internal comment; proper: :::internal",
    ],
    [
      "«::internal they know»",
      "open container of 2; wrong: only an audience may follow on this line; proper: :::internal",
    ],
  ])("%s", checkColons);

  it.each(["«::»", "«::note»", "«::intenral»", "«:internal they know it»", "«: internal»", "«:intenral:»"])(
    "none in %s",
    (line) => checkColons(line, undefined),
  );
});

describe("colons behind text", () => {
  const LINE = "wrong: a container opens on a line of its own";
  it.each([
    ["a «:::internal» b", `open container of 3; ${LINE}`],
    ["a «:::: \tInternal» b", `open container of 4; ${LINE}`],
    ["a «:::internal»$0", `open container of 3; ${LINE}`],
    ["a «:::internal$0»x", undefined],
    ["a «:::inter$0nal»", undefined],
    ["a «:::intenral»", undefined],
    ["a «:::note»", undefined],
    ["a «:::»", undefined],
    ["a «::internal»", undefined],
    ["a :«:::internal»", undefined],
  ])("%s", checkMark);
});

describe("attributes", () => {
  it.each([
    ["{.internal}", {}],
    ["{#x .Private .b}", {}],
    ["{.internal audience=company}", { audience: "company" }],
    ["{.internal Audience = 'my company'}", { audience: "my company" }],
    ['{audience="team" .internal}', { audience: "team" }],
    ["{.intenral .internal}", {}],
    ["{.b audience=company}", undefined],
    ["{internal}", undefined],
  ])("%s", (text, expected) => expect(grammar.attributes(text)).toEqual(expected));

  it.each([
    ["{.intenral}", "“.intenral” reads like “.internal”"],
    ["{.intenral .priavte audience=team}", "“.intenral” reads like “.internal”"],
  ])("%s is a slip", (text, expected) => {
    const said = grammar.attributes(text);
    expect(said && "slip" in said && inEnglish(said.slip)).toBe(expected);
  });
});

describe("an inline comment ends", () => {
  it.each([
    ["[internal: a]$0 b", 0],
    ["[internal: a]$0(http://b) c", "(http://b)".length],
    ["[internal: a]$0[label] c", "[label]".length],
    ["[internal: a]$0[internal: b]", 0],
    ["[internal: a]$0[redacted] b", "[redacted]".length],
    ["[internal: a]$0(see below) b", 0],
  ])("behind %s", (marked, length) => {
    const { text, cursor } = fixture(marked);
    expect(grammar.inlineEnd(text, cursor!)).toBe(cursor! + length);
  });
});
