import { describe, expect, it } from "vitest";
import { Analyser } from "../../server/src/analysis.js";
import { DEFAULT_CONFIG, recognitionSettings } from "../../server/src/config.js";
import { codeLenses, reportTitle, speakerTitle } from "../../server/src/features/code-lenses.js";
import { nextPlace, placesOf } from "../../server/src/features/next-place.js";
import { privatePlaces } from "../../server/src/features/private-places.js";
import { dateOf } from "../../server/src/report/event-days.js";
import { inEnglish } from "../../server/src/text/message.js";
import type { Span } from "../../server/src/text/span.js";
import { fixture, marked } from "../support/fixture.js";
import { indexOf } from "../support/memory-workspace.js";

const analyser = new Analyser(recognitionSettings(DEFAULT_CONFIG));
const analyse = (text: string) => analyser.analyse(text, "markdown");

/** Checks which spans of a fixture something finds. */
function checkSpans(report: string, find: (analysis: ReturnType<typeof analyse>) => readonly Span[]): void {
  const { text } = fixture(report);
  expect(marked(text, find(analyse(text)))).toBe(report);
}

const OTHER = "# Spring\n\n## Talk: Queues (Ilse Varnholt)\n\nx\n";

describe("code lenses", () => {
  it("stand above the report and the first naming of each speaker with more sessions than this", () => {
    const report =
      "«# Harbour Days»\n\n## Talk: Ten winters («Ilse Varnholt»)\n\nx\n\n## Panel: Clocks (Ilse Varnholt and Jo Lindqvist)\n\ny\n";
    const { text } = fixture(report);
    const index = indexOf({ "a.trip.md": text, "b.trip.md": OTHER });
    checkSpans(report, (analysis) => codeLenses(analysis, index));
    expect(inEnglish(speakerTitle(index, "Ilse Varnholt") ?? "")).toBe(
      "Ilse Varnholt: 3 sessions in 2 reports",
    );
    expect(speakerTitle(index, "Nobody Known")).toBeUndefined();
  });

  it.each([
    ["# T\n", "0 sessions · Publish…"],
    ["# T\n\n## Keynote (Jo Lindqvist)\n\n[internal: x]\n", "1 session · 1 internal · Publish…"],
    ["", "0 sessions · Publish…"],
  ])("tell what %j holds", (text, title) => {
    expect(reportTitle(analyse(text))).toBe(title);
  });
});

describe("the places that going on stops at", () => {
  it("are sessions, or all sections where there is none", () => {
    checkSpans("# T\n\n## Summary\n\n«## Keynote (Jo Lind)»\n\n### Part\n\n«## Panel: x»\n", ({ report }) =>
      placesOf(report, "session"),
    );
    checkSpans("# T\n\n«## Summary»\n\n«## Thoughts»\n", ({ report }) => placesOf(report, "session"));
  });

  it("are the openings of internal comments, nested ones too", () => {
    checkSpans("a «[internal:» b]\n\n«:::internal»\nc «[internal:» d]\n:::\n", ({ report }) =>
      placesOf(report, "internal"),
    );
  });

  it("end at both ends", () => {
    const places = [2, 5, 9].map((from) => ({ from, to: from + 1 }));
    const step = (at: number, by: "next" | "previous") => nextPlace(places, at, by)?.from;
    expect([0, 2, 4, 9].map((at) => step(at, "next"))).toEqual([2, 5, 5, undefined]);
    expect([0, 2, 4, 9].map((at) => step(at, "previous"))).toEqual([undefined, undefined, 2, 5]);
  });
});

describe("private places", () => {
  const find = (report: string) => {
    const { text } = fixture(report);
    return privatePlaces(analyse(text), DEFAULT_CONFIG).map(({ what, words, form, audience }) =>
      [what, words, form, audience].filter((part) => part !== undefined),
    );
  };

  it("are comments in every form, suspected sentences and markers, in order", () => {
    expect(
      find(
        "# T\n\n## Talk: Plans {.internal}\n\nbody\n\n## B\n\n> [!INTERNAL company]\n> a word\n\nOff the record, two of their engineers are about to quit.\n\n(redacted) <!-- internal: two words -->\n",
      ),
    ).toEqual([
      ["internal", "body", "section", "team"],
      ["internal", "a word", "callout", "company"],
      ["suspect", "Off the record, two of their engineers are about to quit."],
      ["redacted", "(redacted)"],
      ["internal", "two words", "html-comment", "team"],
    ]);
  });

  it("leave out sentences that are waived", () => {
    expect(
      find(
        "<!-- trip-report-disable-next-line suspected-internal-comment -->\nOff the record, two of their engineers are about to quit.\n",
      ),
    ).toEqual([]);
  });

  it("show no more of a long comment than its first words", () => {
    const [[, words] = []] = find(`[internal: ${"word ".repeat(500)}]\n`);
    expect(words!.length).toBeLessThan(70);
  });
});

describe("the date of a day", () => {
  const dates = { start: "2024-05-14", end: "2024-05-16" };
  it.each([
    ["Tuesday", "2024-05-14"],
    ["Thursday", "2024-05-16"],
    ["Friday", undefined],
    ["Day 1", "2024-05-14"],
    ["Day 3", "2024-05-16"],
    ["Day 4", undefined],
    ["Day 0", undefined],
    ["2023-01-02", "2023-01-02"],
    ["someday", undefined],
  ])("%s is %s", (day, date) => {
    expect(dateOf(day, dates)).toBe(date);
  });

  it("is unknown without dates, with broken ones, and for weekdays of a long event", () => {
    expect(dateOf("Tuesday", undefined)).toBeUndefined();
    expect(dateOf("Day 1", { start: "soon", end: "2024-05-16" })).toBeUndefined();
    expect(dateOf("Tuesday", { start: "2024-05-01", end: "2024-05-20" })).toBeUndefined();
  });
});
