// Measures the suspected internal comments: `node scripts/score-remarks.mjs DIR [--verbose]`, where DIR holds labelled
// sentences in `remarks.tsv` (label, tab, sentence) and real reports in `seeds/` and `reports/`.
// `npm run score` imports it. The figures: recall and precision on the sentences, alarms per 1,000 words of the reports.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { installDependencies, root } from "./setup.mjs";

/** The figures of a folder: `{ recall, precision, alarmsPer1000Words }`, and with `verbose` each mistake and alarm in words. */
export async function scoreRemarks(folder, { verbose = false } = {}) {
  installDependencies();
  const { suspectsIn, suspectsOf } = await bundled();
  const say = (line) => verbose && console.log(line);
  const counts = { caught: 0, missed: 0, wrong: 0 };
  const labelled = readFileSync(join(folder, "remarks.tsv"), "utf8").trim().split(/\r?\n/).slice(1);
  for (const [label, text] of labelled.map((line) => line.split("\t"))) {
    const found = suspectsIn(text).length > 0;
    if (label === "internal") counts[found ? "caught" : "missed"]++;
    else if (found) counts.wrong++;
    if (found !== (label === "internal")) say(`${found ? "wrong" : "missed"}: ${text}`);
  }
  let alarms = 0;
  let words = 0;
  for (const file of reports(folder)) {
    const text = readFileSync(file, "utf8");
    words += text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
    for (const { line, phrases } of suspectsOf(text, file.endsWith(".txt") ? "plain-text" : "markdown")) {
      alarms++;
      say(`alarm: ${file}:${line} ${phrases.join(", ")}`);
    }
  }
  return {
    recall: counts.caught / (counts.caught + counts.missed),
    precision: counts.caught / (counts.caught + counts.wrong),
    alarmsPer1000Words: words === 0 ? 0 : (alarms * 1000) / words,
    alarms,
    words,
  };
}

/** The figures as lines for people. */
export function remarksText({ recall, precision, alarmsPer1000Words, alarms, words }) {
  return [
    `suspected internal comments: recall ${recall.toFixed(3)}, precision ${precision.toFixed(3)}`,
    `alarms in reports: ${alarms} in ${words} words, ${alarmsPer1000Words.toFixed(3)} per 1,000`,
  ].join("\n");
}

function reports(folder) {
  return ["seeds", "reports"]
    .map((name) => join(folder, name))
    .filter(existsSync)
    .flatMap((place) => readdirSync(place).map((name) => join(place, name)))
    .filter((file) => /\.(?:md|markdown|txt)$/.test(file));
}

/** The recogniser, built from source as it is now. */
async function bundled() {
  const { build } = await import("esbuild");
  const place = mkdtempSync(join(tmpdir(), "trip-report-remarks-"));
  try {
    const outfile = join(place, "suspects.mjs");
    const contents = `
      import { Analyser } from "./server/src/analysis.js";
      import { DEFAULT_CONFIG, recognitionSettings } from "./server/src/config.js";
      export { suspectsIn } from "./server/src/report/suspects.js";
      const analyser = new Analyser(recognitionSettings(DEFAULT_CONFIG));
      export function suspectsOf(content, format) {
        const { text, report } = analyser.analyse(content, format);
        return report.suspects.map(({ from, phrases }) => ({ line: text.lineAt(from) + 1, phrases }));
      }`;
    await build({
      stdin: { contents, resolveDir: root },
      outfile,
      bundle: true,
      platform: "node",
      format: "esm",
      banner: {
        js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
      },
      logLevel: "warning",
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [folder, ...options] = process.argv.slice(2);
  if (!folder || !existsSync(join(folder, "remarks.tsv"))) {
    console.error(`score-remarks: ${folder ?? "no folder named"}: expected a folder that holds remarks.tsv`);
    process.exit(2);
  }
  console.log(remarksText(await scoreRemarks(resolve(folder), { verbose: options.includes("--verbose") })));
}
