import type { Tree } from "@lezer/common";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Analyser } from "../../server/src/analysis.js";
import { DEFAULT_CONFIG, recognitionSettings } from "../../server/src/config.js";
import { diagnostics } from "../../server/src/features/diagnostics.js";
import { outline } from "../../server/src/features/outline.js";
import { toDocumentSymbols } from "../../server/src/lsp/document-symbols.js";
import type { Format } from "../../server/src/syntax/parse.js";
import type { TextEdit } from "../../server/src/text/edit.js";
import { arbitraryInsert, arbitraryReport } from "../support/arbitrary-report.js";

const analyser = new Analyser(recognitionSettings(DEFAULT_CONFIG));

describe("an edited report", () => {
  for (const format of ["markdown", "plain-text"] satisfies Format[]) {
    it(`is the same as one read anew (${format})`, () => {
      const edit = fc.record({ at: fc.nat(), length: fc.nat({ max: 12 }), insert: arbitraryInsert });
      fc.assert(
        fc.property(
          arbitraryReport,
          fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
          (start, batches) => {
            let analysis = analyser.analyse(start, format);
            let symbols = toDocumentSymbols(analysis.text, outline(analysis));
            diagnostics(analysis, { config: DEFAULT_CONFIG });
            for (const batch of batches) {
              let text = analysis.text;
              const edits = batch.map(({ at, length, insert }) => {
                const from = at % (text.length + 1);
                const made = { from, to: Math.min(text.length, from + length), insert };
                text = text.replace(made);
                return made;
              });
              analysis = analyser.update(analysis, text, edits);
              symbols = toDocumentSymbols(analysis.text, outline(analysis), symbols);
              diagnostics(analysis, { config: DEFAULT_CONFIG });
            }
            const fresh = new Analyser(recognitionSettings(DEFAULT_CONFIG)).analyse(
              analysis.text.content,
              format,
            );
            expect(shape(analysis.syntax.tree)).toEqual(shape(fresh.syntax.tree));
            expect(analysis.report).toEqual(fresh.report);
            expect(symbols).toEqual(toDocumentSymbols(fresh.text, outline(fresh)));
            const found = diagnostics(analysis, { config: DEFAULT_CONFIG });
            expect(found).toEqual(diagnostics(fresh, { config: DEFAULT_CONFIG }));
          },
        ),
        { numRuns: 500 },
      );
    });
  }

  it.each([
    [":::<!--\n internal: w\n", 8, "# Title\n"],
    [":::<!--\n\n\ninternal: w\n", 10, "a"],
    ["<div><!--\n\n\ninternal: w\n", 12, "a"],
    ["> <!--\n\n\ninternal: w\n", 9, "a"],
  ])("is the same where a comment begins at the end of a block: %j", (start, from, insert) => {
    const before = analyser.analyse(start, "markdown");
    expect(before.report.comments).not.toEqual([]);
    const edit = { from, to: from, insert };
    const edited = analyser.update(before, before.text.replace(edit), [edit]);
    expect(edited.report).toEqual(analyser.analyse(edited.text.content, "markdown").report);
  });

  it("is the same where fences come and go over many blocks", () => {
    const talk = "## Talk (Ada Brook)\n\nSome words about it.\n\n- one\n- two\n\n";
    const step = fc.record({
      line: fc.nat({ max: 700 }),
      insert: fc.constantFrom("```\n", "~~~\n", "<!--\n", "-->\n", "`", "x", ":::internal\n", "\n"),
      undo: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 2, maxLength: 6 }), (steps) => {
        let analysis = analyser.analyse(talk.repeat(100), "markdown");
        const apply = (edit: TextEdit) => {
          analysis = analyser.update(analysis, analysis.text.replace(edit), [edit]);
          const fresh = analyser.analyse(analysis.text.content, "markdown");
          expect(shape(analysis.syntax.tree)).toEqual(shape(fresh.syntax.tree));
          expect(analysis.report).toEqual(fresh.report);
        };
        for (const { line, insert, undo } of steps) {
          const from = analysis.text.lineStart(line);
          apply({ from, to: from, insert });
          if (undo) apply({ from, to: from + insert.length, insert: "" });
        }
      }),
      { numRuns: 30 },
    );
  });

  it("reads the lines of front matter that is none any more", () => {
    const front =
      "---\ntitle: Harbour Days\ninternal:\n  - the first of some lines\n  - the second of them\n---\n";
    const { found, fresh } = edited(`${front}\n# Trip\n\nSome words.\n`, (text) => [
      { from: 0, to: 0, insert: "x" },
      { from: text.length + 1, to: text.length + 1, insert: "More.\n" },
    ]);
    expect(shape(found.syntax.tree)).toEqual(shape(fresh.syntax.tree));
  });

  it("finds the speakers again of a heading that moved towards its text", () => {
    const heading = "### Panel: Who is on call?";
    const { found, fresh } = edited(`${heading}\n\nSpeaker: Nadia Feld\n`, () => [
      { from: 0, to: heading.length + 1, insert: `\n${heading}` },
    ]);
    expect(found.report).toEqual(fresh.report);
  });

  it("reads a block again whose indentation an edit changed", () => {
    const before = analyser.analyse("# Title\n    code\n\nwords\n", "markdown");
    const edit = { from: 9, to: 9, insert: "# Title\n" };
    const after = analyser.update(before, before.text.replace(edit), [edit]);
    const fresh = analyser.analyse(after.text.content, "markdown");
    expect(shape(after.syntax.tree)).toEqual(shape(fresh.syntax.tree));
  });

  it("keeps the blocks that no edit touched, the same objects", () => {
    const paragraphs = Array.from({ length: 500 }, (_, i) => `## Talk ${i}\n\nSome words about it.\n\n`).join(
      "",
    );
    const before = analyser.analyse(paragraphs, "markdown");
    const at = paragraphs.indexOf("words", paragraphs.length / 2);
    const edit = { from: at, to: at, insert: "x" };
    const after = analyser.update(before, before.text.replace(edit), [edit]);
    const known = new Set(before.syntax.blocks.map(({ tree }) => tree));
    const fresh = after.syntax.blocks.filter(({ tree }) => !known.has(tree));
    expect(fresh.length).toBeLessThanOrEqual(3);
  });
});

function shape(tree: Tree): string[] {
  const nodes: string[] = [];
  tree.iterate({ enter: ({ name, from, to }) => void nodes.push(`${name} ${from}-${to}`) });
  return nodes;
}

/** A text after edits, taken over from the version before them and read anew. */
function edited(start: string, editsOf: (text: string) => readonly TextEdit[]) {
  const before = analyser.analyse(start, "markdown");
  const edits = editsOf(start);
  const text = edits.reduce((changed, edit) => changed.replace(edit), before.text);
  return {
    found: analyser.update(before, text, edits),
    fresh: new Analyser(recognitionSettings(DEFAULT_CONFIG)).analyse(text.content, "markdown"),
  };
}
