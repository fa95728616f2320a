import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryReport } from "../support/arbitrary-report.js";
import { faultsOf, WAYS } from "../support/check-copy.js";
import { plainReport } from "../support/plain-report.js";
import { publishText } from "../support/publish.js";
import { tokenReport } from "../support/token-report.js";

const EOLS = ["\n", "\r\n", "\r"] as const;
const eol = fc.constantFrom(...EOLS);
const seed = fc.integer({ min: 1, max: 2 ** 30 });
const way = fc.constantFrom(...WAYS);

describe("of every report with well-formed comments", () => {
  it("a copy has every public word and no other, and nothing else is changed", () => {
    fc.assert(
      fc.property(seed, fc.integer({ min: 1, max: 6 }), eol, way, (from, size, lineEnd, how) => {
        const report = tokenReport(from, size, lineEnd);
        expect(faultsOf(report, how), report.text).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it("so does a copy of a plain text", () => {
    const picks = fc.array(fc.integer({ min: 0, max: 11 }), { maxLength: 12 });
    fc.assert(
      fc.property(picks, eol, way, (numbers, lineEnd, how) => {
        const report = plainReport(numbers, lineEnd);
        expect(faultsOf(report, how, "plain-text"), report.text).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });

  it("a copy for fewer people has all that one for more people has", () => {
    fc.assert(
      fc.property(seed, fc.integer({ min: 1, max: 4 }), (from, size) => {
        const { text } = tokenReport(from, size);
        const words = (audience: string) => {
          const result = publishText(text, { audience });
          return result.kind === "published" ? new Set(result.output.match(/x\d+q/g)) : new Set<string>();
        };
        const company = words("company");
        for (const word of words("public")) expect(company).toContain(word);
      }),
      { numRuns: 100 },
    );
  });

  it("line breaks, tabs and a byte order mark make no difference", () => {
    fc.assert(
      fc.property(seed, fc.integer({ min: 1, max: 4 }), fc.boolean(), (from, size, remove) => {
        const plain = published(tokenReport(from, size, "\n").text, remove);
        for (const other of EOLS) {
          const { text } = tokenReport(from, size, other);
          expect(published(text, remove)?.replace(/\r\n?/g, "\n")).toBe(plain);
          expect(published(`\ufeff${text}`, remove)).toBe(
            plain === undefined ? undefined : `\ufeff${published(text, remove)}`,
          );
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("of any text at all", () => {
  it("publishing ends, and a copy of a copy is the copy", () => {
    fc.assert(
      fc.property(arbitraryReport, fc.boolean(), fc.boolean(), (text, remove, force) => {
        const first = publishText(text, { remove, force });
        if (first.kind === "refused") return;
        const second = publishText(first.output, { remove, force });
        expect(second).toMatchObject({ kind: "published", output: first.output });
      }),
      { numRuns: 100 },
    );
  });

  it("it can be rendered", () => {
    fc.assert(
      fc.property(arbitraryReport, fc.constantFrom("html", "txt"), (text, to) => {
        const result = publishText(text, { to: to as "html" | "txt", force: true });
        expect(["published", "refused"]).toContain(result.kind);
      }),
      { numRuns: 80 },
    );
  });
});

function published(text: string, remove: boolean): string | undefined {
  const result = publishText(text, { remove });
  return result.kind === "published" ? result.output : undefined;
}
