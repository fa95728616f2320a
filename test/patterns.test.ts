import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { patternsOfSources } from "../scripts/pattern-sources.mjs";

const { proven }: { readonly proven: readonly string[] } = JSON.parse(
  readFileSync(new URL("../scripts/patterns.json", import.meta.url), "utf8"),
);

describe("the regular expressions of the sources", async () => {
  const { patterns, unseen } = await patternsOfSources();

  it("are proven to take a time that grows with the text alone: npm run patterns", () => {
    const known = new Set(proven);
    const others = [...patterns].filter(([key]) => !known.has(key));
    expect(others.map(([key, { file, line }]) => `${file}:${line}: ${key}`)).toEqual([]);
  });

  it("were all seen, those that are put together as well", () => {
    expect(patterns.size).toBeGreaterThan(700);
    expect(unseen).toEqual([]);
  });
});
