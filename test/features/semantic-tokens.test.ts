import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { semanticTokens, tokensIn } from "../../server/src/features/semantic-tokens.js";
import type { Format } from "../../server/src/syntax/parse.js";
import { arbitraryReport } from "../support/arbitrary-report.js";
import { analyse } from "../support/check.js";
import { fixture, marked } from "../support/fixture.js";

/** Checks the tokens of a report: `«…»` are their places, `expected` their types in order. */
function checkTokens(report: string, expected: string, format: Format = "markdown"): void {
  const { text } = fixture(report);
  const tokens = semanticTokens(analyse(text, format));
  expect(marked(text, tokens)).toBe(report);
  expect(tokens.map(({ type }) => type).join(" ")).toBe(expected);
}

describe("semantic tokens", () => {
  it("of a heading's day, time, kind and speaker", () =>
    checkTokens(
      "# R\n\n## «Tuesday»\n\n### «9:00» «Opening Keynote»: Ten winters («Ilse Varnholt», Pelican Grid)\n\na",
      "day time kind speaker",
    ));
  it("of what a heading says in brackets, behind its title and in an order of its own", () =>
    checkTokens(
      "# R\n\n## Ropes («Tuesday», «14:30»)\n\na\n\n## «Wednesday» «Keynote»\n\na\n\n## Knots, at «15:00»\n\na\n\n## Tides - «Thursday»\n\na",
      "day time day kind time day",
    ));
  it("of speakers below a heading", () =>
    checkTokens("# R\n\n## Rope and tide\n\nSpeaker: «Jo Lind» (Tidewater)\n", "speaker"));
  it("of a kind in the attributes, and of a section's mark", () =>
    checkTokens(
      "# R\n\n## Rope «{.internal audience=»«company»«}»\n\na",
      "internalMark audience internalMark",
    ));
  it("of comments and their audiences", () =>
    checkTokens(
      "«:::internal» «company»\na «[internal:» b«]»\n«:::»\n",
      "internalMark audience internalMark internalMark internalMark",
    ));
  it("of redacted markers and follow-ups", () =>
    checkTokens("«\\<Redacted comments>»\n\n- «TODO» ask\n- «[x]» sent\n", "redacted followUp followUp"));
  it("of plain text", () =>
    checkTokens(
      "Harbour Days\n\n«Opening Keynote» («Ada Brook»)\n\na «[internal:» b«]»\n",
      "kind speaker internalMark internalMark",
      "plain-text",
    ));
  it("not of talks that sound like days", () =>
    checkTokens("# R\n\n## Kubernetes Day 2 (Cluster Operations)\n\na\n", ""));
});

describe("the tokens of any report", () => {
  it("are in order and disjoint, each on one line and in the text; a part has those that touch it", () => {
    fc.assert(
      fc.property(arbitraryReport, fc.nat(200), fc.nat(200), (report, from, length) => {
        const analysis = analyse(report);
        const tokens = semanticTokens(analysis);
        let done = 0;
        for (const token of tokens) {
          expect(token.from).toBeGreaterThanOrEqual(done);
          expect(token.to).toBeGreaterThan(token.from);
          expect(token.to).toBeLessThanOrEqual(report.length);
          expect(analysis.text.lineAt(token.to)).toBe(analysis.text.lineAt(token.from));
          done = token.to;
        }
        const to = from + length;
        const inside = tokens.filter((token) => token.from < to && token.to > from);
        expect(tokensIn(tokens, { from, to })).toEqual(inside);
      }),
      { numRuns: 300 },
    );
  });
});
