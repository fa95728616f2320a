import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Analysis } from "../../server/src/analysis.js";
import { DEFAULT_CONFIG } from "../../server/src/config.js";
import { commentAt } from "../../server/src/features/marking/comment-at.js";
import { markInternal } from "../../server/src/features/marking/mark-internal.js";
import { mistakes } from "../../server/src/features/privacy.js";
import { redactionOptions } from "../../server/src/features/redaction.js";
import { redact } from "../../server/src/publish/redact.js";
import { applyEdits, type TextEdit } from "../../server/src/text/edit.js";
import type { Span } from "../../server/src/text/span.js";
import { arbitraryReport } from "../support/arbitrary-report.js";
import { editInput } from "../support/check-edit.js";
import { tokenReport } from "../support/token-report.js";

const place = fc.nat({ max: 400 });
/** Nodes that no reader sees. */
const MARKS = /Mark$|^TaskMarker$|^FootnoteLabel$|^TableDelimiter$|^Attributes$|^ContainerFence$/;

/** Two places of a text as a selection that holds more than white space. */
function selectionIn(text: string, a: number, b: number): Span | undefined {
  const [from, to] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
  return text.slice(from, to).trim() === "" ? undefined : { from: from!, to: to! };
}

/** The offsets of what a reader sees in a selection. */
function visible({ syntax }: Analysis, { from, to }: Span): number[] {
  const offsets: number[] = [];
  for (let at = from; at < to; at++)
    if (/[^\s\ufeff]/.test(syntax.text[at]!) && !MARKS.test(syntax.tree.resolveInner(at, 1).name))
      offsets.push(at);
  return offsets;
}

/** Where an offset of the old text is after insertions. */
function after(offset: number, edits: readonly TextEdit[]): number {
  return (
    offset + edits.filter(({ from }) => from <= offset).reduce((sum, { insert }) => sum + insert.length, 0)
  );
}

/** Marks a selection and checks all that holds of a marked one. Answers whether anything was marked. */
function checkMarking(text: string, selection: Span): boolean {
  const input = editInput(text);
  const { analysis } = input;
  const result = markInternal(input, [selection], {});
  if (result.kind !== "edits") return false;
  if (result.edits.some(({ from, to }) => to > from)) return false;
  const made = applyEdits(text, result.edits);
  const again = input.reanalyse(made);
  const hint = JSON.stringify({ text, selection, made });
  expect(mistakes(again), hint).toBeLessThanOrEqual(mistakes(analysis));
  const { withheld } = redact(again, redactionOptions(DEFAULT_CONFIG, "public"));
  for (const offset of visible(analysis, selection)) {
    const now = after(offset, result.edits);
    const holds = ({ from, to }: Span) => from <= now && now < to;
    expect(again.report.comments.some(holds), `${offset} is public: ${hint}`).toBe(true);
    expect(withheld.some(holds), `${offset} is published: ${hint}`).toBe(true);
  }
  const back = markInternal({ ...input, analysis: again }, result.selections ?? [], {});
  expect(back.kind, hint).toBe("edits");
  if (back.kind === "edits") expect(applyEdits(made, back.edits), hint).toBe(text);
  return true;
}

describe("marking any selection of any text", () => {
  it("hides all that is selected, breaks nothing, and is taken back to the byte", () => {
    fc.assert(
      fc.property(arbitraryReport, place, place, (text, a, b) => {
        const selection = selectionIn(text, a, b);
        if (selection) checkMarking(text, selection);
      }),
      { numRuns: 80 },
    );
  });

  it("does so for a cursor anywhere", () => {
    fc.assert(
      fc.property(arbitraryReport, place, (text, a) => {
        const at = a % (text.length + 1);
        checkMarking(text, { from: at, to: at });
      }),
      { numRuns: 80 },
    );
  });
});

describe("marking a selection of a report with well-formed comments", () => {
  it("always succeeds outside of front matter and comments", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2 ** 30 }),
        fc.integer({ min: 1, max: 5 }),
        fc.constantFrom("\n", "\r\n", "\r"),
        fc.nat({ max: 5000 }),
        fc.nat({ max: 5000 }),
        (seed, size, eol, a, b) => {
          const { text } = tokenReport(seed, size, eol);
          const selection = selectionIn(text, a, b);
          const { analysis } = editInput(text);
          if (
            !selection ||
            selection.from < analysis.syntax.bodyStart ||
            commentAt(analysis.report, selection)
          )
            return;
          if (visible(analysis, selection).length === 0) return;
          const done = checkMarking(text, selection);
          const touched = analysis.report.comments.some(
            ({ from, to }) => from < selection.to && selection.from < to,
          );
          if (!touched) expect(done, JSON.stringify({ text, selection })).toBe(true);
        },
      ),
      { numRuns: 80 },
    );
  });
});

describe("marking two selections at once", () => {
  it("hides both, or is refused", () => {
    fc.assert(
      fc.property(arbitraryReport, fc.tuple(place, place, place, place), (text, places) => {
        const [a = 0, b = 0, c = 0, d = 0] = places.map((at) => at % (text.length + 1)).sort((x, y) => x - y);
        const selections = [
          { from: a, to: b },
          { from: c, to: d },
        ];
        const input = editInput(text);
        const result = markInternal(input, selections, {});
        if (result.kind !== "edits" || result.edits.some(({ from, to }) => to > from)) return;
        const made = applyEdits(text, result.edits);
        const again = input.reanalyse(made);
        expect(mistakes(again)).toBeLessThanOrEqual(mistakes(input.analysis));
        for (const offset of selections.flatMap((span) => visible(input.analysis, span))) {
          const now = after(offset, result.edits);
          const inside = again.report.comments.some(({ from, to }) => from <= now && now < to);
          expect(inside, JSON.stringify({ text, selections, made, offset })).toBe(true);
        }
      }),
      {
        numRuns: 120,
        examples: [["| a | b |\n|---|---|\n| c | d |\n<!-- note -->", [0, 0, 0, 31]]],
      },
    );
  });
});
