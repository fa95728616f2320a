import { describe, expect, it } from "vitest";
import { inEnglish } from "../../server/src/text/message.js";
import { report } from "../support/check-sections.js";

const problems = (text: string) =>
  report(text).frontMatter?.problems.map(({ message }) => inEnglish(message)) ?? [];

describe("front matter that is not read", () => {
  it.each([
    ["---\n[a]\n---\n", ["front matter must be a list of keys and values"]],
    ["---\na\n---\n", ["front matter must be a list of keys and values"]],
    ["---\na: *b\n---\n", [expect.stringMatching(/anchor|alias/i)]],
    ["---\ntitle: T\n", ["front matter opens here and never closes with a line “---”"]],
    [
      `---\na: ${"[".repeat(50_000)}${"]".repeat(50_000)}\n---\n`,
      ["front matter is nested too deeply to be read"],
    ],
    [`---\ntitle: ${"a".repeat(1_000_001)}\n---\n`, ["front matter is too large to be read"]],
  ])("%.30j", (text, expected) => expect(problems(text)).toEqual(expected));
});

describe("values of front matter", () => {
  const values = (yaml: string) =>
    report(`---\n${yaml}\n---\n`).frontMatter?.entries.map(({ key, value, type }) => [key, value, type]);
  it.each([
    ["a: 1.50", [["a", "1.50", "number"]]],
    ["a: yes", [["a", "yes", "string"]]],
    ["a: true", [["a", "true", "boolean"]]],
    ["a: ~", [["a", null, "null"]]],
    ["a: [b, [c]]", [["a", ["b", ["c"]], "list"]]],
    [
      "a: { b: c, [d]: e }",
      [
        [
          "a",
          new Map([
            ["b", "c"],
            ["", "e"],
          ]),
          "mapping",
        ],
      ],
    ],
    ["? [a]\n: b\nc: d", [["c", "d", "string"]]],
    ["1: a", [["1", "a", "string"]]],
    ["'a b': c", [["a b", "c", "string"]]],
  ])("%s", (yaml, expected) => expect(values(yaml)).toEqual(expected));

  it("end where nobody nests them any more", () => {
    const [entry] = report(`---\na: ${"[".repeat(60)}b${"]".repeat(60)}\n---\n`).frontMatter?.entries ?? [];
    let value: unknown = entry?.value;
    let depth = 0;
    while (Array.isArray(value)) {
      value = value[0];
      depth++;
    }
    expect([depth, value]).toEqual([51, null]);
  });
});
