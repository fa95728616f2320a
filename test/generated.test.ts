import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { generatedFiles } from "../scripts/generated.js";
import { DEFAULT_CONFIG } from "../server/src/config.js";
import { findCredentials } from "../server/src/credentials/find.js";
import { diagnostics } from "../server/src/features/diagnostics.js";
import { KNOWN_CODES, rules } from "../server/src/rules/index.js";
import { analyse } from "./support/check.js";

const root = fileURLToPath(new URL("..", import.meta.url));

describe("what is made of the code", () => {
  for (const [path, content] of Object.entries(generatedFiles(root)))
    it(`${path} is up to date (npm run generate)`, () =>
      expect(readFileSync(join(root, path), "utf8")).toBe(content));

  it("has a page for each code and no other", () => {
    const pages = readdirSync(join(root, "docs/rules")).filter((name) => name !== "README.md");
    expect(pages.sort()).toEqual([...KNOWN_CODES].map((code) => `${code}.md`).sort());
  });
});

describe("the rules' examples", () => {
  for (const { code, docs } of rules) {
    const found = async (report: string) => {
      const credentials = await findCredentials(report);
      return diagnostics(analyse(report), { config: DEFAULT_CONFIG, credentials }).filter(
        (item) => item.code === code,
      );
    };
    it(`${code} finds something in the bad one`, async () => expect(await found(docs.bad)).not.toEqual([]));
    it(`${code} finds nothing in the good one`, async () => expect(await found(docs.good)).toEqual([]));
  }
});
