import { isSessionKind } from "../../report/kind-table.js";
import { allSections, type Report, type Section } from "../../report/model.js";

/** Whether a section is of a kind that somebody gives. */
export function isSession({ kind }: Section): boolean {
  return isSessionKind(kind);
}

/** The sections that an offset is in, from the outermost to the innermost. */
export function sectionsAt({ sections }: Report, offset: number): Section[] {
  const path: Section[] = [];
  let level: readonly Section[] = sections;
  for (;;) {
    const found = level.findLast(
      ({ from, to }) => from <= offset && offset <= to && (offset < to || from === to),
    );
    const last = found ?? level.findLast(({ from, to }) => from <= offset && offset <= to);
    if (!last) return path;
    path.push(last);
    level = last.children;
  }
}

/** The innermost session at an offset; headings within a session are parts of it. */
export function sessionAt(report: Report, offset: number): Section | undefined {
  return sectionsAt(report, offset).findLast(isSession);
}

/** All sessions of a report in order. */
export function sessions({ sections }: Report): Section[] {
  return allSections(sections).filter(isSession);
}
