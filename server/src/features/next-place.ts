import { allSections, type Report } from "../report/model.js";
import type { Span } from "../text/span.js";
import { isSession } from "./marking/session-at.js";

export type PlaceKind = "session" | "internal";

/**
 * The places that going on stops at: the headings of sessions, of all sections in a report without any; or the
 * openings of internal comments.
 */
export function placesOf({ sections, comments }: Report, what: PlaceKind): Span[] {
  if (what === "internal") return comments.map(({ open }) => open).sort((a, b) => a.from - b.from);
  const all = allSections(sections);
  const sessions = all.filter(isSession);
  return (sessions.length > 0 ? sessions : all).map(({ heading }) => heading);
}

/** The first place behind an offset, or the last one before it; undefined at the end. */
export function nextPlace(
  places: readonly Span[],
  offset: number,
  by: "next" | "previous",
): Span | undefined {
  return by === "next"
    ? places.find(({ from }) => from > offset)
    : places.findLast(({ from }) => from < offset);
}
