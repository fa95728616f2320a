import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Analyser } from "../../server/src/analysis.js";
import { DEFAULT_CONFIG, recognitionSettings } from "../../server/src/config.js";
import { CredentialScan } from "../../server/src/features/credential-scan.js";

/** Finds what looks like a token, and keys of many lines; counts the characters it was given. */
class Finder {
  read = 0;

  readonly find = async (text: string) => {
    this.read += text.length;
    return [...text.matchAll(/token-[a-z]{4}|-----BEGIN KEY-----[\s\S]{0,10000}?-----END KEY-----/g)].map(
      ({ index, 0: found }) => ({ from: index, to: index + found.length, what: found.slice(0, 5) }),
    );
  };
}

const analyser = new Analyser(recognitionSettings(DEFAULT_CONFIG));

const PIECES = [
  "token-abcd",
  "token-",
  "abcd ",
  "-----BEGIN KEY-----\n",
  "-----END KEY-----\n",
  `${"QUJD".repeat(16)}\n`.repeat(60),
  "words ",
  "\n\n",
  "# Heading\n\n",
  "```\n",
] as const;

const pieces = (maxLength: number) =>
  fc.array(fc.constantFrom(...PIECES), { maxLength }).map((parts) => parts.join(""));

describe("looking for credentials", () => {
  it("around an edit finds the same as in the whole text", async () => {
    await fc.assert(
      fc.asyncProperty(
        pieces(30),
        fc.array(fc.record({ at: fc.nat(), cut: fc.nat({ max: 30 }), insert: pieces(3) }), { maxLength: 4 }),
        async (start, edits) => {
          const scan = new CredentialScan(new Finder().find);
          let analysis = analyser.analyse(start, "markdown");
          await scan.of(analysis);
          for (const { at, cut, insert } of edits) {
            const from = at % (analysis.text.length + 1);
            const edit = { from, to: Math.min(analysis.text.length, from + cut), insert };
            analysis = analyser.update(analysis, analysis.text.replace(edit), [edit]);
            const whole = await new CredentialScan(new Finder().find).of(
              analyser.analyse(analysis.text.content, "markdown"),
            );
            expect(await scan.of(analysis)).toEqual(whole);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it("reads no more of a long report than of a short one", async () => {
    const finder = new Finder();
    const scan = new CredentialScan(finder.find);
    const before = analyser.analyse("Some words of a long report.\n\n".repeat(20_000), "markdown");
    await scan.of(before);
    finder.read = 0;
    const edit = { from: before.text.length / 2, to: before.text.length / 2, insert: "token-abcd" };
    const after = analyser.update(before, before.text.replace(edit), [edit]);
    expect(await scan.of(after)).toHaveLength(1);
    expect(finder.read).toBeLessThan(20_000);
  });
});
