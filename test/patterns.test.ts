import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { patternsOfSources } from "../scripts/pattern-sources.mjs";

const list: { readonly proven: readonly string[]; readonly open: Readonly<Record<string, string>> } =
  JSON.parse(readFileSync(new URL("../scripts/patterns.json", import.meta.url), "utf8"));

describe("the regular expressions of the sources", async () => {
  const { patterns, unseen } = await patternsOfSources();
  const known = new Set([...list.proven, ...Object.keys(list.open)]);

  it("are proven to take a time that grows with the text alone, or listed with a reason: npm run patterns", () => {
    const others = [...patterns].filter(([key]) => !known.has(key));
    expect(others.map(([key, { file, line }]) => `${file}:${line}: ${key}`)).toEqual([]);
  });

  it("were all seen, those that are put together as well", () => {
    expect(patterns.size).toBeGreaterThan(700);
    expect(unseen).toEqual([]);
  });

  it("have no reason in the list once they are gone", () => {
    expect(Object.keys(list.open).filter((key) => !patterns.has(key))).toEqual([]);
  });
});
