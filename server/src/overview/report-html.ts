import type { Element } from "hast";
import { element, htmlOf } from "../publish/html-element.js";
import {
  bar,
  type Child,
  counted,
  facts,
  KIND_NAMES,
  linked,
  patterns,
  percent,
  table,
  type View,
} from "./parts.js";
import type { DayOverview, FollowUpOverview, ReportOverview, SessionOverview } from "./report-overview.js";
import { timeline } from "./timeline.js";

/** What a report without a title is called. */
export const UNTITLED = "Untitled report";

/** The overview of a report as HTML, to be put into the body of a page. Everything of the report's is escaped. */
export function reportHtml(overview: ReportOverview, view: View): string {
  const { header, sections } = reportParts(overview, view, 1);
  return [element("header", {}, header), patterns(), element("main", {}, sections)].map(htmlOf).join("\n");
}

/** The overview of a report as parts of a page; `level` is that of its own heading. */
export function reportParts(
  overview: ReportOverview,
  view: View,
  level: 1 | 2,
): { readonly header: Element[]; readonly sections: Element[] } {
  const { days, followUps, title, event } = overview;
  const most = Math.max(0, ...days.flatMap(({ sessions }) => sessions.map(({ words }) => words)));
  const heading = `h${level + 1}`;
  return {
    header: [element(`h${level}`, {}, [title ?? event ?? UNTITLED]), facts(factsOf(overview))],
    sections: [
      ...days.map((day) =>
        element("section", {}, [
          element(heading, {}, [dayName(day, days.length === 1)]),
          ...dayParts(day, most, days.length === 1, view),
        ]),
      ),
      ...(days.length === 0 ? [element("p", {}, ["No sections yet."])] : []),
      ...(followUps.length > 0
        ? [
            element("section", {}, [
              element(heading, {}, ["Follow-ups"]),
              element(
                "ul",
                { className: ["follow-ups"] },
                followUps.map((found) => followUp(found, view)),
              ),
            ]),
          ]
        : []),
    ],
  };
}

function factsOf(overview: ReportOverview): (readonly [string, Child])[] {
  const { event, location, dates, words, internalWords, internal, redacted, days, audience, withheld } =
    overview;
  const sessions = days.flatMap((day) => day.sessions);
  const empty = sessions.filter(({ isEmpty }) => isEmpty).length;
  const open = overview.followUps.filter(({ done }) => !done).length;
  return [
    ...(event === undefined ? [] : [["Event", event] as const]),
    ...(dates ? [["Dates", datesOf(dates)] as const] : []),
    ...(location === undefined ? [] : [["Location", location] as const]),
    ["For", audience],
    ["Sections", counted(sessions.length, "section") + (empty > 0 ? `, ${empty} empty` : "")],
    ["Words", String(words)],
    ...(withheld
      ? [
          [
            "Left out",
            withheld.comments === 0
              ? "nothing"
              : `${counted(withheld.comments, "internal comment")}, ${percent(withheld.words, words + withheld.words)} of the words`,
          ] as const,
        ]
      : []),
    ...(withheld && internal === 0
      ? []
      : [
          [
            "Internal",
            `${counted(internal, "comment")}, ${percent(internalWords, words)} of the words`,
          ] as const,
        ]),
    ["Redacted", counted(redacted, "marker")],
    ["Follow-ups", `${open} open, ${overview.followUps.length - open} done`],
  ];
}

/** `2024-05-14`, `2024-05-14 – 2024-05-15` */
export function datesOf({ start, end }: { readonly start: string; readonly end: string }): string {
  return start === end ? start : `${start} – ${end}`;
}

function dayParts(day: DayOverview, most: number, isOnly: boolean, view: View): Element[] {
  const name = dayName(day, isOnly);
  const chart = timeline(day, name);
  return [
    ...(chart ? [chart] : []),
    table(
      `${name}: sections by time, with the words written in each`,
      ["Time", "Section", "Kind", "Speakers", "Words", "Notes"],
      day.sessions.map((session) => row(session, most, view)),
      1,
    ),
  ];
}

/** What a day is called: its name and date, where it has them. */
export function dayName({ name, date }: DayOverview, isOnly: boolean): string {
  if (name === undefined) return isOnly ? "All sections" : "Without a day";
  return date === undefined || date === name ? name : `${name}, ${date}`;
}

function row(session: SessionOverview, most: number, view: View): Child[] {
  const { time, title, kind, line, speakers, words, internalWords } = session;
  return [
    time === undefined ? "–" : element("time", { dateTime: time }, [time]),
    linked(title, { line }, view),
    KIND_NAMES[kind],
    speakers.length > 0 ? speakers.join(", ") : "–",
    bar(words, most, internalWords),
    notesOf(session).join(", ") || "–",
  ];
}

/** What is to be known of a section besides its words. */
export function notesOf({
  isEmpty,
  internal,
  internalWords,
  redacted,
  followUps,
}: SessionOverview): string[] {
  return [
    ...(isEmpty ? ["empty"] : []),
    ...(internal > 0 ? [`${internal} internal (${counted(internalWords, "word")})`] : []),
    ...(redacted > 0 ? [`${redacted} redacted`] : []),
    ...(followUps > 0 ? [`${followUps} to do`] : []),
  ];
}

function followUp({ text, owner, done, line }: FollowUpOverview, view: View): Element {
  return element("li", {}, [
    done ? "Done: " : "Open: ",
    linked(text, { line }, view),
    ...(owner === undefined || text.includes(`@${owner}`) ? [] : [` (${owner})`]),
  ]);
}
