import type { Element } from "hast";
import { element, htmlOf } from "../publish/html-element.js";
import { bar, type Child, counted, facts, KIND_NAMES, linked, patterns, table, type View } from "./parts.js";
import { datesOf, UNTITLED } from "./report-html.js";
import type { ReportLine, ReportsOverview } from "./reports-overview.js";

/** The page's own heading. */
export const ALL_REPORTS = "All reports";

/** The overview of all reports as HTML, to be put into the body of a page; behind it further parts of the same page. */
export function reportsHtml(overview: ReportsOverview, view: View, further: readonly Element[] = []): string {
  const { reports, years, speakers, speakerCount, kinds, tags } = overview;
  const open = reports.reduce((sum, { followUps }) => sum + followUps, 0);
  const header = [
    element("h1", {}, [ALL_REPORTS]),
    facts([
      ["Reports", String(reports.length)],
      ["Talks", String(reports.reduce((sum, { talks }) => sum + talks, 0))],
      ["Speakers", String(speakerCount)],
      ["Follow-ups", `${open} open`],
    ]),
  ];
  const sections = [
    reportSection(reports, view),
    ...countSection(
      "Events by year",
      ["Year", "Events"],
      years.map(({ name, count }) => [name ?? "Without dates", count]),
    ),
    ...countSection(
      "Most heard speakers",
      ["Speaker", "Sessions"],
      speakers.map(({ name, affiliation, sessions }) => [
        affiliation === undefined ? name : `${name} (${affiliation})`,
        sessions,
      ]),
    ),
    ...countSection(
      "Tags",
      ["Tag", "Reports"],
      tags.map(({ name, count }) => [name ?? "", count]),
    ),
    ...countSection(
      "Sections by kind",
      ["Kind", "Sections"],
      kinds.map(({ name, count }) => [KIND_NAMES[name], count]),
    ),
  ];
  return [element("header", {}, header), patterns(), element("main", {}, [...sections, ...further])]
    .map(htmlOf)
    .join("\n");
}

function reportSection(reports: readonly ReportLine[], view: View): Element {
  if (reports.length === 0) return element("p", {}, ["No reports yet."]);
  return element("section", {}, [
    element("h2", {}, ["Reports"]),
    table(
      "Reports, the latest event first",
      ["Report", "Event", "Dates", "Talks", "Notes"],
      reports.map((report): Child[] => [
        linked(report.title ?? report.event ?? UNTITLED, { uri: report.uri, line: 0 }, view),
        report.event ?? "–",
        report.dates ? datesOf(report.dates) : "–",
        String(report.talks),
        notesOf(report).join(", ") || "–",
      ]),
    ),
  ]);
}

/** What is to be known of a report besides its talks. */
export function notesOf({ internal, redacted, followUps }: ReportLine): string[] {
  return [
    ...(internal > 0 ? [counted(internal, "internal comment")] : []),
    ...(redacted > 0 ? [`${redacted} redacted`] : []),
    ...(followUps > 0 ? [`${followUps} to do`] : []),
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
