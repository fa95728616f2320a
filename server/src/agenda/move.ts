import type { Analyser, Analysis } from "../analysis.js";
import { allSections, type Section } from "../report/model.js";
import type { TextEdit } from "../text/edit.js";
import { lineBreakOf } from "../text/line-break.js";
import type { Span } from "../text/span.js";
import type { AgendaSession } from "./agenda.js";
import { composeDay } from "./compose.js";
import { edited } from "./edited.js";
import { type DayGroup, NEAR, placeFor, separated } from "./places.js";

/**
 * The edits that move a section below the heading of another day, with all that stands in it. None where that would
 * change what anything means: a comment or a code block that reaches over the section's end, headings of a level that
 * does not fit.
 */
export function moveEdits(
  analysis: Analysis,
  analyser: Analyser,
  groups: readonly DayGroup[],
  section: Section,
  session: AgendaSession,
): TextEdit[] {
  const { content } = analysis.text;
  const place = placeFor(analysis, groups, session);
  if (section.level < place.level || (section.from < place.at && place.at < section.to)) return [];
  const lineBreak = lineBreakOf(content);
  const day = place.newDay ? composeDay(session.day, [], place.level - 1) : "";
  const head = day === "" ? "" : `${day}\n`.replaceAll("\n", lineBreak);
  const moved = content.slice(section.from, section.to);
  const ended = /(?:\r|\n)$/.test(moved) ? moved : moved + lineBreak;
  // What stands around it is what is left without the section.
  const near = (from: number, to: number) => content.slice(Math.max(from, to - NEAR), to);
  const isBehind = place.at >= section.to;
  const around = {
    before: isBehind ? (near(0, section.from) + near(section.to, place.at)).slice(-NEAR) : near(0, place.at),
    isLast: Math.max(place.at, section.to) >= content.length && place.at >= section.from,
  };
  const edits = [
    { from: section.from, to: section.to, insert: "" },
    { from: place.at, to: place.at, insert: separated(around, head + ended, lineBreak) },
  ];
  return isWhole(analysis, section, place.at) && isClosed(analysis, analyser, section, edits) ? edits : [];
}

/** Whether no comment and no hidden text reaches over an end of the section, or over the place that it moves to. */
function isWhole({ report }: Analysis, section: Span, place: number): boolean {
  if (report.strayCloses.length > 0) return false;
  const reachesOver = ({ from, to }: Span, offset: number) => from < offset && offset < to;
  return (
    report.comments.every(
      (comment) =>
        ![section.from, section.to, place].some((offset) => reachesOver(comment, offset)) &&
        !(comment.unclosed && comment.from < section.to && section.from < comment.to),
    ) &&
    report.hidden.every(
      (hidden) => ![section.from, section.to, place].some((offset) => reachesOver(hidden, offset)),
    )
  );
}

/**
 * Whether what stands in the section ends in it: a code block that nobody closed ends with the report, and so only the
 * last section can hold one. That is seen by reading the result again.
 */
function isClosed(
  analysis: Analysis,
  analyser: Analyser,
  section: Span,
  edits: readonly TextEdit[],
): boolean {
  if (section.to < analysis.text.length) return true;
  const headings = ({ report }: Analysis) => allSections(report.sections).length;
  return headings(edited(analysis, analyser, edits)) >= headings(analysis);
}
