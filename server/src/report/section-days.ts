import { type Calendar, type DayMention, resolveDay } from "./days.js";
import { isSessionKind, type Kind } from "./kind-table.js";
import type { Node } from "./section-tree.js";

/** What happens on a day belongs to the day heading that it follows. */
function isOnADay(kind: Kind | undefined): boolean {
  return kind === "group" || isSessionKind(kind);
}

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
      const day = own ?? (isOnADay(node.kind) && !opensDay ? before : undefined) ?? inherited;
      if (opensDay && node.kind === "group") before = own;
      days[node.at] = day;
      visit(node.children, day);
    }
  };
  visit(roots, reportDay && resolveDay(reportDay, calendar));
  return days;
}
