// `npm run bounds [-- --quick] [-- --only PATTERN]`: how the time of each way a report goes grows with texts made to be slow.
// Prints processor seconds and the exponent between the last two sizes (1 is linear, 2 quadratic); fails above a generous limit.
import { parseArgs } from "node:util";
import { bundled } from "./bundled.mjs";
import { installDependencies } from "./setup.mjs";

installDependencies();
const { values } = parseArgs({ options: { quick: { type: "boolean" }, only: { type: "string" } } });
// What all others are made from is measured always, everything else when there is time.
const only = values.only ?? (values.quick ? "[|] (?:analyse|edit in the middle)$" : "");
const sizes = values.quick ? [8_000, 32_000] : [8_000, 32_000, 128_000];
const { measured } = await bundled("test/support/bounds/measure.ts", "bounds.cjs");
let passed = 0;
let failed = 0;
for (const row of measured(sizes, new RegExp(only), 10)) {
  if (row.failed) failed++;
  else passed++;
  if (values.quick && !row.failed) continue;
  const times = row.times.map((/** @type {number} */ time) => time.toFixed(3).padStart(8)).join("");
  console.log(
    `${times}  ${row.exponent.toFixed(2)}  ${row.input} | ${row.subject}  ${row.failed ?? ""}`.trimEnd(),
  );
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
