// `npm run bench`: how long analysing takes, whole and after a keystroke, at three sizes of one report.
// Times are this machine's; what carries over is how they grow: the exponent between sizes, 1 is linear.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { installDependencies, root } from "./setup.mjs";

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
      export { outline } from "./server/src/features/outline.js";
      export { semanticTokens } from "./server/src/features/semantic-tokens.js";`,
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
  report(await import(pathToFileURL(bundle).href));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function report({
  Analyser,
  DEFAULT_CONFIG,
  recognitionSettings,
  decorations,
  diagnostics,
  outline,
  semanticTokens,
}) {
  const work = {
    "whole analysis": (analyser, text) => analyser.analyse(text, "markdown"),
    "keystroke, analysis": (analyser, _text, before) => keystroke(analyser, before),
    "keystroke, outline": (analyser, _text, before) => outline(keystroke(analyser, before)),
    "keystroke, decorations": (analyser, _text, before) => decorations(keystroke(analyser, before)),
    "keystroke, tokens": (analyser, _text, before) => semanticTokens(keystroke(analyser, before)),
    "keystroke, diagnostics": (analyser, _text, before) =>
      diagnostics(keystroke(analyser, before), { config: DEFAULT_CONFIG }),
  };
  const sizes = [100_000, 1_000_000, 4_000_000];
  console.log(
    `${"median ms".padEnd(26)}${sizes.map((size) => `${size / 1e6} MB`.padStart(10)).join("")}  exponent`,
  );
  for (const [name, run] of Object.entries(work)) {
    const times = sizes.map((size) => {
      const analyser = new Analyser(recognitionSettings(DEFAULT_CONFIG));
      const text = generated(size);
      const before = analyser.analyse(text, "markdown");
      return median(name === "whole analysis" ? 5 : 25, () => run(analyser, text, before));
    });
    const exponent = Math.log(times.at(-1) / times[0]) / Math.log(sizes.at(-1) / sizes[0]);
    console.log(
      `${name.padEnd(26)}${times.map((time) => time.toFixed(2).padStart(10)).join("")}${exponent.toFixed(2).padStart(10)}`,
    );
  }
}

function keystroke(analyser, before) {
  const at = before.text.content.indexOf("words", before.text.length / 2);
  const edit = { from: at, to: at, insert: "x" };
  return analyser.update(before, before.text.replace(edit), [edit]);
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

function median(runs, work) {
  const times = Array.from({ length: runs }, () => {
    const start = process.hrtime.bigint();
    work();
    return Number(process.hrtime.bigint() - start) / 1e6;
  });
  return times.sort((a, b) => a - b)[runs >> 1];
}
