import { isDeepStrictEqual } from "node:util";
import type { Tree } from "@lezer/common";
import fc from "fast-check";
import { Analyser, type Analysis } from "../../server/src/analysis.js";
import { DEFAULT_CONFIG, recognitionSettings } from "../../server/src/config.js";
import { diagnostics } from "../../server/src/features/diagnostics.js";
import { folding } from "../../server/src/features/folding.js";
import { outline } from "../../server/src/features/outline.js";
import { semanticTokens } from "../../server/src/features/semantic-tokens.js";
import { toDocumentSymbols } from "../../server/src/lsp/document-symbols.js";
import type { Format } from "../../server/src/syntax/parse.js";
import { formatOf } from "../../server/src/workspace/report-files.js";
import { arbitraryInsert, arbitraryReport } from "../support/arbitrary-report.js";
import { tokenReport } from "../support/token-report.js";
import { pick, sample, type Target, type World } from "./target.js";

const settings = recognitionSettings(DEFAULT_CONFIG);
const edit = fc.record({
  at: fc.nat(),
  length: fc.oneof(fc.constant(0), fc.nat({ max: 12 }), fc.nat({ max: 400 })),
  insert: fc.oneof(arbitraryInsert, fc.string({ unit: "binary", maxLength: 4 })),
});
const batches = fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 8 });

/** What is taken over from version to version is what a reading from scratch finds: tree, report, diagnostics, tokens. */
export const edits: Target = {
  name: "edits",
  try(seed, world) {
    const { text: start, format } = startOf(seed, world);
    const analyser = new Analyser(settings);
    let analysis = analyser.analyse(start, format);
    let symbols = toDocumentSymbols(analysis.text, outline(analysis));
    for (const [step, batch] of sample(batches, seed).entries()) {
      let { text } = analysis;
      const made = batch.map(({ at, length, insert }) => {
        const from = at % (text.length + 1);
        const change = { from, to: Math.min(text.length, from + length), insert };
        text = text.replace(change);
        return change;
      });
      analysis = analyser.update(analysis, text, made);
      symbols = toDocumentSymbols(analysis.text, outline(analysis), symbols);
      const fresh = new Analyser(settings).analyse(text.content, format);
      const expected: Record<string, unknown> = {
        ...answers(fresh),
        symbols: toDocumentSymbols(fresh.text, outline(fresh)),
      };
      const found: Record<string, unknown> = { ...answers(analysis), symbols };
      const wrong = Object.keys(expected).filter((key) => !isDeepStrictEqual(found[key], expected[key]));
      if (wrong.length > 0) return [`after edit ${step + 1} of one text these differ: ${wrong.join(", ")}`];
    }
    return [];
  },
};

function startOf(seed: number, { reports }: World) {
  if (seed % 3 === 0)
    return {
      text: sample(arbitraryReport, seed),
      format: pick<Format>(["markdown", "plain-text"], seed / 3),
    };
  if (seed % 3 === 1) return { text: tokenReport(seed, 1 + (seed % 20)).text, format: "markdown" as const };
  const { name, text } = pick(reports, Math.floor(seed / 3));
  return { text, format: formatOf(name) };
}

function answers(analysis: Analysis): Record<string, unknown> {
  return {
    tree: shape(analysis.syntax.tree),
    labels: analysis.syntax.labels,
    report: analysis.report,
    diagnostics: diagnostics(analysis, { config: DEFAULT_CONFIG }),
    tokens: semanticTokens(analysis),
    folds: folding(analysis),
  };
}

function shape(tree: Tree): string[] {
  const nodes: string[] = [];
  tree.iterate({ enter: ({ name, from, to }) => void nodes.push(`${name} ${from}-${to}`) });
  return nodes;
}
