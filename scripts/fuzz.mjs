// `npm run fuzz`: tries random input on everything that takes any, and ends with a line `N passed, N failed`.
// --seconds N      for all targets together; 60
// --seed N         the first seed; each try has the next one
// --target NAME    only this target; can be said again
// --tries N        at most so many tries a target
// --corpus FOLDER  reports to damage instead of the examples
import { mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import esbuild from "esbuild";
import { script } from "./programs.mjs";
import { root } from "./setup.mjs";

const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "60" },
    seed: { type: "string", default: String(Date.now() % 1_000_000_000) },
    target: { type: "string", multiple: true, default: [] },
    tries: { type: "string", default: "Infinity" },
    corpus: { type: "string", default: join(root, "examples") },
  },
});
if (values.target.length === 0 || values.target.includes("server"))
  await script(join("scripts", "build.mjs"), "--if-needed");
const outfile = join(root, ".cache", "fuzz.cjs");
mkdirSync(join(root, ".cache"), { recursive: true });
esbuild.buildSync({
  absWorkingDir: root,
  entryPoints: [join("test", "fuzz", "run.ts")],
  outfile,
  bundle: true,
  // It reads its text beside itself.
  external: ["commonmark-spec"],
  platform: "node",
  target: "node20",
  format: "cjs",
  define: { "import.meta.url": "importMetaUrl" },
  banner: { js: 'const importMetaUrl = require("node:url").pathToFileURL(__filename).href;' },
  logLevel: "warning",
});
const seed = Number(values.seed);
console.log(`seed ${seed}`);
const { fuzz } = createRequire(import.meta.url)(outfile);
const { passed, failed } = await fuzz({
  root,
  seed,
  seconds: Number(values.seconds),
  tries: Number(values.tries),
  only: values.target,
  corpus: resolve(values.corpus),
});
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
