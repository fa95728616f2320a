import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { describeCompletion, MAX_ITEMS } from "../../server/src/features/completion/complete.js";
import { BEGINNINGS } from "../../server/src/features/completion/sections.js";
import { KINDS } from "../../server/src/report/kind-table.js";
import { allSections } from "../../server/src/report/model.js";
import { arbitraryReport } from "../support/arbitrary-report.js";
import { analyse } from "../support/check.js";
import { checkAmong, checkOffered, checkTaken, offered, taken } from "../support/check-completion.js";
import { fixture } from "../support/fixture.js";

const DATED = "---\ntype: trip-report\ndates: 2024-05-14/2024-05-15\n---\n\n# Harbour Days\n\n";

describe("nothing is offered", () => {
  it.each([
    ["in a sentence", "# T\n\n## A\n\nThey said int$0 and\n"],
    ["on a later line of a paragraph", "# T\n\nThey said\nint$0\n"],
    ["before text on the same line", "# T\n\nint$0 more\n"],
    ["in a code block", "# T\n\n```\n## $0\n```\n"],
    ["in a code block that is not closed", "# T\n\n```\n:::$0"],
    ["in an indented code block", "# T\n\n    ## Key$0\n"],
    ["in a code span", "# T\n\nAs `[int$0` says\n"],
    ["in a code span that is being written", "# T\n\nAs `[int$0\n"],
    ["in an HTML block", "# T\n\n<div>\nint$0\n</div>\n"],
    ["in an HTML comment", "# T\n\n<!-- a note (int$0 -->\n"],
    ["in a link's target", "# T\n\n[a](int$0ernal)\n"],
    ["behind a parenthesis in a sentence", "# T\n\n## A (Ada Brook)\n\nThey said ($0\n"],
    ["behind a colon in a sentence", "# T\n\nThey said:$0\n"],
    ["where the title is being written", "---\ntitle: T\n---\n\n# $0\n"],
    ["on the line that closes the front matter", "---\ntype: trip-report\n---$0\n"],
    ["in a YAML comment", "---\n# ti$0\n---\n"],
    ["in front matter that is JSON", "---json\n{$0}\n---\n"],
    ["behind the colons that close a comment", "# T\n\n:::internal\na\n:::$0\n"],
  ])("%s", (_, report) => checkOffered(report, []));
});

describe("sections", () => {
  it("are a missing summary, the event's days, sessions, then the rest", () =>
    checkOffered(`${DATED}#$0\n`, [
      "Executive Summary",
      "Tuesday",
      "Wednesday",
      "Day 1",
      "Day 2",
      "Session: title (speaker, affiliation)",
      "Keynote: title (speaker, affiliation)",
      "Panel: title and speakers",
      "Workshop: title and instructor",
      "Breakout Sessions",
      "Expo floor",
      "Hallway track",
      "Logistics",
      "Action items",
    ]));
  it("are not offered again where one is enough", () =>
    checkAmong(
      `${DATED}## Summary\n\na\n\n## Day 1\n\n##$0\n`,
      ["Day 2", "Expo floor"],
      ["Executive Summary", "Day 1", "Tuesday"],
    ));
  it("by their kind where a block begins", () =>
    checkTaken(
      "# T\n\nsumm$0\n",
      "Executive Summary",
      "# T\n\n## Executive Summary\n\n- The one thing to remember\n",
    ));
  it("by what their heading says", () => checkAmong("# T\n\n## Ac$0\n", ["Action items"]));
  it("stand at the report's own level", () =>
    checkTaken(
      "# T\n\n### A\n\na\n\nhall$0\n",
      "Hallway track",
      "# T\n\n### A\n\na\n\n### Hallway track\n\n- **Name (Company)**: What came up\n",
    ));
  it("of a session stand below their day", () =>
    checkTaken(
      `${DATED}## Tuesday\n\nsess$0\n`,
      "Session: title (speaker, affiliation)",
      `${DATED}## Tuesday\n\n### Title (Name, Company)\n\n- What was said\n`,
    ));
  it("of a session stand beside the sessions of their day", () =>
    checkTaken(
      `${DATED}## Tuesday\n\n### A talk (Jo Lind)\n\na\n\n#$0\n\n## Wednesday\n`,
      "Keynote: title (speaker, affiliation)",
      `${DATED}## Tuesday\n\n### A talk (Jo Lind)\n\na\n\n### Keynote: Title (Name, Company)\n\n- What was said\n\n## Wednesday\n`,
    ));
  it("have the level that was typed", () =>
    checkTaken(
      `${DATED}## Tuesday\n\n#### Key$0\n`,
      "Keynote: title (speaker, affiliation)",
      `${DATED}## Tuesday\n\n#### Keynote: Title (Name, Company)\n\n- What was said\n`,
    ));
  it("in plain text have no marks", () =>
    checkTaken(
      "T\n\nkeyn$0",
      "Keynote: title (speaker, affiliation)",
      "T\n\nKeynote: Title (Name, Company)\n\n- What was said",
      { format: "plain-text" },
    ));
  it("are headed in the configured words, too", () =>
    checkTaken("# T\n\n## Ku$0\n", "Kurzfassung", "# T\n\n## Kurzfassung\n\n- The one thing to remember\n", {
      config: { kinds: { summary: ["Kurzfassung"] } },
    }));
  it("have a line for the speaker", () =>
    checkTaken(
      "# T\n\n## Keynote: Sand\n\nSp$0\n",
      "Speaker:",
      "# T\n\n## Keynote: Sand\n\nSpeaker: Name (Company)\n",
    ));

  it("have no further line for the speaker where one is named", () =>
    checkAmong("# T\n\n## Keynote: Sand (Jo Lind)\n\nSp$0\n", [], ["Speaker:"]));

  it.each(BEGINNINGS.map(({ label, kind }) => [label, kind] as const))(
    "“%s” is recognised as %s",
    (label, kind) => {
      const begun = taken("# T\n\n## A talk (Jo Lind)\n\na\n\n#$0\n\n## Another (Ada Brook)\n\nb\n", label);
      const names = ["Ilse Varnholt", "Tomasz Bielik", "Nadia Feld"];
      const { report } = analyse(begun.replace(/\bName\b/g, () => names.pop()!));
      expect(allSections(report.sections)[1]?.kind).toBe(kind);
    },
  );
});

