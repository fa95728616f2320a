import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { isScope, tokenize } from "./support/tokenize.js";

interface Snippet {
  readonly prefix: string | readonly string[];
  readonly description: string;
  readonly body: readonly string[];
}

const snippets: Record<string, Snippet> = JSON.parse(
  readFileSync(new URL("../snippets/trip-report.json", import.meta.url), "utf8"),
);

/** What must be on offer, and a scope that the grammar has to see in what is inserted. */
const wanted: Record<string, string> = {
  "trip-report": "meta.embedded.block.frontmatter",
  quote: "markup.quote",
  "follow-up": "keyword.other.follow-up",
  action: "keyword.other.follow-up",
  redacted: "markup.deleted.redacted",
};

describe("snippets", () => {
  const prefixes = Object.values(snippets).flatMap(({ prefix }) => prefix);

  test("have prefixes of their own and cover what a report needs", () => {
    expect(new Set(prefixes).size).toBe(prefixes.length);
    expect(prefixes).toEqual(expect.arrayContaining(Object.keys(wanted)));
  });

  test.each(Object.entries(wanted))("%s inserts what the language knows as %s", async (prefix, scope) => {
    const snippet = Object.values(snippets).find((candidate) => [candidate.prefix].flat().includes(prefix));
    const lines = await tokenize(expand(snippet?.body ?? []));
    const scopes = lines.flat().flatMap((token) => token.scopes);
    expect(scopes.filter((found) => isScope(found, scope))).not.toHaveLength(0);
  });

  test.each(Object.entries(snippets))("%s is well formed", async (_, { description, body }) => {
    expect(description).toMatch(/^[A-Z].*[^.]$/);
    expect(body.join("\n").match(/\$0|\$\{0:/g)).toHaveLength(1);
    expect(expand(body)).not.toMatch(/[$|]|\\\\/);
    await expectClosed(expand(body));
  });
});

/** What a snippet inserts when every placeholder keeps its default or takes its first choice. */
function expand(body: readonly string[]): string {
  return body
    .join("\n")
    .replace(/\$\{CURRENT_YEAR\}/g, "2024")
    .replace(/\$\{CURRENT_(?:MONTH|DATE)\}/g, "05")
    .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, "$1")
    .replace(/\$\{\d+:([^{}]*)\}/g, "$1")
    .replace(/\$\d+/g, "")
    .replace(/\\([\\$}])/g, "$1");
}

/** Text after the snippet is public, unless the snippet is a section, which only a heading ends. */
async function expectClosed(text: string): Promise<void> {
  const lines = await tokenize(`${text}\n\n# Next\n\nPublic.`);
  const scopes = lines.at(-1)?.flatMap((token) => token.scopes) ?? [];
  expect(scopes.filter((scope) => /comment|markup/.test(scope))).toEqual([]);
}
