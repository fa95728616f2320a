import { rules } from "@secretlint/secretlint-rule-preset-recommend";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mayHoldCredentials } from "../server/src/credentials/find.js";

/** The patterns that the library searches a report for, as its rules hand them to the text. */
function patternsOfLibrary(): readonly RegExp[] {
  const asked: RegExp[] = [];
  const content = {
    matchAll: (pattern: RegExp) => {
      asked.push(pattern);
      return [];
    },
  };
  const source = { content, filePath: "report.md", ext: ".md", contentType: "text" };
  for (const rule of rules) {
    const context = { createTranslator: () => () => "", report: () => {}, ignore: () => {} };
    const { file } = (rule as unknown as Rule).create(context, {});
    file?.(source);
  }
  // The last rule's comments only switch others off.
  return asked.filter(({ source }) => !source.includes("secretlint-"));
}

interface Rule {
  create(context: object, options: object): { readonly file?: (source: object) => unknown };
}

/** The same without what only asks for its surroundings, which texts cannot be made of. */
function plain({ source, flags }: RegExp): RegExp {
  return new RegExp(source.replace(/\(\?<!\\p\{L\}\)|\(\?![^()]*\)|\\b/g, ""), flags.replace(/[giu]/g, ""));
}

describe("what decides whether a text may hold credentials", () => {
  const patterns = patternsOfLibrary();

  it("is asked about all the library's patterns", () => expect(patterns.length).toBeGreaterThanOrEqual(17));

  it.each(patterns.map((pattern) => [pattern.source.slice(0, 60), pattern] as const))(
    "lets through %s",
    (_, pattern) => {
      fc.assert(
        fc.property(fc.stringMatching(plain(pattern)), (found) => {
          expect([found, mayHoldCredentials(`Words (${found}) and more.`)]).toEqual([found, true]);
        }),
        { numRuns: 200 },
      );
    },
  );

  it("leaves out ordinary text", () => {
    const text =
      "# Risk-averse desk-bound accounts\n\nSee https://example.org:8080/a@b, msg. The access key is lost; account: mine. xapp, npm, GitHub.\n";
    expect(mayHoldCredentials(text)).toBe(false);
  });
});
