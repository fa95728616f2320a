import type { Tree } from "@lezer/common";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Analyser } from "../../server/src/analysis.js";
import { DEFAULT_CONFIG, recognitionSettings } from "../../server/src/config.js";
import { topBlocks } from "../../server/src/syntax/blocks.js";
import type { Format } from "../../server/src/syntax/parse.js";
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
            for (const batch of batches) {
              let text = analysis.text;
              const edits = batch.map(({ at, length, insert }) => {
                const from = at % (text.length + 1);
                const made = { from, to: Math.min(text.length, from + length), insert };
                text = text.replace(made);
                return made;
              });
              analysis = analyser.update(analysis, text, edits);
            }
            const fresh = new Analyser(recognitionSettings(DEFAULT_CONFIG)).analyse(
              analysis.text.content,
              format,
            );
            expect(shape(analysis.syntax.tree)).toEqual(shape(fresh.syntax.tree));
            expect(analysis.report).toEqual(fresh.report);
          },
        ),
        { numRuns: 500 },
      );
    });
  }

  it("keeps the blocks that no edit touched, the same objects", () => {
    const paragraphs = Array.from({ length: 500 }, (_, i) => `## Talk ${i}\n\nSome words about it.\n\n`).join(
      "",
    );
    const before = analyser.analyse(paragraphs, "markdown");
    const at = paragraphs.indexOf("words", paragraphs.length / 2);
    const edit = { from: at, to: at, insert: "x" };
    const after = analyser.update(before, before.text.replace(edit), [edit]);
    const known = new Set(topBlocks(before.syntax.tree).map(({ tree }) => tree));
    const fresh = topBlocks(after.syntax.tree).filter(({ tree }) => !known.has(tree));
    expect(fresh.length).toBeLessThanOrEqual(3);
  });
});

function shape(tree: Tree): string[] {
  const nodes: string[] = [];
  tree.iterate({ enter: ({ name, from, to }) => void nodes.push(`${name} ${from}-${to}`) });
  return nodes;
}
