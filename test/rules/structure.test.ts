import { describe, it } from "vitest";
import { checkFix, checkRule } from "../support/check.js";

const FRONT = "---\ntitle: T\nevent: E\ndates: 2024-05-14/2024-05-15\n---\n";

describe("front matter", () => {
  it("in a programming language is never run", () =>
    checkRule("front-matter-syntax", "---js\n^^^^^\nprocess.exit(3)\n---\n"));
  it("that never closes", () => checkRule("front-matter-syntax", "---\n^^^\ntitle: x\n\n# A\n"));
  it("missing is inserted, with the title", () =>
    checkFix(
      "front-matter-missing",
      "# Harbour Days\n",
      '---\ntype: trip-report\ntitle: "Harbour Days"\nevent:\ndates:\n---\n\n# Harbour Days\n',
    ));
  it("missing is nothing to plain text", () =>
    checkRule("front-matter-missing", "Harbour Days\n", { format: "plain-text" }));
  it("gets the keys it lacks", () =>
    checkFix(
      "front-matter-required-key",
      "---\r\ntitle: x\r\n---\r\n",
      "---\r\ntitle: x\r\nevent:\r\ndates:\r\n---\r\n",
    ));
  it("with a key that is there but empty", () =>
    checkRule("front-matter-required-key", "---\n^^^\ntitle: x\nevent:\ndates: 2024-01-01\n---\n"));
  for (const [key, value, wrong] of [
    ["dates", "2024-02-30", true],
    ["dates", "2024-05-15/2024-05-14", true],
    ["dates", "May 14", true],
    ["dates", "{ start: 2024-05-14, end: 2024-05-15 }", false],
    ["dates", "{ end: 2024-05-15 }", true],
    ["dates", "2024-02-29", false],
    ["authors", "[Ada, { name: Bo, affiliation: Elm }]", false],
    ["authors", "[{ affiliation: Elm }]", true],
    ["status", "done", true],
    ["status", "final", false],
    ["title", "[a]", true],
    ["title", "2024", false],
    ["tags", "[a, b]", false],
    ["tags", "{ a: b }", true],
    ["tags", "a", false],
    ["tags", "[a, [b]]", true],
    ["authors", "{ name: Ada }", false],
    ["authors", "[' ']", true],
    ["dates", "", false],
    ["title", "", false],
    ["status", "draft", false],
    ["date", "2024-02-29", false],
    ["date", "2024-02-30", true],
    ["date", "May 14", false],
    ["date", "[2024-02-30]", false],
    ["people", "", false],
    ["people", "[Ada, { name: Bo, aliases: B }, { name: Jo, aliases: [J, K] }]", false],
    ["people", "{ Ada: A, Bo: [B, C], Jo: , Di: { aliases: [D] } }", false],
    ["people", "[{ name: Bo, aliases: }, { name: Jo }]", false],
    ["people", "Ada", true],
    ["people", "[{ aliases: [B] }]", true],
    ["people", "[{ name: [Bo] }]", true],
    ["people", "[{ name: Bo, aliases: [[B]] }]", true],
    ["people", "[[Ada]]", true],
    ["people", "{ Ada: [[A]] }", true],
    ["people", "{ Ada: { aliases: { a: b } } }", true],
    ["type", "post", true],
  ] as const)
    it(`${key}: ${value} is ${wrong ? "wrong" : "right"}`, () =>
      checkRule(
        "front-matter-value",
        `---\n${key}: ${value}\n${wrong ? `${" ".repeat(key.length + 2)}${"^".repeat(value.length)}\n` : ""}---\n`,
      ));
  it("a value that is missing is marked at its key", () =>
    checkRule("front-matter-value", "---\ntype:\n^^^^\n---\n"));
  it("keys that look like a slip are put right", () =>
    checkFix("front-matter-unknown-key", "---\naudiance: team\n---\n", "---\naudience: team\n---\n"));
  it("keys of a blog are kept", () =>
    checkRule("front-matter-unknown-key", "---\nlayout: post\n^^^^^^\n---\n"));
});

describe("the summary", () => {
  const talks = "# H\n\n## Clocks (Ada Brook)\n\na\n\n## Tapes (Jo Lind)\n\nb\n";
  it("missing is inserted before the first section", () =>
    checkFix(
      "missing-summary",
      talks,
      "# H\n\n## Executive Summary\n\n\n## Clocks (Ada Brook)\n\na\n\n## Tapes (Jo Lind)\n\nb\n",
    ));
  it("of one session is not asked for", () =>
    checkRule("missing-summary", "# H\n\n## Clocks (Ada Brook)\n\na\n"));
  it("behind sessions is moved to the front", () =>
    checkFix(
      "summary-not-first",
      "# H\n\n## Clocks (Ada Brook)\n\na\n\n## Takeaways\n\nc\n",
      "# H\n\n## Takeaways\n\nc\n\n## Clocks (Ada Brook)\n\na\n\n",
    ));
  it("behind the journey is fine", () =>
    checkRule("summary-not-first", "# H\n\n## Getting there\n\na\n\n## Takeaways\n\nc\n"));
});

