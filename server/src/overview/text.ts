import { counted, KIND_NAMES, percent } from "./parts.js";
import { datesOf, dayName, notesOf, UNTITLED } from "./report-html.js";
import type { ReportOverview } from "./report-overview.js";
import { ALL_REPORTS, notesOf as reportNotes } from "./reports-html.js";
import type { Counted, ReportsOverview } from "./reports-overview.js";

/** The overview of a report as text, to be read line by line. */
export function reportText(overview: ReportOverview): string {
  const { title, event, dates, location, words, internal, internalWords, redacted, days, followUps } =
    overview;
  return lines([
    title ?? event ?? UNTITLED,
    [event, dates && datesOf(dates), location].filter((fact) => fact !== undefined).join(", "),
    `${counted(words, "word")}, ${counted(internal, "internal comment")} with ${percent(internalWords, words)} of them, ${counted(redacted, "redacted marker")}.`,
    ...days.flatMap((day) => [
      "",
      dayName(day, days.length === 1),
      ...day.sessions.map((session) => {
        const { time, kind, speakers } = session;
        const head = `${time === undefined ? "" : `${time} `}${KIND_NAMES[kind]}: ${session.title}`;
        const by = speakers.length > 0 ? ` (${speakers.join(", ")})` : "";
        return `- ${head}${by}: ${[counted(session.words, "word"), ...notesOf(session)].join(", ")}`;
      }),
    ]),
    ...(followUps.length > 0
      ? ["", "Follow-ups", ...followUps.map(({ text, done }) => `- ${done ? "Done" : "Open"}: ${text}`)]
      : []),
  ]);
}

/** The overview of all reports as text. */
export function reportsText({ reports, years, speakers, kinds, tags }: ReportsOverview): string {
  const list = (title: string, found: readonly Counted[], none = "") =>
    found.length === 0 ? [] : ["", title, ...found.map(({ name, count }) => `- ${name ?? none}: ${count}`)];
  return lines([
    `${ALL_REPORTS}: ${reports.length}`,
    ...reports.map((report) => {
      const { title, event, dates, talks } = report;
      const about = [event, dates && datesOf(dates)].filter((fact) => fact !== undefined).join(", ");
      const notes = [counted(talks, "talk"), ...reportNotes(report)].join(", ");
      return `- ${title ?? event ?? UNTITLED}${about === "" ? "" : ` (${about})`}: ${notes}`;
    }),
    ...list("Events by year", years, "Without dates"),
    ...list(
      "Most heard speakers, by sessions",
      speakers.map(({ name, sessions }) => ({ name, count: sessions })),
    ),
    ...list("Tags, by reports", tags),
    ...list(
      "Sections by kind",
      kinds.map(({ name, count }) => ({ name: KIND_NAMES[name], count })),
    ),
  ]);
}

/** Each of the lines as one, whatever a title holds. */
function lines(all: readonly string[]): string {
  return `${all.map((line) => line.replace(/[\r\n]+/g, " ")).join("\n")}\n`;
}
