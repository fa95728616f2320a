import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readAgenda } from "../../server/src/agenda/read.js";
import { DEFAULT_CONFIG } from "../../server/src/config.js";
import { type Blanks, fillTemplate } from "../../server/src/drafts/fill.js";
import { draftSource, newReport, saidDates } from "../../server/src/drafts/new-report.js";
import { snippetOf } from "../../server/src/drafts/snippet.js";
import { templates, templatesWith } from "../../server/src/drafts/templates/index.js";
import type { DraftValues } from "../../server/src/drafts/variables.js";
import { diagnostics } from "../../server/src/features/diagnostics.js";
import { inEnglish } from "../../server/src/text/message.js";
import { analyse } from "../support/check.js";
import { outlineOf } from "../support/check-sections.js";

const NOBODY: DraftValues = { date: "2024-05-20", audience: "team" };
const ALL: DraftValues = {
  ...NOBODY,
  event: "Harbour Days",
  location: "Bergen",
  dates: { start: "2024-05-14", end: "2024-05-15" },
  authors: [{ name: "Ada Brook", affiliation: "Pelican Grid" }],
};

function filled(template: string, values: DraftValues = ALL, blanks: Blanks = "empty"): string {
  return fillTemplate(template, values, blanks).text;
}

describe("built-in templates", () => {
  for (const template of templates)
    for (const [told, values] of [
      ["all", ALL],
      ["nothing", NOBODY],
    ] as const)
      it(`${template.name}, told ${told}, is a report with nothing wrong`, () => {
        for (const blanks of ["empty", "placeholders"] as const) {
          const { text, unknown, unread } = newReport(template, template, values, undefined, blanks);
          const analysis = analyse(text);
          const found = diagnostics(analysis, { config: DEFAULT_CONFIG });
          expect(found.filter(({ severity }) => severity === "error" || severity === "warning")).toEqual([]);
          expect({ unknown, unread }).toEqual({ unknown: [], unread: undefined });
          expect(text).not.toMatch(/[{}\ue000-\ue002]|\n\n\n/);
          const { event, location, dates, authors } = analysis.report;
          if (told === "all")
            expect({ event, location, dates, authors }).toMatchObject({
              event: ALL.event,
              location: ALL.location,
              dates: ALL.dates,
              authors: [{ name: "Ada Brook", affiliation: "Pelican Grid" }],
            });
        }
      });

  it("have a heading for each day", () => {
    const { report } = analyse(newReport(undefined, templates[0]!, ALL, undefined, "empty").text);
    expect(outlineOf(report.sections)).toBe(
      [
        "summary Executive Summary",
        "group Tuesday, 2024-05-14 @Tuesday",
        "group Wednesday, 2024-05-15 @Wednesday",
        "hallway Hallway track",
        "followups Action items",
      ].join("\n"),
    );
    const dates = { start: "0001-01-01", end: "9999-12-31" };
    expect(filled("{{days}}\n", { ...ALL, dates })).toBe("## Day 1\n\n- What was said, and by whom\n");
  });

  it("come behind a team's own, of which one may go before a built-in one", () => {
    const own = templatesWith([{ name: "blank", text: "x" }]);
    expect(own.map(({ name, text }) => (text === "x" ? "own" : name))).toEqual([
      "own",
      ...templates.map(({ name }) => name).filter((name) => name !== "blank"),
    ]);
  });
});

