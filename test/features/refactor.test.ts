import { describe, expect, it } from "vitest";
import { moveSection } from "../../server/src/features/refactor/move-section.js";
import { applyEdits } from "../../server/src/text/edit.js";
import { editInput } from "../support/check-edit.js";
import { checkRefactoring, offered, refactored } from "../support/check-refactoring.js";

const DAYS =
  "# T\n\n## Monday\n\n### A (Ada Brook)\n\na\n\n### B (Jo Lind)\n\nb\n\n## Tuesday\n\n### C (Eva Holm)\n\nc\n";

describe("moving a section", () => {
  const up = "Move this section up";
  const down = "Move this section down";
  const cases: readonly (readonly [
    what: string,
    title: string,
    before: string,
    after: string | undefined,
  ])[] = [
    ["up", up, "# T\n\n## A\n\na\n\n## B$0\n\nb\n", "# T\n\n## B\n\nb\n\n## A\n\na\n"],
    ["down", down, "# T\n\n## A$0\n\na\n\n## B\n\nb\n", "# T\n\n## B\n\nb\n\n## A\n\na\n"],
    ["up, of the first", up, "# T\n\n## A$0\n\na\n", undefined],
    ["down, of the last", down, "# T\n\n## A$0\n\na\n", undefined],
    [
      "with what is below it",
      up,
      "# T\n\n## A\n\na\n\n## B$0\n\n### C\n\nc\n",
      "# T\n\n## B\n\n### C\n\nc\n\n## A\n\na\n",
    ],
    [
      "without a line break at the end",
      up,
      "# T\n\n## A\n\na\n\n## B$0\n\nb",
      "# T\n\n## B\n\nb\n\n## A\n\na",
    ],
    [
      "with CRLF",
      up,
      "# T\r\n\r\n## A\r\n\r\na\r\n\r\n## B$0\r\n\r\nb\r\n",
      "# T\r\n\r\n## B\r\n\r\nb\r\n\r\n## A\r\n\r\na\r\n",
    ],
    ["without blank lines", up, "# T\n## A\na\n## B$0\nb\n", "# T\n## B\nb\n## A\na\n"],
    [
      "underlined, without blank lines",
      up,
      "T\n===\n\nA\n---\na\n\nB$0\n---\nb\n",
      "T\n===\n\nB\n---\nb\n\nA\n---\na\n",
    ],
    [
      "to another day",
      "Move this section to “Tuesday”",
      DAYS.replace("A (", "A$0 ("),
      "# T\n\n## Monday\n\n### B (Jo Lind)\n\nb\n\n## Tuesday\n\n### C (Eva Holm)\n\nc\n\n### A (Ada Brook)\n\na\n",
    ],
    [
      "back to a day",
      "Move this section to “Monday”",
      DAYS.replace("C (", "C$0 ("),
      "# T\n\n## Monday\n\n### A (Ada Brook)\n\na\n\n### B (Jo Lind)\n\nb\n\n### C (Eva Holm)\n\nc\n\n## Tuesday\n",
    ],
    [
      "out of a comment",
      up,
      "# T\n\n## A\n\n:::internal\na\n\n## B$0\n\nb\n:::\n",
      "refused: That would change what is internal: a comment begins or ends between these sections.",
    ],
    [
      "within a comment",
      up,
      "# T\n\n:::internal\n\n## A\n\na\n\n## B$0\n\nb\n\n## C\n\nc\n:::\n",
      "# T\n\n:::internal\n\n## B\n\nb\n\n## A\n\na\n\n## C\n\nc\n:::\n",
    ],
    [
      "past an unclosed comment",
      up,
      "# T\n\n## A\n\n:::internal\na\n\n## B$0\n\nb\n",
      "refused: That would change what is internal: a comment begins or ends between these sections.",
    ],
    [
      "past an open code block",
      up,
      "# T\n\n## A\n\na\n\n## B$0\n\n```\nb\n",
      "refused: That would change other headings of the report.",
    ],
    [
      "that is internal",
      up,
      "# T\n\n## A\n\na\n\n## B$0 {.internal}\n\nb\n",
      "# T\n\n## B {.internal}\n\nb\n\n## A\n\na\n",
    ],
  ];
  for (const [what, title, before, after] of cases) it(what, () => checkRefactoring(title, before, after));

  it("out of an internal section is refused", () => {
    const text =
      "# T\n\n## Monday {.internal}\n\n### A (Ada Brook)\n\na\n\n## Tuesday\n\n### C (Eva Holm)\n\nc\n";
    const result = moveSection(editInput(text), text.indexOf("### A"), {
      place: "into",
      heading: text.indexOf("## Tue"),
    });
    expect(result.kind).toBe("refused");
  });

  it("beside a section of another level gives it that level", () => {
    const target = { place: "before", heading: DAYS.indexOf("## Tue") } as const;
    const result = moveSection(editInput(DAYS), DAYS.indexOf("### A"), target);
    expect(result.kind === "edits" && applyEdits(DAYS, result.edits)).toBe(
      "# T\n\n## Monday\n\n### B (Jo Lind)\n\nb\n\n## A (Ada Brook)\n\na\n\n## Tuesday\n\n### C (Eva Holm)\n\nc\n",
    );
  });

  it("into itself, or to where it stands, is refused", () => {
    const at = DAYS.indexOf("## Monday");
    const into = (heading: number) => moveSection(editInput(DAYS), at, { place: "into", heading });
    expect(into(DAYS.indexOf("### A"))).toMatchObject({ kind: "refused" });
    expect(
      moveSection(editInput(DAYS), at, { place: "before", heading: DAYS.indexOf("## Tue") }),
    ).toMatchObject({
      reason: "The section stands there already.",
    });
  });

  it("leaves the cursor at its heading", () => {
    const done = refactored("Move this section up", "# T\n\n## A\n\na\n\n## B$0\n\nb\n");
    expect(done?.result).toMatchObject({ selections: [{ from: 8, to: 8 }] });
  });
});

