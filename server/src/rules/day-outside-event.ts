import type { EventDates, Section } from "../report/model.js";
import { l10n } from "../text/message.js";
import type { Rule } from "./rule.js";

const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const DAY = 86_400_000;

export const dayOutsideEvent: Rule = {
  code: "day-outside-event",
  severity: "warning",
  summary: "A section's day is not one of the event's.",
  docs: {
    why: "Either the heading or the dates in the front matter are wrong, and a reader cannot tell which.",
    bad: "---\ntype: trip-report\ndates: 2024-05-14/2024-05-15\n---\n\n# Harbour Days\n\n## Friday\n\nClocks fail first.\n",
    good: "---\ntype: trip-report\ndates: 2024-05-14/2024-05-15\n---\n\n# Harbour Days\n\n## Tuesday\n\nClocks fail first.\n",
    fix: "None: heading or dates, the writer knows which is wrong.",
  },
  *check({ report }) {
    const { dates } = report;
    if (!dates) return;
    const open = report.sections.map((section) => ({ section, inherited: undefined as string | undefined }));
    for (let next = open.pop(); next; next = open.pop()) {
      const { section, inherited } = next;
      for (const child of section.children) open.push({ section: child, inherited: section.day });
      // A day that was inherited is told once, where it is written.
      if (section.day === undefined || section.day === inherited || has(dates, section)) continue;
      const { from, to } = section.heading;
      yield {
        from,
        to,
        message: l10n.t("the event, from {0} to {1}, does not have this day", dates.start, dates.end),
      };
    }
  },
};

function has({ start, end }: EventDates, { day }: Section): boolean {
  const first = Date.parse(start);
  const length = Math.round((Date.parse(end) - first) / DAY) + 1;
  const number = /^Day (\d+)$/.exec(day!)?.[1];
  if (number !== undefined) return Number(number) <= length;
  const weekday = WEEKDAYS.indexOf(day!);
  if (weekday >= 0) return length >= 7 || (weekday - new Date(first).getUTCDay() + 7) % 7 < length;
  return day! >= start && day! <= end;
}
