import { join } from "node:path";
import { expect, it } from "vitest";
import { targets } from "./index.js";
import { fuzz } from "./run.js";

it("every target holds for one input, so that all of them run", async () => {
  const root = process.cwd();
  const options = { root, seconds: 0, seed: 1, tries: 1, only: [], corpus: join(root, "examples") };
  expect(await fuzz(options)).toEqual({ passed: targets.length, failed: 0 });
});
