/** An entry of a calendar as lines, not yet understood. */
export interface CalendarEntry {
  readonly lines: readonly string[];
  /** Where it begins in the file, 1-based. */
  readonly line: number;
  /** False where the file ends, or another entry begins, inside it. */
  readonly closed: boolean;
}

/** A calendar taken apart: what holds for all of it, its time zones, and its entries. */
export interface CalendarParts {
  readonly head: readonly string[];
  readonly zones: readonly (readonly string[])[];
  readonly entries: readonly CalendarEntry[];
}

/** A name, its parameters and a colon: what each line begins with. */
const CONTENT_LINE = /^[A-Za-z][A-Za-z0-9-]{0,60}(?:;|:)/;

/**
 * Takes an iCalendar text apart without understanding it, so that one broken entry costs no other. Folded lines are
 * joined; a line that is none, as a description has them whose line ends were not escaped, continues the one before.
 */
export function calendarParts(content: string): CalendarParts {
  const head: string[] = [];
  const zones: string[][] = [];
  const entries: CalendarEntry[] = [];
  let entry: { lines: string[]; line: number; depth: number } | undefined;
  let zone: string[] | undefined;
  let last: string[] = head;
  const close = (closed: boolean) => {
    if (entry) entries.push({ lines: entry.lines, line: entry.line, closed });
    entry = undefined;
  };
  content
    .replace(/^\ufeff/, "")
    .split(/\r\n|\n|\r/)
    .forEach((raw, index) => {
      if (raw.trim() === "") return;
      const folded = /^[ \t]/.test(raw);
      if (folded || !CONTENT_LINE.test(raw)) {
        const before = last.pop();
        if (before !== undefined) last.push(before + (folded ? raw.slice(1) : `\\n${raw}`));
        return;
      }
      const line = raw.trimEnd();
      const mark = /^(BEGIN|END):\s*([A-Z-]+)$/i.exec(line);
      const begins = mark?.[1]?.toUpperCase() === "BEGIN";
      const name = mark?.[2]?.toUpperCase();
      if (name === "VEVENT") {
        if (begins) {
          close(false);
          entry = { lines: [], line: index + 1, depth: 0 };
          last = entry.lines;
        } else close(true);
      } else if (name === "VTIMEZONE") {
        if (begins) {
          zone = [line];
          zones.push(zone);
        } else zone?.push(line);
        last = begins && zone ? zone : head;
        if (!begins) zone = undefined;
      } else if (zone) {
        zone.push(line);
        last = zone;
      } else if (entry) {
        // Alarms and other parts of an entry say nothing of a session.
        if (mark) entry.depth += begins ? 1 : -1;
        else if (entry.depth <= 0) entry.lines.push(line);
        last = entry.depth > 0 ? [] : entry.lines;
      } else if (!mark) {
        head.push(line);
        last = head;
      }
    });
  close(false);
  return { head, zones, entries };
}
