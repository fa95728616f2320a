import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reportHtml } from "../../server/src/overview/report-html.js";
import { overviewOf } from "../../server/src/overview/report-overview.js";
import { overviewPage, readableOverview } from "../../server/src/overview/static-page.js";
import { reportText } from "../../server/src/overview/text.js";
import { inEnglish } from "../../server/src/text/message.js";
import { arbitraryReport } from "../support/arbitrary-report.js";
import { analyseText, COPY } from "../support/publish.js";
import { AUDIENCES } from "../support/token-pieces.js";
import { tokenReport } from "../support/token-report.js";

const WORD = /(?:P|S\d)x\d+q/g;
const reanalyse = (text: string) => analyseText(text, "markdown");

describe("of every report", () => {
  it("a page has no word that is not for its readers", () => {
    const seed = fc.integer({ min: 1, max: 2 ** 30 });
    fc.assert(
      fc.property(
        seed,
        fc.integer({ min: 1, max: 5 }),
        fc.constantFrom("company" as const, "public" as const),
        (from, size, audience) => {
          const { text, pieces } = tokenReport(from, size);
          const report = readableOverview(reanalyse(text), { ...COPY, audience, names: [], reanalyse });
          if (report.kind === "refused") throw new Error("a report with well-formed comments is refused");
          const reader = AUDIENCES.indexOf(audience);
          const words = new Set<string>(overviewPage([report]).match(WORD));
          const twice: readonly string[] = overviewPage([report, report]).match(WORD) ?? [];
          const withheld = pieces
            .filter(({ level }) => level < reader)
            .flatMap((piece) => piece.text.match(WORD) ?? []);
          expect(withheld.filter((word) => words.has(word) || twice.includes(word))).toEqual([]);
        },
      ),
      { numRuns: 100 },
    );
  });

  it("parts add up, and nothing is too broken to be shown", () => {
    fc.assert(
      fc.property(arbitraryReport, (text) => {
        const overview = overviewOf(reanalyse(text));
        const sessions = overview.days.flatMap((day) => day.sessions);
        const sum = (count: (session: (typeof sessions)[number]) => number) =>
          sessions.reduce((total, session) => total + count(session), 0);
        expect(sum(({ words }) => words)).toBeLessThanOrEqual(overview.words);
        expect(sum(({ internal }) => internal)).toBeLessThanOrEqual(overview.internal);
        for (const { words, internalWords } of sessions) expect(internalWords).toBeLessThanOrEqual(words);
        expect(reportHtml(overview, { isLinked: true, say: inEnglish })).not.toMatch(/<script|NaN|undefined/);
        expect(reportText(overview).split("\n").length).toBeLessThan(
          sessions.length * 3 + 20 + overview.followUps.length,
        );
      }),
      { numRuns: 150 },
    );
  });
});