describe("levels", () => {
  const promote = "Promote this section";
  const demote = "Demote this section";
  const cases: readonly (readonly [
    what: string,
    title: string,
    before: string,
    after: string | undefined,
  ])[] = [
    [
      "one up",
      promote,
      "# T\n\n## A\n\n### B$0\n\nb\n\n#### C\n\nc\n",
      "# T\n\n## A\n\n## B\n\nb\n\n### C\n\nc\n",
    ],
    [
      "one down",
      demote,
      "# T\n\n## A\n\na\n\n## B$0\n\nb\n\n### C\n\nc\n",
      "# T\n\n## A\n\na\n\n### B\n\nb\n\n#### C\n\nc\n",
    ],
    ["down with nothing above", demote, "# T\n\n## A$0\n\na\n", undefined],
    [
      "below six",
      demote,
      "# T\n\n## A\n\n##### B\n\nb\n\n##### C$0\n\n###### D\n\nd\n",
      "refused: Headings have levels from 1 to 6.",
    ],
    ["up, underlined", promote, "T\n===\n\nA\n---$0\n\na\n", "T\n===\n\nA\n===\n\na\n"],
    [
      "down, underlined",
      demote,
      "# T\n\nA\n---\n\na\n\nB$0\n---\n\nb\n",
      "# T\n\nA\n---\n\na\n\n### B\n\nb\n",
    ],
    [
      "down, underlined, with CRLF",
      demote,
      "# T\r\n\r\nA\r\n---\r\n\r\na\r\n\r\nB$0\r\n---\r\n\r\nb\r\n",
      "# T\r\n\r\nA\r\n---\r\n\r\na\r\n\r\n### B\r\n\r\nb\r\n",
    ],
    [
      "up, bold",
      promote,
      "# T\n\n## A\n\n**Talk: $0B (Jo Lind)**\n\nb\n",
      "# T\n\n## A\n\n## Talk: B (Jo Lind)\n\nb\n",
    ],
    [
      "out of an internal section",
      promote,
      "# T\n\n## A {.internal}\n\n### B$0\n\nb\n",
      "refused: That would change what is internal: a comment begins or ends between these sections.",
    ],
  ];
  for (const [what, title, before, after] of cases) it(what, () => checkRefactoring(title, before, after));
});

describe("sorting by time", () => {
  const sort = "Sort sessions by time";
  const cases: readonly (readonly [what: string, before: string, after: string | undefined])[] = [
    [
      "the sessions of a day",
      "# T\n\n## Monday$0\n\n### 10:00 Dry docks\n\nb\n\n### 9:00 Lock gates\n\na\n",
      "# T\n\n## Monday\n\n### 9:00 Lock gates\n\na\n\n### 10:00 Dry docks\n\nb\n",
    ],
    [
      "with those without a time behind the one before them",
      "# T\n\n## Monday\n\n### 10:00 Dry docks$0\n\nb\n\n### Questions on docks\n\nc\n\n### 9:00 Lock gates\n\na\n",
      "# T\n\n## Monday\n\n### 9:00 Lock gates\n\na\n\n### 10:00 Dry docks\n\nb\n\n### Questions on docks\n\nc\n",
    ],
    [
      "and not past a summary",
      "# T\n\n## Summary\n\ns\n\n## 10:00 Talk: B$0\n\nb\n\n## 9:00 Talk: A\n\na\n\n## Action items\n\n- [ ] x\n",
      "# T\n\n## Summary\n\ns\n\n## 9:00 Talk: A\n\na\n\n## 10:00 Talk: B\n\nb\n\n## Action items\n\n- [ ] x\n",
    ],
    [
      "when they are sorted",
      "# T\n\n## Monday$0\n\n### 9:00 Lock gates\n\na\n\n### 10:00 Dry docks\n\nb\n",
      undefined,
    ],
  ];
  for (const [what, before, after] of cases) it(what, () => checkRefactoring(sort, before, after));
});

