import { aboutKind } from "../report/kind-table.js";
import { inEnglish, l10n, type Say } from "../text/message.js";
import { counted, percent } from "./parts.js";
import { datesOf, dayName, notesOf, UNTITLED } from "./report-html.js";
import type { ReportOverview } from "./report-overview.js";
import { ALL_REPORTS, notesOf as reportNotes } from "./reports-html.js";
import type { Counted, ReportsOverview } from "./reports-overview.js";

/** The overview of a report as text, to be read line by line. */
export function reportText(overview: ReportOverview, say: Say = inEnglish): string {
  const { title, event, dates, location, words, internal, internalWords, redacted, days, followUps } =
    overview;
  return lines([
    title ?? event ?? say(UNTITLED),
    [event, dates && datesOf(dates), location].filter((fact) => fact !== undefined).join(", "),
    say(
      l10n.t(
        "{0}, {1} with {2} of them, {3}.",
        [counted(words, "word")],
        [counted(internal, "internal comment")],
        percent(internalWords, words),
        [counted(redacted, "redacted marker")],
      ),
    ),
    ...days.flatMap((day) => [
      "",
      dayName(day, days.length === 1, say),
      ...day.sessions.map((session) => {
        const { time, kind, speakers } = session;
        const head = `${time === undefined ? "" : `${time} `}${say(aboutKind(kind).name)}: ${session.title}`;
        const by = speakers.length > 0 ? ` (${speakers.join(", ")})` : "";
        return `- ${head}${by}: ${[say(counted(session.words, "word")), ...notesOf(session, say)].join(", ")}`;
      }),
    ]),
    ...(followUps.length > 0
      ? [
          "",
          say(l10n.t("Follow-ups")),
          ...followUps.map(({ text, done }) => `- ${say(done ? l10n.t("Done") : l10n.t("Open"))}: ${text}`),
        ]
      : []),
  ]);
}

/** The overview of all reports as text. */
export function reportsText(
  { reports, years, speakers, kinds, tags }: ReportsOverview,
  say: Say = inEnglish,
): string {
  const list = (title: string, found: readonly Counted[], none = "") =>
    found.length === 0 ? [] : ["", title, ...found.map(({ name, count }) => `- ${name ?? none}: ${count}`)];
  return lines([
    `${say(ALL_REPORTS)}: ${reports.length}`,
    ...reports.map((report) => {
      const { title, event, dates, talks } = report;
      const about = [event, dates && datesOf(dates)].filter((fact) => fact !== undefined).join(", ");
      const notes = [say(counted(talks, "talk")), ...reportNotes(report, say)].join(", ");
      return `- ${title ?? event ?? say(UNTITLED)}${about === "" ? "" : ` (${about})`}: ${notes}`;
    }),
    ...list(say(l10n.t("Events by year")), years, say(l10n.t("Without dates"))),
    ...list(
      say(l10n.t("Most heard speakers, by sessions")),
      speakers.map(({ name, sessions }) => ({ name, count: sessions })),
    ),
    ...list(say(l10n.t("Tags, by reports")), tags),
    ...list(
      say(l10n.t("Sections by kind")),
      kinds.map(({ name, count }) => ({ name: say(aboutKind(name).name), count })),
    ),
  ]);
}

/** Each of the lines as one, whatever a title holds. */
function lines(all: readonly string[]): string {
  return `${all.map((line) => line.replace(/[\r\n]+/g, " ")).join("\n")}\n`;
}