describe("days", () => {
  it("are named as the report names them", () =>
    checkAmong(`${DATED}## Day 1\n\n## $0\n`, ["Day 2", "Wednesday"]));
  it("by their date", () => checkTaken(`${DATED}## 2024-05-15$0\n`, "2024-05-15", `${DATED}## 2024-05-15\n`));
  it("in a sentence", () => checkOffered(`${DATED}We met on 2024-$0.\n`, ["2024-05-14", "2024-05-15"]));
  it("are a choice where the event's are not known", () =>
    checkTaken("# T\n\nday$0\n", "Day", "# T\n\n## Monday\n\n\n"));
});

describe("attributes of a heading", () => {
  it("are who may read it and its kind", () =>
    checkOffered("# T\n\n## A {$0}\n", [
      ...[".internal", ".private", ".confidential", ".internal audience=company"],
      ...KINDS.map((kind) => `.${kind}`),
    ]));
  it("close their braces", () =>
    checkTaken("# T\n\n## A {.int$0\n", ".internal", "# T\n\n## A {.internal}\n"));
  it("behind the word are audiences", () =>
    checkAmong(
      "# T\n\n## A {.internal $0}\n",
      ["audience=team", "audience=company", ".keynote"],
      [".internal"],
    ));
  it("name audiences", () => checkOffered("# T\n\n## A {.internal audience=c$0}\n", ["company"]));
});

describe("explanations", () => {
  it.each([
    ["---\n$0\n---\n", "audience", /Who may read/],
    ["---\nauthors:\n  - $0\n---\n", "affiliation", /company or institution/],
    ["---\naudience: $0\n---\n", "company", /`team`, `company`/],
    ["# T\n\n#$0\n", "Hallway track", /conversations/],
    ["# T\n\n:::int$0\n", ":::internal company", /paragraphs[\s\S]*`company`/],
    ["# T\n\n## A {$0}\n", ".keynote", /plenary/i],
  ])("%j has one for %s", (report, label, wanted) => {
    const { text, cursor } = fixture(report);
    const item = offered(text, cursor!).items.find((candidate) => candidate.label === label);
    expect(item?.about && describeCompletion(item.about)).toMatch(wanted);
  });
  it("are none for what was never offered", () => {
    expect(describeCompletion({ source: "nothing", of: [] })).toBeUndefined();
    expect(describeCompletion({ source: "front-matter-key", of: ["x", "constructor"] })).toBeUndefined();
    expect(describeCompletion({ source: "section", of: ["constructor"] })).toBeUndefined();
  });
});

describe("at any place of any text", () => {
  const known = { people: [{ name: "Ada Brook", affiliation: "B" }], tags: ["t"], events: ["E"] };
  it("replaces a stretch of the cursor's line that its filter begins with", () => {
    fc.assert(
      fc.property(
        arbitraryReport,
        fc.nat(),
        fc.constantFrom("markdown" as const, "plain-text" as const),
        (text, at, format) => {
          const offset = at % (text.length + 1);
          for (const { replace, filter } of offered(text, offset, { format, known }).items) {
            expect(replace.from).toBeLessThanOrEqual(offset);
            expect(replace.to).toBeGreaterThanOrEqual(offset);
            expect(text.slice(replace.from, replace.to)).not.toMatch(/[\r\n]/);
            expect(filter.toLowerCase()).toContain(text.slice(replace.from, offset).trim().toLowerCase());
          }
        },
      ),
    );
  });

  it("offers nothing in code", () => {
    fc.assert(
      fc.property(arbitraryReport, (text) => {
        analyse(text).syntax.tree.iterate({
          enter({ name, from, to }) {
            if (!/^(?:FencedCode|CodeBlock|InlineCode)$/.test(name)) return;
            for (let offset = from + 1; offset < to; offset++)
              expect(offered(text, offset, { known }).items).toEqual([]);
          },
        });
      }),
    );
  });

  it("lists no more than anybody reads, and says that there is more", () => {
    const tags = Array.from({ length: MAX_ITEMS + 1 }, (_, at) => `tag${at}`);
    const { text, cursor } = fixture("---\ntags: [$0]\n---\n");
    expect(offered(text, cursor!, { known: { tags } })).toMatchObject({
      incomplete: true,
      items: { length: MAX_ITEMS },
    });
  });
});

describe("snippets and completion", () => {
  const snippets: Record<string, { prefix: string | string[] }> = JSON.parse(
    readFileSync(new URL("../../snippets/trip-report.json", import.meta.url), "utf8"),
  );
  const prefixes = Object.values(snippets).flatMap(({ prefix }) => prefix);
  it.each(["", "#", "## ", "- ", "> ", "> [", ":::", "[", "<", "{", "- [ ] a @", ...prefixes])(
    "offer nothing twice behind %j",
    (typed) => {
      const { text, cursor } = fixture(`${DATED}## Keynote: Sand (Ada Brook)\n\n${typed}$0\n`);
      const items = offered(text, cursor!).items;
      expect(
        items.filter(({ label, filter }) => prefixes.includes(label) || prefixes.includes(filter)),
      ).toEqual([]);
    },
  );
});
