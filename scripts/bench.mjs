// `npm run bench`: what analysing costs, whole and after a keystroke, at three sizes of one report.
// `--quick` takes fewer samples and smaller sizes; `--write` puts the table into bench/RESULTS.md. Nothing fails by time.
// Times are processor time of this machine; what carries over is how they grow (the exponent between sizes, 1 is
// linear) and how they stand to the floor: a walk over all lines that looks for headings, in the same run.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { installDependencies, root } from "./setup.mjs";

const quick = process.argv.includes("--quick");
const SIZES = quick ? [30_000, 100_000, 300_000] : [100_000, 1_000_000, 4_000_000];
const KEYSTROKES = quick ? 30 : 60;
const WHOLE = quick ? 3 : 5;

/** Where keystrokes go, in the middle of the report: each answers a function that answers one edit after the other. */
const PLACES = {
  paragraph: (text) => letters(text.indexOf("words", text.length / 2)),
  heading: (text) => letters(text.indexOf("### Talk", text.length / 2) + 4),
  fence: (text) => {
    const from = text.indexOf("\n\n### Talk", text.length / 2) + 2;
    let open = false;
    return () => {
      open = !open;
      return open ? { from, to: from, insert: "~~~\n" } : { from, to: from + 4, insert: "" };
    };
  },
};

installDependencies();
const { build } = await import("esbuild");
const folder = mkdtempSync(join(tmpdir(), "trip-report-bench-"));
try {
  const bundle = join(folder, "analysis.mjs");
  const stdin = {
    contents: `export { Analyser } from "./server/src/analysis.js";
      export { DEFAULT_CONFIG, recognitionSettings } from "./server/src/config.js";
      export { decorations } from "./server/src/features/decorations.js";
      export { diagnostics } from "./server/src/features/diagnostics.js";
      export { folding } from "./server/src/features/folding.js";
      export { outline } from "./server/src/features/outline.js";
      export { toDocumentSymbols } from "./server/src/lsp/document-symbols.js";
      export { semanticTokens } from "./server/src/features/semantic-tokens.js";
      export { Encoder } from "./server/src/lsp/encoding.js";`,
    resolveDir: root,
  };
  const banner = {
    js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
  };
  await build({
    stdin,
    outfile: bundle,
    bundle: true,
    platform: "node",
    format: "esm",
    banner,
    logLevel: "warning",
  });
  await report(await import(pathToFileURL(bundle).href));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function report(code) {
  const { Analyser, DEFAULT_CONFIG, recognitionSettings, diagnostics, folding, outline } = code;
  const analyserOf = () => new Analyser(recognitionSettings(DEFAULT_CONFIG));
  const encoder = new code.Encoder();
  const answers = {
    analysis: () => undefined,
    "outline as sent": async (analysis, state) => {
      state.symbols = code.toDocumentSymbols(analysis.text, outline(analysis), state.symbols);
      await encoder.encode({ jsonrpc: "2.0", id: 1, result: state.symbols });
    },
    findings: (analysis) => diagnostics(analysis, { config: DEFAULT_CONFIG }),
    folds: folding,
    decorations: (analysis) =>
      code.decorations(analysis, { stretches: [middleOf(analysis.text)], most: 1_000 }),
    tokens: code.semanticTokens,
  };
  /** One row: for each size the samples, in ms. */
  const rows = new Map();
  const put = (name, size, samples) =>
    rows.set(name, [...(rows.get(name) ?? []), { size, samples: samples.sort((a, b) => a - b) }]);

  for (const size of SIZES) {
    const text = generated(size);
    put("floor: all lines walked", size, await sampled(KEYSTROKES, () => scan(text)));
    put("whole analysis", size, await sampled(WHOLE, () => analyserOf().analyse(text, "markdown")));
    for (const [place, edits] of Object.entries(PLACES))
      for (const [name, answer] of Object.entries(answers)) {
        if (place !== "paragraph" && name !== "analysis") continue;
        const analyser = analyserOf();
        const state = {};
        let analysis = analyser.analyse(text, "markdown");
        await answer(analysis, state);
        const typed = edits(text);
        const samples = await sampled(KEYSTROKES, async () => {
          const edit = typed();
          analysis = analyser.update(analysis, analysis.text.replace(edit), [edit]);
          await answer(analysis, state);
        });
        put(`keystroke in a ${place} → ${name}`, size, samples);
      }
  }
  const table = tableOf(rows);
  console.log(table);
  if (process.argv.includes("--write")) {
    mkdirSync(join(root, "bench"), { recursive: true });
    writeFileSync(join(root, "bench", "RESULTS.md"), results(table));
  }
}

/** What an editor shows of a text around its middle, with some more. */
function middleOf({ length }) {
  return { from: length / 2 - 12_000, to: length / 2 + 12_000 };
}

function letters(from) {
  let count = 0;
  return () => ({ from: from + count, to: from + count++, insert: "x" });
}

/** The headings of a text by its lines alone. */
function scan(text) {
  let found = 0;
  for (let at = 0; at >= 0 && at < text.length; ) {
    if (text.charCodeAt(at) === 35) found++;
    const end = text.indexOf("\n", at);
    at = end < 0 ? -1 : end + 1;
  }
  return found;
}

/** Processor time of each run in ms. */
async function sampled(runs, work) {
  const samples = [];
  for (let run = 0; run < runs; run++) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    samples.push((user + system) / 1000);
  }
  return samples;
}

