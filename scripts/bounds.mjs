// `npm run bounds`: how the time of each way a report or an agenda goes grows with texts made to be slow.
// Prints processor seconds and the exponent between the last two sizes (1 is linear, 2 quadratic); fails above a generous limit.
// --quick         what everything else is made from, at two sizes; and lines of 1 MB
// --only PATTERN  only inputs and ways whose `group: input | way` it matches
// --lines         lines of 10 MB instead of all else
import { parseArgs } from "node:util";
import { bundled } from "./bundled.mjs";
import { installDependencies } from "./setup.mjs";

installDependencies();
const { values } = parseArgs({
  options: { quick: { type: "boolean" }, only: { type: "string" }, lines: { type: "boolean" } },
});
// What all others are made from is measured always, everything else when there is time.
const only = new RegExp(values.only ?? (values.quick ? "[|] (?:analyse|edit in the middle)$" : ""));
const sizes = values.quick ? [8_000, 32_000] : [8_000, 32_000, 128_000];
const lengths = values.quick ? [250_000, 1_000_000] : [625_000, 2_500_000, 10_000_000];
const { courses, longLineCourses, measured } = await bundled("test/support/bounds/index.ts", "bounds.cjs");
let passed = 0;
let failed = 0;
/** @param {AsyncIterable<any>} rows */
async function print(rows) {
  for await (const row of rows) {
    if (row.failed) failed++;
    else passed++;
    if (values.quick && !row.failed) continue;
    const times = row.times.map((/** @type {number} */ time) => time.toFixed(3).padStart(8)).join("");
    console.log(
      `${times}  ${row.exponent.toFixed(2)}  ${row.input} | ${row.subject}  ${row.failed ?? ""}`.trimEnd(),
    );
  }
}
if (!values.lines) await print(measured(courses, sizes, only, 10));
if (values.lines || values.quick)
  await print(measured(longLineCourses, lengths, values.lines ? new RegExp(values.only ?? "") : /(?:)/, 100));
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