describe("sections", () => {
  it("empty ones are marked and removed", () => {
    checkRule("empty-section", "# H\n\n## A\n^^^^\n\n## B\n\nb\n");
    checkFix("empty-section", "# H\n\n## A\n\n## B\n\nb\n", "# H\n\n## B\n\nb\n");
  });
  it("with a subsection are not empty", () => checkRule("empty-section", "# H\n\n## A\n\n### B\n\nb\n"));
  it("twice under one parent", () => checkRule("duplicate-section", "# H\n\n## A\n\na\n\n## A\n^^^^\n\nb\n"));
  it("of the same name in two days are two", () =>
    checkRule("duplicate-section", "# H\n\n## Monday\n\n### Lunch\n\na\n\n## Tuesday\n\n### Lunch\n\nb\n"));
  it("that skip a level are taken up", () => {
    checkRule("heading-level-skip", "# H\n\n## A\n\na\n\n#### B\n^^^^^^\n\nb\n");
    checkFix("heading-level-skip", "# H\n\n## A\n\na\n\n#### B\n\nb\n", "# H\n\n## A\n\na\n\n### B\n\nb\n");
  });
  it("going up by more than one level is fine", () =>
    checkRule("heading-level-skip", "# H\n\n## A\n\n### B\n\nb\n\n## C\n\nc\n"));
  it("that are only bare lines become headings, one or all", () => {
    const bare =
      "Harbour Days\n\nExecutive Summary\n\nCold storage is the default, said everyone who spoke, and they had numbers.\n\nGetting there\n\nThe train was on time, and the venue ten minutes away on foot from the station.\n";
    checkFix("bare-heading", bare, bare.replace("Executive", "## Executive"));
    checkFix(
      "bare-heading",
      bare,
      bare.replace("Executive", "## Executive").replace("Getting", "## Getting"),
      { index: 1 },
    );
  });
  it("in plain text are meant to be bare", () =>
    checkRule("bare-heading", "Harbour Days\n\nExecutive Summary\n\nCold storage.\n", {
      format: "plain-text",
    }));
});

describe("speakers", () => {
  it("missing get a place", () => {
    checkFix(
      "missing-speaker",
      "# H\n\n## Opening Keynote\n\na\n",
      "# H\n\n## Opening Keynote (Speaker)\n\na\n",
    );
    checkFix(
      "missing-speaker",
      "# H\n\n## Opening Keynote {#k}\n\na\n",
      "# H\n\n## Opening Keynote (Speaker) {#k}\n\na\n",
    );
  });
  it("spelt nearly like a commoner name", () => {
    const report = (third: string) =>
      `# H\n\n## A (Ilse Varnholt)\n\na\n\n## B (Ilse Varnholt)\n\nb\n\n## C (${third})\n\nc\n`;
    checkFix("speaker-spelling", report("Ilse Varnhold"), report("Ilse Varnholt"));
    checkRule("speaker-spelling", report("Otto Varnholt"));
    checkRule(
      "speaker-spelling",
      `---\npeople: { Ilse Varnholt: Ilse Varnhold }\n---\n\n${report("Ilse Varnhold")}`,
    );
  });
});

describe("days", () => {
  const check = (report: string) => checkRule("day-outside-event", FRONT + report);
  it("that the event has", () => check("\n## Tuesday\n\na\n\n## Day 2\n\nb\n\n## 2024-05-15\n\nc\n"));
  it("that it has not", () => check("\n## Friday\n^^^^^^^^^\n\na\n\n## Day 3\n^^^^^^^^\n\nb\n"));
  it("are told once, not for each session below", () =>
    check("\n## Friday\n^^^^^^^^^\n\n### A (Ada Brook)\n\na\n"));
});

describe("follow-ups", () => {
  const check = (report: string) => checkRule("followup-left", report, { audience: "public" });
  it("open ones in a file for everyone", () =>
    check("a\n\nTODO ask\n^^^^^^^^\n\n- [ ] call\n  ^^^^^^^^\n- [x] done\n"));
  it("inside internal comments are no one else's", () => check("[internal: TODO ask]"));
  it("inside a container for the team likewise", () =>
    check(":::internal\nTODO ask\n\n- [ ] call\n:::\n\nTODO say\n^^^^^^^^\n"));
  it("in a team's file are what they are for", () => checkRule("followup-left", "TODO ask\n"));
  it("are ticked off or removed", () => {
    checkFix("followup-left", "- [ ] call\n", "- [x] call\n", { audience: "public" });
    checkFix("followup-left", "- [ ] call\n", "- \n", { audience: "public", index: 1 });
  });
});
