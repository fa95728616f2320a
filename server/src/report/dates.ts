import { l10n, type Message } from "../text/message.js";
import type { FrontMatterValue } from "./front-matter.js";
import type { EventDates } from "./model.js";

/** The dates of an event as the front matter gives them, or what is wrong with them. */
export interface ReadDates {
  readonly dates?: EventDates;
  readonly problem?: Message;
}

/** Reads `2017-03-29`, `2017-03-29/2017-03-30` and `{ start, end }`. Source: the format's section 2, ISO 8601. */
export function readDates(value: FrontMatterValue): ReadDates {
  const [start, end] = ends(value);
  if (start === undefined)
    return { problem: l10n.t("dates are 2017-03-29, 2017-03-29/2017-03-30, or a start and an end") };
  for (const day of [start, end ?? start]) {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return { problem: l10n.t("a date is written 2017-03-29") };
    if (!isIsoDate(day)) return { problem: l10n.t("there is no such day") };
  }
  if (end !== undefined && end < start) return { problem: l10n.t("the end is before the start") };
  return { dates: { start, end: end ?? start } };
}

function ends(value: FrontMatterValue): [string?, string?] {
  if (typeof value === "string") {
    const [start, end] = value.trim().split(/(?<![ \t])[ \t]+\/[ \t]*|\/[ \t]*/, 2);
    return end === undefined ? [start!] : [start!, end];
  }
  if (!(value instanceof Map)) return [];
  const [start, end] = [value.get("start"), value.get("end")];
  if (typeof start !== "string") return [];
  return typeof end === "string" ? [start, end] : [start];
}

/** Whether a text is a day that the calendar has, as `2017-03-29`. */
export function isIsoDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (year === undefined) return false;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
}
