import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { bundled } from "../../scripts/bundled.mjs";

/** Reads reports with collections of the young generation between them; tells how many kilobytes of each went to the old one. */
const SCRIPT = `
  const { getHeapSpaceStatistics } = require("node:v8");
  const { readReport } = require(process.argv[1]);
  const old = () => getHeapSpaceStatistics().find((space) => space.space_name === "old_space").space_used_size;
  for (let warm = 0; warm < 100; warm++) readReport();
  gc();
  const before = old();
  for (let at = 0; at < 100; at++) {
    readReport();
    // What survives two of them is taken for old.
    if (at % 5 === 4) for (let round = 0; round < 2; round++) gc({ type: "minor" });
  }
  console.log((old() - before) / 100 / 1024);
`;

it("what is known of a report that was only read goes with the young generation", async () => {
  await bundled("test/support/read-report.ts", "test/read-report.cjs");
  const file = fileURLToPath(new URL("../../.cache/test/read-report.cjs", import.meta.url));
  // With so large a young generation none is collected while a report is read.
  const flags = ["--expose-gc", "--min-semi-space-size=64", "--max-semi-space-size=64"];
  const kept = Number(execFileSync(process.execPath, [...flags, "-e", SCRIPT, file], { encoding: "utf8" }));
  // Else everything, some hundred kilobytes.
  expect(kept).toBeLessThan(50);
});
