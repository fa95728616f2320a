import type ICAL from "ical.js";

/** Day and time of an entry at the place of the event. */
export interface WallTime {
  readonly day: string;
  /** Absent for entries that last whole days. */
  readonly time?: string;
}

/** Turns the times of one calendar into those of its place. */
export class CalendarZone {
  private readonly zone: ICAL.Timezone | undefined;
  private readonly format: Intl.DateTimeFormat | undefined;

  /** `name` is the zone that the calendar says, or that most of its entries have. */
  constructor(
    calendar: ICAL.Component,
    readonly name: string | undefined,
  ) {
    this.zone = (name === undefined ? undefined : calendar.getTimeZoneByID(name)) ?? undefined;
    this.format = this.zone || name === undefined ? undefined : formatOf(name);
  }

  /** Times without a zone, and those of the calendar's own, stand as they are; others are turned into it where it is known. */
  wall(time: ICAL.Time): WallTime {
    const day = time.isDate ? text(time).slice(0, 10) : undefined;
    if (day !== undefined) return { day };
    const { tzid } = time.zone ?? {};
    const foreign = tzid !== undefined && tzid !== "floating" && tzid !== this.name;
    if (foreign && this.zone) return split(text(time.convertToZone(this.zone)));
    if (foreign && this.format && tzid === "UTC") return this.inFormat(time);
    return split(text(time));
  }

  /** By the zones that the platform knows, where the calendar names one and does not define it. */
  private inFormat(time: ICAL.Time): WallTime {
    const parts = new Map(
      this.format!.formatToParts(time.toJSDate()).map(({ type, value }) => [type, value]),
    );
    const [year, month, day] = [parts.get("year"), parts.get("month"), parts.get("day")];
    return { day: `${year}-${month}-${day}`, time: `${parts.get("hour")}:${parts.get("minute")}` };
  }
}

function formatOf(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat("en-CA", {
      timeZone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    });
  } catch {
    return undefined;
  }
}

/** `2024-05-14T09:00:00`, whatever the zone. */
function text({ year, month, day, hour, minute }: ICAL.Time): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}`;
}

function split(said: string): WallTime {
  return { day: said.slice(0, 10), time: said.slice(11, 16) };
}
