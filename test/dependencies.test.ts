import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

it("every dependency has one row in the documentation, with the version that is pinned", () => {
  const read = (file: string) => readFileSync(join(root, file), "utf8");
  const names = Object.keys(JSON.parse(read("package.json")).devDependencies);
  const { packages } = JSON.parse(read("package-lock.json"));
  const pinned = names.map((name) => `${name} ${packages[`node_modules/${name}`].version}`);
  const rows = [...read("docs/dependencies.md").matchAll(/^\| `([^`]+)` \| ([^ ]+) \|/gm)];
  expect(rows.map(([, name, version]) => `${name} ${version}`).sort()).toEqual(pinned.sort());
});
