import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Analysis } from "../../server/src/analysis.js";
import { makeCard } from "../../server/src/index/make-card.js";
import { ReportIndex } from "../../server/src/index/report-index.js";
import { reportHtml } from "../../server/src/overview/report-html.js";
import { overviewOf } from "../../server/src/overview/report-overview.js";
import { reportsHtml } from "../../server/src/overview/reports-html.js";
import { overviewOfAll } from "../../server/src/overview/reports-overview.js";
import { OVERVIEW_STYLE, OVERVIEW_STYLE_HASH } from "../../server/src/overview/style.js";
import { reportsText, reportText } from "../../server/src/overview/text.js";
import { WordCount } from "../../server/src/overview/words.js";
import { inEnglish } from "../../server/src/text/message.js";
import { checkHtml } from "../support/check-html.js";
import { analyseText } from "../support/publish.js";

const REPORT = `---
title: Pier Days
dates: 2024-06-04/2024-06-05
tags: [boats, rope]
---

# Pier Days

Two fine days.

## Wednesday

### 9:30 Keynote: Fast boats (Ben Tarn)

One two three.

## Tuesday

### 14:00 Knots (Ada Brook)

### 9:30 Opening Keynote: Slow boats (Ada Brook, Pier Co)

One two [internal company: three four] five. \\<Redacted comments>

- [ ] Buy a [boat](https://boats.example/one/two) @ben
- [x] Eat

## Summary

Ended.
`;

const overview = (text: string) => overviewOf(analyseText(text, "markdown"));

function indexOf(...reports: string[]): ReportIndex {
  const index = new ReportIndex();
  for (const [number, text] of reports.entries())
    index.put(`file:///${number}.trip.md`, makeCard(analyseText(text, "markdown")));
  return index;
}

/** Checks what each section of a report is shown as: a line a day, a line a section. */
function checkDays(text: string, expected: string): void {
  const lines = overview(text).days.flatMap(({ name, date, sessions }) => [
    [name ?? "-", date ?? "-"].join(" "),
    ...sessions.map(({ time, kind, title, words, internalWords, internal, redacted, followUps, isEmpty }) =>
      [
        ` ${time ?? "-"} ${kind} “${title}”`,
        `${words} words, ${internalWords} internal`,
        `${internal}/${redacted}/${followUps}${isEmpty ? " empty" : ""}`,
      ].join(" | "),
    ),
  ]);
  expect(lines.join("\n")).toBe(expected.trim());
}

describe("the overview of a report", () => {
  it("has days in their order, sessions by time, and counts each by itself", () => {
    checkDays(
      REPORT,
      `
Tuesday 2024-06-04
 09:30 keynote “Opening Keynote: Slow boats” | 10 words, 2 internal | 1/1/1
 14:00 breakout “Knots” | 0 words, 0 internal | 0/0/0 empty
Wednesday 2024-06-05
 09:30 keynote “Keynote: Fast boats” | 3 words, 0 internal | 0/0/0
- -
 - summary “Summary” | 1 words, 0 internal | 0/0/0`,
    );
  });

  it("counts the whole", () => {
    const { words, internalWords, internal, redacted, followUps } = overview(REPORT);
    expect({ words, internalWords, internal, redacted }).toEqual({
      words: 17,
      internalWords: 2,
      internal: 1,
      redacted: 1,
    });
    expect(followUps.map(({ done, owner }) => [done, owner])).toEqual([
      [false, "ben"],
      [true, undefined],
    ]);
  });

  it("keeps the order of the text where days have no dates", () => {
    const days = overview(
      "# T\n\n## Day 2\n\n### Talk A (Jo Berg)\n\na\n\n## Day 1\n\n### Talk B (Jo Berg)\n\nb\n",
    ).days;
    expect(days.map(({ name }) => name)).toEqual(["Day 2", "Day 1"]);
  });

  it("counts words in scripts without spaces by sign", () => {
    const count = (text: string) => {
      const analysis: Analysis = analyseText(text, "markdown");
      return new WordCount(analysis).in({ from: 0, to: text.length });
    };
    expect(count("日本語 abc don’t über-gut")).toBe(6);
  });

  it("is valid HTML: a timeline of what has a time, a table of everything, links where they lead somewhere", () => {
    const linked = reportHtml(overview(REPORT), { isLinked: true, say: inEnglish });
    checkHtml(linked);
    expect(linked).toContain('<button type="button" class="link" data-line="18">Knots</button>');
    expect(linked).toMatch(
      /<svg viewBox="0 0 720 66" role="img" aria-label="Tuesday, 2024-06-04: 2 sessions from 09:30 on/,
    );
    expect(linked.match(/<table>/g)?.length).toBe(3);
    expect(linked).toContain("1 internal (2 words), 1 redacted, 1 to do");
    const plain = reportHtml(overview(REPORT), { isLinked: false, say: inEnglish });
    checkHtml(plain);
    expect(plain).not.toContain("<button");
    checkHtml(reportHtml(overview(""), { isLinked: true, say: inEnglish }));
  });

  it("reads as text", () => {
    expect(reportText(overview(REPORT))).toBe(`Pier Days
2024-06-04 – 2024-06-05
17 words, 1 internal comment with 12 % of them, 1 redacted marker.

Tuesday, 2024-06-04
- 09:30 Keynote: Opening Keynote: Slow boats (Ada Brook): 10 words, 1 internal (2 words), 1 redacted, 1 to do
- 14:00 Talk: Knots (Ada Brook): 0 words, empty

Wednesday, 2024-06-05
- 09:30 Keynote: Keynote: Fast boats (Ben Tarn): 3 words

Without a day
- Summary: Summary: 1 word

Follow-ups
- Open: Buy a [boat](https://boats.example/one/two) @ben
- Done: Eat
`);
  });
});

