import { isSessionKind } from "../../report/kind-table.js";
import { allSections, type Section } from "../../report/model.js";
import type { Place } from "./place.js";

/** All sections but the one whose heading is being written, in order. */
export function otherSections({ analysis: { report }, line }: Place): Section[] {
  return allSections(report.sections).filter(
    ({ heading }) => heading.to < line.from || heading.from > line.to,
  );
}

/** The sections that the cursor's line stands in, outermost first, the one it begins not counted. */
export function enclosing(place: Place): Section[] {
  const open: Section[] = [];
  for (const section of otherSections(place)) {
    if (section.heading.from >= place.line.from) break;
    while (open.length > 0 && open.at(-1)!.level >= section.level) open.pop();
    open.push(section);
  }
  return open;
}

/** The level of the report's main sections: that of those it has, else 2, for the title has 1. */
export function topLevel(place: Place): number {
  return (
    otherSections(place).reduce(
      (least, { level }) => Math.min(least ?? level, level),
      undefined as number | undefined,
    ) ?? 2
  );
}

/** The level of a session at the cursor: that of its neighbours in the same group, one below the group, or the main one. */
export function sessionLevel(place: Place): number {
  const open = enclosing(place);
  const group = open.findLast(({ kind }) => kind === "group");
  if (!group) return topLevel(place);
  const before = open.findLast(({ kind, level }) => isSessionKind(kind) && level > group.level);
  return Math.min(6, before?.level ?? group.level + 1);
}
