import { expect } from "vitest";
import { Analyser } from "../../server/src/analysis.js";
import { DEFAULT_CONFIG, recognitionSettings } from "../../server/src/config.js";
import type { Person, Report, Section } from "../../server/src/report/model.js";
import type { Format } from "../../server/src/syntax/parse.js";

const analyser = new Analyser(recognitionSettings(DEFAULT_CONFIG));

/** Analyses a text written with the indentation of the test around it. */
export function report(text: string, format: Format = "markdown"): Report {
  return analyser.analyse(unindented(text), format).report;
}

/** The report's sections as lines: kind, title, `@day time`, `: Name (Affiliation, role)`; children indented by two. */
export function outline(text: string, format: Format = "markdown"): string {
  return outlineOf(report(text, format).sections);
}

/** What of a section stands in its line, and those below. */
type Shown = Pick<Section, "kind" | "title" | "day" | "time" | "speakers"> & {
  readonly children: readonly Shown[];
};

/** Sections as lines, as `outline` writes them. */
export function outlineOf(sections: readonly Shown[]): string {
  return lines(sections, "").join("\n");
}

/** Expects the sections of a Markdown report to be those of an outline. */
export function checkSections(text: string, expected: string): void {
  expect(outline(text)).toBe(unindented(expected));
}

/** Expects the sections of a plain text to be those of an outline. */
export function checkPlainText(text: string, expected: string): void {
  expect(outline(text, "plain-text")).toBe(unindented(expected));
}

/** Expects one heading below a title to be read as a line of an outline. */
export function checkHeading(heading: string, expected: string): void {
  expect(outline(`# Harbour Days\n\n## ${heading}\n\nSome text about it.\n`)).toBe(expected);
}

/** Expects the lines below a heading to name speakers. */
export function checkSpeakers(below: string, expected: string): void {
  const [section] = report(`# Harbour Days\n\n## Rope and tide\n\n${unindented(below)}\n`).sections;
  expect(section?.speakers.map(person).join("; ")).toBe(expected);
}

export function person({ name, affiliation, role }: Person): string {
  const about = [role, affiliation].filter((part) => part !== undefined).join(", ");
  return about === "" ? name : `${name} (${about})`;
}

function lines(sections: readonly Shown[], indent: string): string[] {
  return sections.flatMap((section) => {
    const { kind, title, day, time, speakers, children } = section;
    const when = [day, time].filter((part) => part !== undefined).join(" ");
    const who = speakers.map(person).join("; ");
    return [
      `${indent}${kind} ${title}${when === "" ? "" : ` @${when}`}${who === "" ? "" : `: ${who}`}`,
      ...lines(children, `${indent}  `),
    ];
  });
}

/** Takes off the indentation that all lines share, and empty lines at both ends. */
export function unindented(text: string): string {
  const all = text
    .replace(/^\s*\n/, "")
    .trimEnd()
    .split("\n");
  const indent = Math.min(
    ...all.filter((line) => line.trim() !== "").map((line) => /^ */.exec(line)![0].length),
  );
  return all.map((line) => line.slice(indent)).join("\n");
}
