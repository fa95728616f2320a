import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { copyOf } from "../support/publish.js";

/** A report in which the public words are P and the words of comments S, and its copies. */
interface Example {
  readonly report: string;
  readonly copy: string;
  readonly removed: string;
}

/** Comments of the kinds that leave a copy differently, each in the places where the text around it decides how. */
const examples: readonly Example[] = readFileSync(new URL("copies.txt", import.meta.url), "utf8")
  .split(/^report:\n/m)
  .slice(1)
  .map((page) => {
    const [report = "", copy = "", removed = ""] = page.split(/^(?:copy|without markers):\n/m).map(textOf);
    return { report, copy, removed };
  });

/** What stands behind the bars. */
function textOf(lines: string): string {
  return lines
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .map((line) => `${line.slice(1)}\n`)
    .join("");
}

describe("the copies, with markers and without, of", () => {
  it.each(examples)("$report", ({ report, copy, removed }) => {
    expect(copyLines(report, false)).toBe(copy);
    expect(copyLines(report, true)).toBe(removed);
  });

  it("all of them have every public word and no other", () => {
    expect(examples.length).toBeGreaterThan(200);
    const words = (text: string) => text.match(/P/g)?.length ?? 0;
    for (const { report, copy, removed } of examples)
      for (const text of [copy, removed].filter((one) => !one.startsWith("refused"))) {
        expect(text).not.toMatch(/S/);
        expect(words(text), report).toBe(words(report));
      }
  });
});

function copyLines(report: string, remove: boolean): string {
  return copyOf(report, { remove }).replace(/(?<!\n)$/, "\n");
}