it("the style's hash is that of the style", () => {
  expect(OVERVIEW_STYLE_HASH).toBe(`sha256-${createHash("sha256").update(OVERVIEW_STYLE).digest("base64")}`);
});

describe("the overview of all reports", () => {
  const other = REPORT.replaceAll("2024", "2022")
    .replace("title:", "event: Sea Week\ntitle:")
    .replace("rope", "sails");
  const undated = "---\ntitle: Notes\n---\n\n## Keynote (Ada Brook)\n\na\n";

  it("counts events by year, speakers, tags and kinds", () => {
    const { reports, years, speakers, tags, kinds } = overviewOfAll(indexOf(other, undated, REPORT));
    expect(
      reports.map(({ title, dates, talks, followUps }) => [title, dates?.start, talks, followUps]),
    ).toEqual([
      ["Pier Days", "2024-06-04", 3, 1],
      ["Pier Days", "2022-06-04", 3, 1],
      ["Notes", undefined, 1, 0],
    ]);
    expect(years).toEqual([{ name: "2022", count: 1 }, { name: "2024", count: 1 }, { count: 1 }]);
    expect(speakers.map(({ name, affiliation, sessions }) => [name, affiliation, sessions])).toEqual([
      ["Ada Brook", "Pier Co", 5],
      ["Ben Tarn", undefined, 2],
    ]);
    expect(tags[0]).toEqual({ name: "boats", count: 2 });
    expect(kinds[0]).toEqual({ name: "keynote", count: 5 });
  });

  it("is valid HTML and reads as text", () => {
    const all = overviewOfAll(indexOf(other, undated, REPORT));
    checkHtml(reportsHtml(all, { isLinked: true, say: inEnglish }));
    expect(reportsHtml(all, { isLinked: true, say: inEnglish })).toContain('data-uri="file:///2.trip.md"');
    expect(reportsText(all)).toContain("- Ada Brook: 5\n");
    checkHtml(reportsHtml(overviewOfAll(indexOf()), { isLinked: true, say: inEnglish }));
  });
});

const PAYLOADS = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  "</button></table><svg onload=alert(1)>",
  "</style><style>*{display:none}</style>",
  "javascript:alert(1)",
  "&lt;b&gt; &amp; {{y}} `z`",
  "]]><!-- -->",
  "\u202e\u0000 right",
];

describe("hostile reports", () => {
  it.each(PAYLOADS)("cannot put markup into an overview: %j", (payload) => {
    const text = `---\ntitle: ${JSON.stringify(payload)}\nevent: ${JSON.stringify(payload)}\ntags: [${JSON.stringify(payload)}]\ndates: 2024-01-01\n---\n\n## \`${payload}\` (Ada Brook)\n\nSpeaker: ${payload}\n\n- [ ] TODO \`${payload}\` @x\n\n## 9:00 ${payload}\n\na\n\n## 10:00 ${payload}\n`;
    const pages = [
      reportHtml(overview(text), { isLinked: true, say: inEnglish }),
      reportsHtml(overviewOfAll(indexOf(text)), { isLinked: true, say: inEnglish }),
    ];
    for (const page of pages) {
      const tags = new Set([...page.matchAll(/<([a-z][a-z0-9]*)/gi)].map(([, tag]) => tag));
      const known =
        "header h1 h2 dl div dt dd svg defs pattern rect path g title text main section figure figcaption";
      const also = "table caption thead tbody tr th td time button span ul li p";
      expect([...tags].filter((tag) => !`${known} ${also}`.split(" ").includes(tag ?? ""))).toEqual([]);
      expect(page).not.toMatch(/<[^>"]*(?:"[^"]*"[^>"]*)*\son\w+=/i);
    }
  });
});
