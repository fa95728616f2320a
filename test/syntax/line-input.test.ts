import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LineInput } from "../../server/src/syntax/line-input.js";

/** The same text with the line breaks that the parser knows: CR before LF a blank, a lone CR a line break. */
function withFeeds(text: string): string {
  return text
    .replace(/((?:^|\n)[ \t>]*)(\|[ \t:|-]*\|)\r(?=\n)/g, "$1 $2")
    .replace(/\r(\n?)/g, (_, feed: string) => (feed === "" ? "\n" : " \n"));
}

const text = fc
  .array(fc.constantFrom("a", " ", "> ", "|-|", "|", "\n", "\r\n", "\r"), { maxLength: 30 })
  .map((parts) => parts.join(""));

describe("a text as the parser reads it", () => {
  it("has the line breaks that the parser knows, at the same places", () => {
    fc.assert(
      fc.property(text, (source) => {
        const input = new LineInput(source);
        const expected = withFeeds(source);
        let read = "";
        while (read.length < source.length) read += input.chunk(read.length);
        expect(read).toBe(expected);
      }),
      { numRuns: 3000 },
    );
  });

  it("is read so over long lines as well", () => {
    const long = fc.array(fc.constantFrom("b".repeat(9000), "\n", "\r", "\r\n", "a"), { maxLength: 12 });
    fc.assert(
      fc.property(long, (parts) => {
        const source = parts.join("");
        const input = new LineInput(source);
        let read = "";
        while (read.length < source.length) read += input.chunk(read.length);
        expect(read === withFeeds(source)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it("is the same wherever one looks", () => {
    fc.assert(
      fc.property(text, fc.array(fc.nat(), { maxLength: 6 }), (source, places) => {
        const input = new LineInput(source);
        const expected = withFeeds(source);
        const lines = new Set([0, ...[...expected.matchAll(/\n/g)].map(({ index }) => index + 1)]);
        for (const place of places) {
          const from = [...lines][place % lines.size]!;
          if (from === source.length) continue;
          const end = expected.indexOf("\n", from);
          const line = expected.slice(from, end === from ? from + 1 : end < 0 ? undefined : end);
          expect(input.chunk(from)).toBe(line);
          if (!/\|/.test(line)) expect(input.read(from, from + line.length)).toBe(line);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
