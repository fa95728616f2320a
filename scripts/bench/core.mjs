// What the core costs, whole and after a keystroke, at three sizes of one report: processor time of this process. What carries over
// to other machines is how it grows, and how it stands to a floor: a walk over all lines that looks for headings.
import { bundled } from "../bundled.mjs";
import { places, reportOf } from "./reports.mjs";
import { exponent, median, megabytes, processorTime, sampled, shown, table } from "./samples.mjs";

const FLOOR = "floor: all lines walked";

/**
 * Measures, prints each figure as it comes, and answers the table.
 * @param {{ quick: boolean }} options
 */
export async function coreTable({ quick }) {
  const code = await bundled("scripts/bench/core.ts", "bench.cjs");
  const sizes = quick ? [30_000, 100_000, 300_000] : [100_000, 1_000_000, 4_000_000];
  const limits = { runs: quick ? 30 : 60, budget: quick ? 300 : 1_000, clock: processorTime };
  /** Of each row, the samples by size. @type {Map<string, number[][]>} */
  const rows = new Map();
  // Once for the compiler of the machine's code: it is warm where somebody types.
  for (const [index, size] of [sizes[0] ?? 0, ...sizes].entries()) {
    const text = reportOf(size);
    /** @param {string} name @param {() => unknown} work @param {object} [other] */
    const row = async (name, work, other) => {
      const samples = await sampled(work, { ...limits, ...other });
      if (index === 0) return;
      rows.set(name, [...(rows.get(name) ?? []), samples]);
      console.log(`${megabytes(size).padStart(7)}  ${name}: ${shown(samples)} ms`);
    };
    await row(FLOOR, () => headings(text));
    const analyser = new code.Analyser(code.recognitionSettings(code.DEFAULT_CONFIG));
    let whole = analyser.analyse(text, "markdown");
    await row("whole analysis", () => (whole = analyser.analyse(text, "markdown")), { runs: 5 });
    for (const [name, answer] of Object.entries(answers(code))) {
      // What is derived of a version goes on to the next: it is there when somebody types.
      await answer(whole, 0);
      for (const [place, edits] of Object.entries(places)) {
        const typed = edits(text);
        let analysis = whole;
        await row(`keystroke in a ${place} → ${name}`, async () => {
          const edit = typed();
          analysis = analyser.update(analysis, analysis.text.replace(edit), [edit]);
          await answer(analysis, edit.from);
        });
      }
    }
  }
  return coreTableOf(rows, sizes);
}

/**
 * What is asked about a version.
 * @param {any} code
 * @returns {Record<string, (analysis: any, at: number) => unknown>} `at` is where somebody types
 */
function answers(code) {
  const encoder = new code.Encoder();
  /** @type {object[] | undefined} */
  let symbols;
  return {
    analysis: ({ report }) => report.sections,
    "outline as sent": async (analysis) => {
      symbols = code.toDocumentSymbols(analysis.text, code.outline(analysis), symbols);
      await encoder.encode({ jsonrpc: "2.0", id: 1, result: symbols });
    },
    findings: (analysis) => code.diagnostics(analysis, { config: code.DEFAULT_CONFIG }),
    folds: code.folding,
    // As many as the server sends of a long report: those near what is on the screen.
    "decorations in view": (analysis, at) =>
      code.decorations(analysis, {
        stretches: [{ from: Math.max(0, at - 2000), to: at + 2000 }],
        most: 1000,
      }),
    tokens: code.semanticTokens,
  };
}

/**
 * The number of headings by their lines alone.
 * @param {string} text
 */
function headings(text) {
  let found = 0;
  for (let at = 0; at >= 0 && at < text.length; ) {
    if (text.charCodeAt(at) === 35) found++;
    const end = text.indexOf("\n", at);
    at = end < 0 ? -1 : end + 1;
  }
  return found;
}

/**
 * @param {Map<string, number[][]>} rows
 * @param {number[]} sizes
 */
function coreTableOf(rows, sizes) {
  const growth = (sizes.at(-1) ?? 1) / (sizes[0] ?? 1);
  const floor = median(rows.get(FLOOR)?.at(-1) ?? []) ?? 1;
  const lines = [...rows].map(([name, cells]) => {
    const [first, last] = [cells[0], cells.at(-1)].map((samples) => median(samples ?? []));
    return [name, ...cells.map(shown), exponent(first, last, growth), ((last ?? 0) / floor).toFixed(1)];
  });
  return table([["", ...sizes.map(megabytes), "exponent", "times the floor"], ...lines]);
}
