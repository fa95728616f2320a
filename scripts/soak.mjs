// `npm run soak [-- --reports N --edits N]`: whether a server that lives long takes more and more memory. Opens, edits and
// closes reports and edits one that stays open; fails where its heap grows. Needs `npm run build`.
import { parseArgs } from "node:util";
import { bundled } from "./bundled.mjs";

const { values } = parseArgs({
  options: {
    reports: { type: "string", default: "10000" },
    edits: { type: "string", default: "100000" },
  },
});
// As deep as the tests are, which find the server by their own place.
const { soak, growth, MOST_GROWTH } = await bundled("test/support/soak.ts", "soak/soak.cjs");
const start = performance.now();
const { reports, edits } = await soak(
  { reports: Number(values.reports), edits: Number(values.edits) },
  (/** @type {string} */ line) => console.log(line),
);
const seconds = ((performance.now() - start) / 1000).toFixed(0);
const grown = [reports, edits].map(growth);
const [byReports, byEdits] = grown.map((bytes) => (bytes / 1e6).toFixed(2));
console.log(`the heap grew by ${byReports} MB with reports and ${byEdits} MB with edits, in ${seconds} s`);
process.exitCode = grown.every((bytes) => bytes < MOST_GROWTH) ? 0 : 1;
