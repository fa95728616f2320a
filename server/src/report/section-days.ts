import { type Calendar, type DayMention, resolveDay } from "./days.js";
import type { Kind } from "./kinds.js";
import type { Node } from "./section-tree.js";

/** What happens on a day, so that it belongs to the day heading it follows. */
const ON_A_DAY: ReadonlySet<Kind | undefined> = new Set<Kind>([
  "breakout",
  "keynote",
  "panel",
  "workshop",
  "group",
]);

/** The day of each section, in order: its own, its group's, or that of the day heading it follows at the same level. */
export function sectionDays(
  roots: readonly Node[],
  calendar: Calendar,
  reportDay: DayMention | undefined,
): (string | undefined)[] {
  const days: (string | undefined)[] = [];
  const visit = (nodes: readonly Node[], inherited: string | undefined): void => {
    let before: string | undefined;
    for (const node of nodes) {
      const { opensDay } = node.heading.reading;
      const own = node.day && resolveDay(node.day, calendar);
      const day = own ?? (ON_A_DAY.has(node.kind) && !opensDay ? before : undefined) ?? inherited;
      if (opensDay && node.kind === "group") before = own;
      days[node.at] = day;
      visit(node.children, day);
    }
  };
  visit(roots, reportDay && resolveDay(reportDay, calendar));
  return days;
}
