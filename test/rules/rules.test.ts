import { describe, expect, it } from "vitest";
import { rules } from "../../server/src/rules/index.js";
import { checkFix, checkRule } from "../support/check.js";

describe("unredacted-internal-comment", () => {
  const check = (report: string, audience?: string) =>
    checkRule("unredacted-internal-comment", report, audience === undefined ? {} : { audience });
  it("says nothing in a file for the comment's own audience", () => check("a [internal: b]"));
  it("finds comments narrower than the file says it is", () =>
    check("---\naudience: company\n---\n[internal: a] [internal company: b]\n^^^^^^^^^^"));
  it("finds comments narrower than the caller says", () =>
    check(":::internal\n^^^^^^^^^^^\na\n:::\n\nb [internal company: c]\n  ^^^^^^^^^^^^^^^^^^", "public"));
  it("finds the front matter's own", () =>
    check("---\ninternal: x\n^^^^^^^^\naudience: public # later\n                 ^\n---"));
  it("leaves near misses to their own rule", () => check("[intenral: a]", "public"));
});

describe("unclosed-internal-comment", () => {
  it("marks the opening", () => checkRule("unclosed-internal-comment", "a\n:::internal\n^^^^^^^^^^^\nb"));
  it("says nothing of near misses", () => checkRule("unclosed-internal-comment", "<internal/>"));
  for (const [form, before, after] of [
    ["container", ":::internal\na\n", ":::internal\na\n:::\n"],
    ["longer container", "::::internal\na", "::::internal\na\n::::"],
    ["inline", "a [internal: b\n\nc", "a [internal: b]\n\nc"],
    ["tag", "<Private>a", "<Private>a</Private>"],
    ["HTML comment", "<!-- internal: a\n", "<!-- internal: a -->\n"],
    ["CriticMarkup", "{>> a", "{>> a<<}"],
    ["Obsidian", "%% a", "%% a%%"],
  ] as const)
    it(`closes it: ${form}`, () => checkFix("unclosed-internal-comment", before, after));
});

describe("stray-internal-close", () => {
  const check = (report: string) => checkRule("stray-internal-close", report);
  it("container", () => check("a\n\n:::\n^^^"));
  it("tag", () => check("a </internal>\n  ^^^^^^^^^^^"));
  it("CriticMarkup", () => check("a <<}\n  ^^^"));
  it("a tag closed by another word", () => check("<internal>a</private>\n           ^^^^^^^^^^"));
  it("says nothing of a shorter fence's own container", () => check("::::internal\n:::note\na\n:::\n::::"));
  it("is removed", () => checkFix("stray-internal-close", "a </internal> b", "a  b"));
});

describe("misspelt-internal-comment", () => {
  const check = (report: string) => checkRule("misspelt-internal-comment", report);
  const fix = (before: string, after: string) => checkFix("misspelt-internal-comment", before, after);
  it("container", () => check(":::internla\n^^^^^^^^^^^\na\n:::"));
  it("inline", () => check("a [intenral: b]\n  ^^^^^^^^^^"));
  it("closing tag", () => check("<internal>a</intenral>\n           ^^^^^^^^^^^"));
  it("is put right: container", () => fix(":::internla\na\n:::", ":::internal\na\n:::"));
  it("is put right: two colons", () => fix("::internal\na\n:::", ":::internal\na\n:::"));
  it("is put right: inline", () => fix("[intenral company: b]", "[internal company: b]"));
  it("is put right: callout", () => fix("> [!INTERAL]\n> a", "> [!INTERNAL]\n> a"));
  it("is put right: closing tag", () => fix("<internal>a</intenral>", "<internal>a</internal>"));
  it("is put right: HTML comment", () => fix("<!-- intenral: a", "<!-- internal: a"));
  it("is put right: escaped", () => fix("\\[internal: a]", "[internal: a]"));
});

describe("internal-comment-in-code", () => {
  const check = (report: string) => checkRule("internal-comment-in-code", report);
  it("code span", () => check("a `[internal: b]` c\n   ^^^^^^^^^^"));
  it("fenced code", () => check("```\n:::internal\n^^^^^^^^^^^\na\n:::\n```"));
  it("indented code", () => check("a\n\n    <internal>\n    ^^^^^^^^^^"));
  it("says nothing of generic types and format strings", () => check("`List<Internal>` and `100%%`"));
});

describe("unknown-audience", () => {
  const check = (report: string) => checkRule("unknown-audience", report);
  it("inline", () => check("[internal board: a]\n          ^^^^^"));
  it("container", () => check(":::internal board\n            ^^^^^\na\n:::"));
  it("front matter", () => check("---\naudience: board\n          ^^^^^\n---"));
  it("any case of a known one is fine", () => check("[internal COMPANY: a]"));
  it("offers the known ones", () =>
    checkFix("unknown-audience", "[internal compny: a]", "[internal company: a]", { index: 1 }));
});

describe("invisible-redacted-marker", () => {
  it("a bare tag", () =>
    checkRule("invisible-redacted-marker", "a <Redacted comments> b\n  ^^^^^^^^^^^^^^^^^^^"));
  it("a visible one is fine", () =>
    checkRule("invisible-redacted-marker", "a \\<Redacted comments> [redacted] ███"));
  it("shows in plain text", () =>
    checkRule("invisible-redacted-marker", "a <Redacted comments>", { format: "plain-text" }));
  it("is made visible", () => checkFix("invisible-redacted-marker", "a <REDACTED>", "a \\<REDACTED>"));
});

describe("inconsistent-redacted-marker", () => {
  const code = "inconsistent-redacted-marker";
  it("the rarer spelling", () =>
    checkRule(code, "[redacted] [redacted] (redacted)\n                      ^^^^^^^^^^"));
  it("of two equally common ones the later", () => checkRule(code, "[redacted]\n\n(redacted)\n^^^^^^^^^^"));
  it("escapes and lengths are no spelling", () =>
    checkRule(code, "<Redacted comments> \\<Redacted comments>\n\n███ ██████".slice(0, 40)));
  it("is made alike", () =>
    checkFix(code, "[redacted] [redacted] (redacted)", "[redacted] [redacted] [redacted]"));
});

describe("the registry", () => {
  it("has no code twice", () => {
    const codes = rules.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it("never repeats the report's words in a message for logs", () => {
    for (const { code } of rules) expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
  });
});