describe("a template", () => {
  it("has its variables filled in", () => {
    expect(
      filled(
        "{{event}} {{ location }} {{dates}} {{start}} {{end}} {{authors}} {{audience}} {{date}} {{? a prompt}}\n",
      ),
    ).toBe(
      "Harbour Days Bergen 2024-05-14/2024-05-15 2024-05-14 2024-05-15 Ada Brook (Pelican Grid) team 2024-05-20 a prompt\n",
    );
  });

  it("keeps variables that there are none of, and tells them once", () => {
    const draft = fillTemplate(
      "---\ntitle: {{tilte}}\n---\n\n{{tilte}} {{days}} {{x-y}} {{ }}\n",
      ALL,
      "empty",
    );
    expect(draft.text).toBe('---\ntitle: "{{tilte}}"\n---\n\n{{tilte}} {{days}} {{x-y}} {{ }}\n');
    expect(draft.unknown).toEqual(["tilte", "days", "x-y"]);
  });

  it("leaves a key empty that nobody has said", () => {
    const front = "---\nevent: {{event}}\ndates: {{dates}}\nauthors: {{authors}}\n---\n";
    expect(filled(front, NOBODY)).toBe("---\nevent:\ndates:\nauthors:\n---\n");
    expect(filled(front, NOBODY, "placeholders")).toBe(
      '---\nevent: "Event"\ndates: 2024-05-20\nauthors:\n  - "Your Name"\n---\n',
    );
  });

  it("keeps its line breaks and its comments", () => {
    expect(filled("---\r\n# for us {{event}}\r\nevent: {{event}}\r\n---\r\n\r\n{{days}}\r\n", NOBODY)).toBe(
      "---\r\n# for us {{event}}\r\nevent:\r\n---\r\n\r\n## Day 1\r\n\r\n- What was said, and by whom\r\n",
    );
  });

  it("whose front matter cannot be read is filled in all the same, and told", () => {
    const draft = fillTemplate('---\ntitle: "{{event}}\n---\n', ALL, "empty");
    expect(draft).toMatchObject({ text: '---\ntitle: "Harbour Days\n---\n', unread: true });
    const deep = `---\na: ${"[".repeat(20_000)}\nevent: {{event}}\n---\n`;
    expect(fillTemplate(deep, ALL, "empty").unread).toBe(true);
  });

  it("gets any value into its front matter as it is", () => {
    const word = fc
      .string({ unit: "binary", minLength: 1, maxLength: 30 })
      .map((text) => text.replace(/[\ue000-\ue002]/g, ""));
    fc.assert(
      fc.property(word, word, (event, location) => {
        const text = filled("---\nevent: {{event}}\nlocation: {{location}}\n---\n", {
          ...ALL,
          event,
          location,
        });
        const entries = analyse(text).report.frontMatter?.entries.map(({ key, value }) => [key, value ?? ""]);
        const line = (value: string) => value.replace(/\s+/g, " ").trim();
        expect(entries).toEqual([
          ["event", line(event)],
          ["location", line(location)],
        ]);
      }),
      { numRuns: 100 },
    );
  });

  it("as a snippet is the same text with places to fill in", () => {
    const placeholders = newReport(undefined, templates[0]!, NOBODY, undefined, "placeholders");
    expect(snippetOf(placeholders)).toContain(
      // biome-ignore lint/suspicious/noTemplateCurlyInString: a snippet has such places
      'event: "${1:Event}"\nlocation: "${2:City}"\ndates: ${3:2024-05-20}\n',
    );
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), (event) => {
        const draft = fillTemplate(
          "$1 \\ } {{event}} {{location}} {{? $x}\n",
          { ...NOBODY, event },
          "placeholders",
        );
        const expanded = snippetOf(draft).replace(
          /\$\{\d+:((?:\\.|[^\\}])*)\}|\\([\\$}])/g,
          (_, hole: string | undefined, char: string) =>
            hole === undefined ? char : hole.replace(/\\(.)/g, "$1"),
        );
        expect(expanded).toBe(draft.text);
      }),
    );
  });
});

describe("a source", () => {
  const AGENDA = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "X-WR-CALNAME:Fjord {{event}} Days",
    "BEGIN:VEVENT",
    "UID:1",
    "DTSTART:20240514T090000",
    "DTEND:20240514T100000",
    "SUMMARY:Ten {{winters}}",
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ].join("\r\n");
  const read = (text: string, name: string) =>
    draftSource(text, name, { agenda: readAgenda, notes: (notes) => analyse(notes, "plain-text") });

  it("that is an agenda gives event, dates and sections, in which braces mean nothing", () => {
    const source = read(AGENDA, "a.ics");
    if (source.kind === "broken") throw new Error(inEnglish(source.reason));
    const draft = newReport(undefined, templates[0]!, NOBODY, source, "empty");
    const { report } = analyse(draft.text);
    expect(draft.unknown).toEqual([]);
    expect(report).toMatchObject({
      event: "Fjord {{event}} Days",
      dates: { start: "2024-05-14", end: "2024-05-14" },
    });
    expect(outlineOf(report.sections)).toMatch(/^ {2}breakout Ten \S*winters\S* @Tuesday 09:00$/m);
    const said = newReport(undefined, templates[0]!, { ...NOBODY, event: "Mine" }, source, "empty");
    expect(analyse(said.text).report.event).toBe("Mine");
  });

  it("that is notes becomes the report, or the sections of a template", () => {
    const source = read("Fjord Days 2024\n\nOpening Keynote (Ada Brook)\n\n• one\n", "notes.txt");
    if (source.kind === "broken") throw new Error(inEnglish(source.reason));
    expect(newReport(undefined, templates[0]!, NOBODY, source, "empty").text).toBe(
      "---\ntype: trip-report\ntitle: Fjord Days 2024\nevent: Fjord Days 2024\naudience: team\n---\n\n# Fjord Days 2024\n\n## Opening Keynote (Ada Brook)\n\n- one\n",
    );
    const template = { ...templates[0]!, text: "# {{event}}\n" };
    expect(newReport(template, template, NOBODY, source, "empty").text).toBe(
      "# Fjord Days 2024\n\n## Opening Keynote (Ada Brook)\n\n- one\n",
    );
  });

  it("that is neither says why", () => {
    expect(read(" \n", "notes.txt")).toEqual({ kind: "broken", reason: "it is empty" });
    expect(read("BEGIN:VCALENDAR\nnonsense", "a.ics").kind).toBe("broken");
  });
});

it("dates are those of the format, or what is accepted is said", () => {
  expect(saidDates("2024-05-14/2024-05-15")).toEqual({ dates: { start: "2024-05-14", end: "2024-05-15" } });
  expect(saidDates("2024-05-14")).toEqual({ dates: { start: "2024-05-14", end: "2024-05-14" } });
  for (const wrong of ["next week", "2024-02-30", "2024-05-15/2024-05-14", ""]) {
    const said = saidDates(wrong);
    expect(said.dates ? "" : inEnglish(said.problem)).toContain("write 2024-05-14 or 2024-05-14/2024-05-15");
  }
});
