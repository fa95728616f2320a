import type { Kind } from "../../report/kind-table.js";
import type { Section } from "../../report/model.js";
import { l10n } from "../../text/message.js";
import { refused } from "../edit-result.js";
import { rearrange } from "./rearrange.js";
import type { Refactoring } from "./refactoring.js";
import { linesOfSection, type Placed, placedAt } from "./sections.js";

/** Sections that keep their place whatever the hour. */
const FIXED: ReadonlySet<Kind> = new Set(["group", "summary", "followups"]);

/** Whether a section is none of a day's sessions; how to get there is one only where it has its hour. */
function isFixed({ kind, time }: Section): boolean {
  return FIXED.has(kind) || (kind === "logistics" && time === undefined);
}

export const sortByTime: Refactoring = {
  id: "sort-by-time",
  kind: "refactor.rewrite",
  offers({ analysis }, { from }) {
    const run = runAt(placedAt(analysis.report, from));
    return isSorted(run) ? [] : [{ title: l10n.t("Sort sessions by time") }];
  },
  apply(input, { from }) {
    const placed = placedAt(input.analysis.report, from);
    const run = runAt(placed);
    if (!placed || isSorted(run)) return refused(l10n.t("These sessions are in the order of their times."));
    const { text } = input.analysis;
    return rearrange(input, {
      blocks: run.map((section) => linesOfSection(text, section)),
      order: orderOf(run),
      cursor: placed.section.heading,
    });
  },
};

/** The sessions that are sorted together: those of the group at the cursor, or the neighbours on the same day. */
function runAt(placed: Placed | undefined): readonly Section[] {
  if (!placed) return [];
  const { section, siblings, index } = placed;
  if (section.kind === "group") return firstRun(section.children);
  if (isFixed(section)) return [];
  const together = (one: Section | undefined) =>
    one && !isFixed(one) && one.day === section.day && one.level === section.level;
  let first = index;
  let end = index + 1;
  while (together(siblings[first - 1])) first--;
  while (together(siblings[end])) end++;
  return siblings.slice(first, end);
}

function firstRun(sections: readonly Section[]): readonly Section[] {
  const first = sections.findIndex((one) => !isFixed(one));
  if (first < 0) return [];
  const end = sections.findIndex(
    (one, index) => index > first && (isFixed(one) || one.level !== sections[first]!.level),
  );
  return sections.slice(first, end < 0 ? undefined : end);
}

function isSorted(run: readonly Section[]): boolean {
  return orderOf(run).every((index, at) => index === at);
}

/** The order by time: stable, and sections without a time stay behind the one before them. */
function orderOf(run: readonly Section[]): number[] {
  const together: { readonly time: string; readonly indexes: number[] }[] = [];
  run.forEach(({ time }, index) => {
    const last = together.at(-1);
    if (time === undefined && last) last.indexes.push(index);
    else together.push({ time: time ?? "", indexes: [index] });
  });
  return together
    .sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0))
    .flatMap(({ indexes }) => indexes);
}
