import type { Element } from "hast";
import { element, htmlOf } from "../publish/html-element.js";
import { aboutKind } from "../report/kind-table.js";
import { l10n, type Say } from "../text/message.js";
import { bar, type Child, counted, facts, leftOver, linked, patterns, table, type View } from "./parts.js";
import { datesOf, UNTITLED } from "./report-html.js";
import type { ReportLine, ReportsOverview } from "./reports-overview.js";

/** The page's own heading. */
export const ALL_REPORTS = l10n.t("All reports");

/** The overview of all reports as HTML, to be put into the body of a page; behind it further parts of the same page. */
export function reportsHtml(overview: ReportsOverview, view: View, further: readonly Element[] = []): string {
  const { reports, years, speakers, speakerCount, kinds, tags } = overview;
  const { say } = view;
  const open = reports.reduce((sum, { followUps }) => sum + followUps, 0);
  const header = [
    element("h1", {}, [say(ALL_REPORTS)]),
    facts([
      [say(l10n.t("Reports")), String(reports.length)],
      [say(l10n.t("Talks")), String(reports.reduce((sum, { talks }) => sum + talks, 0))],
      [say(l10n.t("Speakers")), String(speakerCount)],
      [say(l10n.t("Follow-ups")), say(l10n.t("{0} open", open))],
    ]),
  ];
  const sections = [
    reportSection(reports, view),
    ...countSection(
      say(l10n.t("Events by year")),
      [say(l10n.t("Year")), say(l10n.t("Events"))],
      years.map(({ name, count }) => [name ?? say(l10n.t("Without dates")), count]),
    ),
    ...countSection(
      say(l10n.t("Most heard speakers")),
      [say(l10n.t("Speaker")), say(l10n.t("Sessions"))],
      speakers.map(({ name, affiliation, sessions }) => [
        affiliation === undefined ? name : `${name} (${affiliation})`,
        sessions,
      ]),
    ),
    ...countSection(
      say(l10n.t("Tags")),
      [say(l10n.t("Tag")), say(l10n.t("Reports"))],
      tags.map(({ name, count }) => [name ?? "", count]),
    ),
    ...countSection(
      say(l10n.t("Sections by kind")),
      [say(l10n.t("Kind")), say(l10n.t("Sections"))],
      kinds.map(({ name, count }) => [say(aboutKind(name).name), count]),
    ),
  ];
  return [element("header", {}, header), patterns(), element("main", {}, [...sections, ...further])]
    .map(htmlOf)
    .join("\n");
}

function reportSection(reports: readonly ReportLine[], view: View): Element {
  const { say } = view;
  if (reports.length === 0) return element("p", {}, [say(l10n.t("No reports yet."))]);
  return element("section", {}, [
    element("h2", {}, [say(l10n.t("Reports"))]),
    table(
      say(l10n.t("Reports, the latest event first")),
      [
        say(l10n.t("Report")),
        say(l10n.t("Event")),
        say(l10n.t("Dates")),
        say(l10n.t("Talks")),
        say(l10n.t("Notes")),
      ],
      reports.map((report): Child[] => [
        linked(report.title ?? report.event ?? say(UNTITLED), { uri: report.uri, line: 0 }, view),
        report.event ?? "–",
        report.dates ? datesOf(report.dates) : "–",
        String(report.talks),
        notesOf(report, say).join(", ") || "–",
      ]),
    ),
  ]);
}

/** What is to be known of a report besides its talks. */
export function notesOf({ internal, redacted, followUps }: ReportLine, say: Say): string[] {
  return [
    ...(internal > 0 ? [say(counted(internal, "internal comment"))] : []),
    ...leftOver({ redacted, followUps }, say),
  ];
}

function countSection(
  title: string,
  columns: readonly [string, string],
  rows: readonly (readonly [name: string, count: number])[],
): Element[] {
  if (rows.length === 0) return [];
  const most = Math.max(...rows.map(([, count]) => count));
  return [
    element("section", {}, [
      element("h2", {}, [title]),
      table(
        title,
        columns,
        rows.map(([name, count]) => [name, bar(count, most)]),
      ),
    ]),
  ];
}
