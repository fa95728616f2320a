import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Analysis } from "../../server/src/analysis.js";
import type { EditResult } from "../../server/src/features/edit-result.js";
import { readersOf } from "../../server/src/features/privacy.js";
import { refactorings } from "../../server/src/features/refactor/index.js";
import { moveSection } from "../../server/src/features/refactor/move-section.js";
import { allSections } from "../../server/src/report/model.js";
import { applyEdits } from "../../server/src/text/edit.js";
import { arbitraryReport } from "../support/arbitrary-report.js";
import { editInput } from "../support/check-edit.js";

const TITLES = [
  "Lock gates",
  "Dry docks",
  "Tide tables (Ada Brook)",
  "Buoys {.internal}",
  "9:00 Charts",
  "11:30 Pilots",
];
const BODIES = [
  "Plain words.",
  "- a\n- b",
  ":::internal\nx\n:::",
  "a [internal: y] b",
  "```\n# code\n```",
  "",
];

/** Reports of sections at any level, spaced in any way. */
const sectionedReport = fc
  .array(
    fc.record({
      level: fc.integer({ min: 2, max: 4 }),
      title: fc.constantFrom(...TITLES),
      body: fc.constantFrom(...BODIES),
      gap: fc.constantFrom("\n", "\n\n", "\n\n\n"),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .chain((parts) =>
    fc.constantFrom("\n", "\r\n").map((eol) => {
      const text = parts.map(
        ({ level, title, body, gap }, index) =>
          `${"#".repeat(level)} ${index} ${title}${gap}${body === "" ? "" : body + gap}`,
      );
      return `# T${"\n\n"}${text.join("")}`.replace(/\n/g, eol);
    }),
  );

const linesOf = (text: string) =>
  text
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== "")
    .sort();

/** For each audience how often each character is for it: moving changes none of these. */
function readersByCharacter(analysis: Analysis): string[] {
  const readers = readersOf(analysis, ["team", "company", "public"]);
  return [...readers]
    .map((reader, at) => `${reader}${analysis.text.content[at]}`)
    .filter((one) => /\S/.test(one.slice(1)))
    .sort();
}

function apply(id: string, text: string, at: number, argument?: number): EditResult {
  const refactoring = refactorings.find((one) => one.id === id)!;
  return refactoring.apply(editInput(text), { from: at, to: at }, argument);
}

describe("moving and sorting", () => {
  const report = fc.oneof(sectionedReport, arbitraryReport);

  it("keep every line and who may read it", () => {
    fc.assert(
      fc.property(
        report,
        fc.nat(20),
        fc.constantFrom("move-up", "move-down", "sort-by-time"),
        (text, pick, id) => {
          const { analysis, reanalyse } = editInput(text);
          const sections = allSections(analysis.report.sections);
          const section = sections[pick % Math.max(1, sections.length)];
          const result = section && apply(id, text, section.heading.from);
          if (result?.kind !== "edits") return;
          const made = applyEdits(text, result.edits);
          expect(linesOf(made)).toEqual(linesOf(text));
          expect(readersByCharacter(reanalyse(made))).toEqual(readersByCharacter(analysis));
          expect(
            allSections(reanalyse(made).report.sections)
              .map(({ title }) => title)
              .sort(),
          ).toEqual(sections.map(({ title }) => title).sort());
        },
      ),
      { numRuns: 600 },
    );
  });

  it("up and down again is where it began", () => {
    let moved = 0;
    fc.assert(
      fc.property(sectionedReport, fc.nat(20), (text, pick) => {
        const { analysis } = editInput(text);
        const sections = allSections(analysis.report.sections);
        const section = sections[pick % Math.max(1, sections.length)];
        const up = section && apply("move-up", text, section.heading.from);
        if (up?.kind !== "edits") return;
        moved++;
        const above = applyEdits(text, up.edits);
        const down = apply("move-down", above, up.selections![0]!.from);
        expect(down.kind === "edits" && applyEdits(above, down.edits), JSON.stringify({ text, above })).toBe(
          text,
        );
      }),
      { numRuns: 600 },
    );
    expect(moved).toBeGreaterThan(5);
  });

  it("anywhere changes no one's reading, or is refused", () => {
    fc.assert(
      fc.property(
        report,
        fc.nat(20),
        fc.nat(20),
        fc.constantFrom("before", "after", "into"),
        (text, a, b, place) => {
          const { analysis, reanalyse, ...rest } = editInput(text);
          const sections = allSections(analysis.report.sections);
          const [section, beside] = [a, b].map((pick) => sections[pick % Math.max(1, sections.length)]);
          if (!section || !beside) return;
          const target = { place, heading: beside.from } as const;
          const result = moveSection({ analysis, reanalyse, ...rest }, section.from, target);
          if (result.kind !== "edits") return;
          const made = reanalyse(applyEdits(text, result.edits));
          const bare = (one: Analysis) => readersByCharacter(one).filter((unit) => !/[#=*_-]$/.test(unit));
          expect(bare(made)).toEqual(bare(analysis));
        },
      ),
      { numRuns: 600 },
    );
  });
});

describe("refactorings of any text", () => {
  it("end in edits that can be applied, or in a reason", () => {
    fc.assert(
      fc.property(arbitraryReport, fc.nat(400), fc.nat(400), (text, a, b) => {
        const input = editInput(text);
        const [from, to] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [
          number,
          number,
        ];
        for (const refactoring of refactorings)
          for (const span of [
            { from, to: from },
            { from, to },
          ])
            for (const { argument } of refactoring.offers(input, span)) {
              const result = refactoring.apply(input, span, argument);
              if (result.kind === "edits") input.reanalyse(applyEdits(text, result.edits));
              else expect(result.kind).toBe("refused");
            }
      }),
      { numRuns: 60 },
    );
  });
});
