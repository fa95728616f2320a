import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { bundled } from "../scripts/bundled.mjs";

/** Keeps much for a while and then nothing; ends when the memory was given back. */
const SCRIPT = `
  const { getHeapSpaceStatistics } = require("node:v8");
  require(process.argv[1]).keepSmall(5);
  const total = () => process.memoryUsage().heapTotal >> 20;
  let kept = [];
  for (let at = 0; at < 1_500_000; at++) kept.push({ at, more: [at] });
  const young = getHeapSpaceStatistics().find((space) => space.space_name === "new_space").space_size >> 20;
  const grown = total();
  kept = undefined;
  const waiting = setInterval(() => {
    if (total() > grown / 2) return;
    clearInterval(waiting);
    console.log(JSON.stringify({ young, grown }));
  }, 5);
`;

it("holds the young generation and gives memory back at rest", async () => {
  await bundled("server/src/workspace/node-memory.ts", "test/node-memory.cjs");
  const file = fileURLToPath(new URL("../.cache/test/node-memory.cjs", import.meta.url));
  const { young, grown } = JSON.parse(
    execFileSync(process.execPath, ["-e", SCRIPT, file], { encoding: "utf8" }),
  );
  expect(young).toBeLessThanOrEqual(8);
  expect(grown).toBeGreaterThan(60);
});
