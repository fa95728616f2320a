// `npm run fuzz`: tries random input on everything that takes any, and ends with a line `N passed, N failed`.
// --seconds N      for all targets together; 60
// --seed N         the first seed; each try has the next one
// --target NAME    only this target; can be said again
// --tries N        at most so many tries a target
// --corpus FOLDER  reports to damage instead of the examples
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { bundled } from "./bundled.mjs";
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
const seed = Number(values.seed);
console.log(`seed ${seed}`);
// The specification reads its text beside itself.
const { fuzz } = await bundled("test/fuzz/run.ts", "fuzz.cjs", ["commonmark-spec"]);
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
