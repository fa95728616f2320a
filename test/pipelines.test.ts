import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { parse } from "yaml";
import manifest from "../package.json" with { type: "json" };
import { Sandbox } from "./cli/sandbox.js";

const read = (path: string) =>
  parse(readFileSync(fileURLToPath(new URL(`../${path}`, import.meta.url)), "utf8"));

it("the pre-commit hook runs a command that there is", async () => {
  const [program, ...args] = read(".pre-commit-hooks.yaml")[0].entry.split(" ");
  expect(Object.keys(manifest.bin)).toContain(program);
  const box = new Sandbox();
  expect((await box.cli(args)).err).toContain("not in a git repository");
  box.remove();
});

it("the action hands its inputs on as environment, never into the script", () => {
  for (const step of read("action.yml").runs.steps) expect(step.run).not.toContain("${{");
});