describe("surrounding", () => {
  it("marks a selection", () =>
    checkRefactoring("Surround with an internal comment", "a «b» c\n", "a [internal: b] c\n"));
  it("offers each audience of a team's own", () =>
    expect(offered("a «b» c\n", { config: { audiences: ["board", "staff", "all"] } })).toEqual([
      "Surround with an internal comment for “board”",
      "Surround with an internal comment for “staff”",
    ]));
  it("offers other audiences in a comment", () =>
    expect(offered("a [internal: b$0] c\n")).toEqual([
      "Change the comment's audience to “company”",
      "Change the comment's audience to “public”",
    ]));
  it("changes the audience", () =>
    checkRefactoring(
      "Change the comment's audience to “company”",
      "a [internal: b$0]\n",
      "a [internal company: b]\n",
    ));
  it("offers nothing in running text", () => expect(offered("# T\n\n## A\n\na$0\n")).toEqual([]));
});

describe("extracting a section", () => {
  const title = "Extract this section to its own report";
  const report =
    "---\ntitle: Harbour Days\nevent: Harbour Days 2024\ndates: 2024-05-14\nauthors: [Mia Berg (Larkfield)]\naudience: company\n---\n\n# Harbour Days\n\n## Day 1\n\n### Cold storage$0 (Ada Brook)\n\nSee [the slides][s] and [more][m].[^n]\n\n[internal: they lose money]\n\n#### Questions\n\n- why?\n\n## Day 2\n\nAlso [more][m].\n\n[s]: http://slides.example\n[m]: http://more.example\n\n[^n]: A note.\n";

  it("leaves its heading and a link", () => {
    const done = refactored(title, report)!;
    if (done.result.kind !== "edits") throw new Error(JSON.stringify(done.result));
    expect(applyEdits(done.text, done.result.edits)).toBe(
      `${done.text.slice(0, done.text.indexOf("See [the"))}[Cold storage](cold-storage.trip.md)\n\n## Day 2\n\nAlso [more][m].\n\n[m]: http://more.example\n\n`,
    );
    expect(done.result.newFile).toEqual({
      name: "cold-storage.trip.md",
      text: '---\ntype: trip-report\ntitle: "Harbour Days: Cold storage"\nevent: Harbour Days 2024\ndates: 2024-05-14\nauthors:\n  - Mia Berg (Larkfield)\naudience: company\n---\n\n# Harbour Days: Cold storage\n\n## Cold storage (Ada Brook)\n\nSee [the slides][s] and [more][m].[^n]\n\n[internal: they lose money]\n\n### Questions\n\n- why?\n\n[s]: http://slides.example\n\n[m]: http://more.example\n\n[^n]: A note.\n',
    });
  });

  it("keeps in the report what the rest of it uses", () => {
    const done = refactored(
      title,
      "# T\n\n## A (Ada Brook)\n\n[x][r]\n\n## B$0 (Jo Lind)\n\n[y][r]\n\n[r]: http://r.example\n",
    )!;
    expect(done.result.kind === "edits" && applyEdits(done.text, done.result.edits)).toBe(
      "# T\n\n## A (Ada Brook)\n\n[x][r]\n\n## B (Jo Lind)\n\n[B](b.trip.md)\n\n[r]: http://r.example\n",
    );
    expect(done.result).toMatchObject({
      newFile: { text: expect.stringContaining("[r]: http://r.example") },
    });
  });

  it("is refused where the heading is internal", () =>
    checkRefactoring(
      title,
      "# T\n\n## A [internal: plan]$0\n\na\n",
      "refused: The heading is internal, at least in part: its words would name the file and the link.",
    ));

  it("is refused where a comment goes on behind it", () =>
    checkRefactoring(
      title,
      "# T\n\n## A$0\n\n:::internal\na\n\n## B\n\nb\n",
      "refused: That would change what is internal in this report: a comment begins or ends in the section.",
    ));
});
