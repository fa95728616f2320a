import { expect } from "vitest";
import type { Analysis } from "../../server/src/analysis.js";
import { tidyNotes } from "../../server/src/drafts/tidy-notes.js";
import { allSections } from "../../server/src/report/model.js";
import type { Format } from "../../server/src/syntax/parse.js";
import { applyEdits } from "../../server/src/text/edit.js";
import { analyse } from "./check.js";
import { outlineOf, unindented } from "./check-sections.js";

/** A text after its tidying. */
export function tidied(text: string, format: Format = "plain-text"): string {
  return applyEdits(text, tidyNotes(analyse(text, format)));
}

/** Expects raw notes, written with the indentation of the test around them, to become a report. */
export function checkTidy(notes: string, expected: string, format: Format = "plain-text"): void {
  expect(tidied(`${unindented(notes)}\n`, format)).toBe(`${unindented(expected)}\n`);
}

/** The same without the front matter that tidying writes. */
export function checkTidyBody(notes: string, expected: string, format: Format = "plain-text"): void {
  const text = tidied(`${unindented(notes)}\n`, format);
  expect(text.replace(/^---\n[\s\S]*?\n---\n\n/, "")).toBe(`${unindented(expected)}\n`);
}

/** What is wrong with the tidying of a text, by the laws that hold for every text; nothing, where all is well. */
export function tidyFaults(text: string): string[] {
  const before = analyse(text, "plain-text");
  const result = applyEdits(text, tidyNotes(before));
  const after = analyse(result, "markdown");
  const faults: string[] = [];
  const outline = [before, after].map(openOutline);
  if (outline[0] !== outline[1]) faults.push(`the outline\n${outline[0]}\nbecame\n${outline[1]}`);
  if (wordsOf(text).join(" ") !== wordsOf(bodyOf(after)).join(" ")) faults.push("the words are others");
  const again = applyEdits(result, tidyNotes(after));
  if (again !== result) faults.push(`tidied again it is\n${again}`);
  for (const comment of commentsOf(before))
    if (!result.includes(comment)) faults.push(`a comment changed: ${comment}`);
  if (commentsOf(before).join("\n") !== commentsOf(after).join("\n"))
    faults.push(`the comments are others: ${commentsOf(after).join("\n")}`);
  return faults;
}

/** The sections, each with its level; what is a heading inside a comment alone is left out, for no byte of it changes. */
function openOutline({ report }: Analysis): string {
  const comments = report.comments.filter(({ form }) => form !== "section");
  return allSections(report.sections)
    .filter(({ heading }) => !comments.some(({ from, to }) => from < heading.from && heading.from < to))
    .map((section) => `${section.level} ${outlineOf([{ ...section.words, children: [] }])}`)
    .join("\n");
}

function bodyOf({ syntax, text }: Analysis): string {
  return text.content.slice(syntax.bodyStart);
}

/** The words without their marks. */
function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

function commentsOf({ report, text }: Analysis): string[] {
  return report.comments
    .filter(({ form }) => form !== "section" && form !== "front-matter")
    .map(({ from, to }) => text.content.slice(from, to).trim());
}