function tableOf(rows) {
  const at = (samples, share) => samples[Math.min(samples.length - 1, Math.floor(samples.length * share))];
  const floor = rows.get("floor: all lines walked");
  const head = ["", ...SIZES.map((size) => `${size / 1e6} MB`), "exponent", "times the floor"];
  const lines = [...rows].map(([name, cells]) => {
    const medians = cells.map(({ samples }) => at(samples, 0.5));
    const exponent = Math.log(medians.at(-1) / medians[0]) / Math.log(SIZES.at(-1) / SIZES[0]);
    const ratio = medians.at(-1) / at(floor.at(-1).samples, 0.5);
    const times = cells.map(
      ({ samples }) => `${at(samples, 0.5).toFixed(2)} (${at(samples, 0.95).toFixed(2)})`,
    );
    return [name, ...times, exponent.toFixed(2), ratio.toFixed(1)];
  });
  const rule = ["---", ...SIZES.map(() => "---:"), "---:", "---:"];
  return [head, rule, ...lines].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function results(table) {
  const [cpu] = cpus();
  return `# What analysing costs

Made by \`npm run bench -- --write\` on ${new Date().toISOString().slice(0, 10)}: ${cpus().length} × ${cpu?.model ?? "unknown"}, Node ${process.version}.
Processor time in ms, median (p95). The last column compares the largest size with a walk over its lines in the same run.
A keystroke's row includes all that leads to its answer: the edit of the text, the analysis, the answer.

${table}
`;
}

/** A report of about `size` characters: days, talks, lists, quotes, code and comments. */
function generated(size) {
  const parts = ["---\ntype: trip-report\ntitle: Bench\naudience: team\n---\n\n# Bench\n"];
  for (let i = 0, length = 0; length < size; i++) {
    const part = `
${i % 20 === 0 ? `## Day ${i / 20 + 1}\n\n` : ""}### Talk number ${i} (Ada Brook, Elm Labs)

Some words about *the talk*, with a [link](https://example.org/${i}) and \`code\`. It went on for a while, and the
words went on with it.

- One thing [internal: ask about it]
- Another thing
  - and its detail

${i % 3 === 0 ? ":::internal\nWe should look at this.\n:::\n" : "> “A quotation,” somebody said.\n"}
${i % 5 === 0 ? "```js\nconst x = 1;\n```\n" : ""}`;
    parts.push(part);
    length += part.length;
  }
  return parts.join("");
}
