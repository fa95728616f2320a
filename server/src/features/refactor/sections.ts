import type { Analysis } from "../../analysis.js";
import { allSections, type Report, type Section } from "../../report/model.js";
import type { Span } from "../../text/span.js";
import type { Text } from "../../text/text.js";
import { sectionsAt } from "../marking/session-at.js";

/** A section with its place among its parent's children. */
export interface Placed {
  readonly section: Section;
  readonly parent: Section | undefined;
  readonly siblings: readonly Section[];
  readonly index: number;
}

/** The section whose heading is at an offset. */
export function placedAt(report: Report, offset: number): Placed | undefined {
  const path = sectionsAt(report, offset);
  const section = path.at(-1);
  if (!section || offset > section.heading.to) return undefined;
  const parent = path.at(-2);
  const siblings = parent?.children ?? report.sections;
  return { section, parent, siblings, index: siblings.indexOf(section) };
}

/** The lines of a section: from the line of its heading to the line of the next heading or the end. */
export function linesOfSection(text: Text, { from, to }: Span): Span {
  return { from: text.lineStart(text.lineAt(from)), to: boundary(text, to) };
}

/** The start of the line of a heading at `offset`; the end of the text stays what it is. */
export function boundary(text: Text, offset: number): number {
  return offset >= text.length ? text.length : text.lineStart(text.lineAt(offset));
}

/** A stretch of lines without the white space at its end, but for blanks on its last line. */
export function withoutGap(text: Text, { from, to }: Span): Span {
  let end = to;
  while (end > from && /\s/.test(text.content[end - 1]!)) end--;
  return { from, to: end === from ? from : Math.min(to, text.lineEnd(text.lineAt(end - 1))) };
}

/** A heading as the outline has it, to compare before and after. */
export function headingsOf({ report }: Analysis): Section[] {
  return allSections(report.sections);
}
