import { describe, expect, it } from "vitest";
import { allSections } from "../../server/src/report/model.js";
import { analyse } from "../support/check.js";
import { type CompletionCheck, checkOffered, checkTaken, taken } from "../support/check-completion.js";

const HEAD =
  "# T\n\n## Sand (Jo Lind, Kestrel Rail)\n\na\n\n## Silt (Ines Prado)\n\na\n\n## Tides (Jo Lind)\n\na\n\n";
const known: CompletionCheck = {
  known: {
    people: [
      { name: "Ada Brook", affiliation: "Pelican Grid", role: "CTO" },
      { name: "Ines Prado", affiliation: "Tidewater" },
    ],
  },
};

describe("speakers", () => {
  it.each([
    ["in parentheses", "## Mud ($0)", ["Jo Lind", "Ines Prado", "Ada Brook"]],
    ["by the family name", "## Mud (pra$0)", ["Ines Prado"]],
    ["behind another", "## Mud (Jo Lind, Kestrel Rail; $0)", ["Ines Prado", "Ada Brook"]],
    ["behind “and”", "## Mud (Jo Lind and A$0)", ["Ada Brook"]],
    ["behind “by”", "## Mud by A$0", ["Ada Brook"]],
    ["behind a dash", "## Mud - Jo$0", ["Jo Lind"]],
    ["behind a bar", "## Mud | Jo L$0", ["Jo Lind"]],
    ["on a line of their own", "## Mud\n\nSpeaker: $0", ["Jo Lind", "Ines Prado", "Ada Brook"]],
    [
      "in a list on a line of their own",
      "## Mud\n\n**Speakers:** Jo Lind (Kestrel Rail), $0",
      ["Ines Prado", "Ada Brook"],
    ],
    ["on a line that begins with “by”", "## Mud\n\n*by Ad$0*", ["Ada Brook"]],
    ["in a sentence that says so", "## Mud\n\nThe talk was presented by Ad$0", ["Ada Brook"]],
    ["not where “by” says less", "## Mud\n\nIt grew by Ad$0", []],
    ["not by the name that is being written", "## Mud (Jo Lindq$0)", []],
    [
      "an affiliation behind its name",
      "## Mud (Ada Brook, $0)",
      ["Pelican Grid", "Kestrel Rail", "Tidewater", "Jo Lind", "Ines Prado"],
    ],
  ])("%s", (_, typed, labels) => checkOffered(`${HEAD}${typed}\n`, labels, known));

  it.each([
    ["## Mud (A$0)", "## Mud (Ada Brook, Pelican Grid)"],
    ["## Mud - A$0", "## Mud - Ada Brook, Pelican Grid"],
    ["## Mud by A$0", "## Mud by Ada Brook (Pelican Grid)"],
    ["## Mud | A$0", "## Mud | Ada Brook (Pelican Grid)"],
    ["## Mud\n\nSpeaker:$0", "## Mud\n\nSpeaker: Ada Brook (Pelican Grid)"],
    ["## Mud\n\n*by A$0*", "## Mud\n\n*by Ada Brook (Pelican Grid)*"],
  ])("%j comes with the affiliation, as the report reads it", (typed, after) => {
    checkTaken(`${HEAD}${typed}\n`, "Ada Brook", `${HEAD}${after}\n`, known);
    const { report } = analyse(taken(`${HEAD}${typed}\n`, "Ada Brook", known));
    expect(allSections(report.sections).at(-1)?.speakers).toEqual([
      expect.objectContaining({ name: "Ada Brook", affiliation: "Pelican Grid" }),
    ]);
  });

  it.each([
    ["## Mud (A$0, Company)", "## Mud (Ada Brook, Pelican Grid)"],
    ["## Mud (A$0, Coldshelf)", "## Mud (Ada Brook, Coldshelf)"],
    ["## Mud\n\nSpeaker: A$0 (Company)", "## Mud\n\nSpeaker: Ada Brook (Pelican Grid)"],
    ["## Mud\n\nSpeaker: A$0 (Coldshelf)", "## Mud\n\nSpeaker: Ada Brook (Coldshelf)"],
  ])("%j leaves an affiliation that is filled in", (typed, after) =>
    checkTaken(`${HEAD}${typed}\n`, "Ada Brook", `${HEAD}${after}\n`, known),
  );
  it("not in a link's target", () => checkOffered(`${HEAD}## [Mud]($0)\n`, [], known));

  it("in a plain text's heading", () =>
    checkTaken("T\n\nMud (A$0)\n", "Ada Brook", "T\n\nMud (Ada Brook, Pelican Grid)\n", {
      ...known,
      format: "plain-text",
    }));
});

describe("owners of follow-ups", () => {
  it("are those who own something, then everybody", () =>
    checkOffered(`${HEAD}- [ ] one @maria\n- [ ] two @$0\n`, ["@maria", "@jo", "@ines", "@ada"], known));
  it("are told apart where given names are the same", () =>
    checkOffered(`${HEAD}TODO ask @jo$0\n`, ["@jo", "@jo.prat"], {
      known: { people: [{ name: "Jo Prat" }] },
    }));
  it("are found by the family name", () =>
    checkTaken(`${HEAD}- [ ] two @bro$0\n`, "@ada", `${HEAD}- [ ] two @ada\n`, known));
  it("are not offered elsewhere", () =>
    checkOffered(`${HEAD}Mail jo@$0 or @$0\n`.replace("$0", ""), [], known));
});
