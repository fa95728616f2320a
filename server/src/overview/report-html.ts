import type { Element } from "hast";
import { element, htmlOf } from "../publish/html-element.js";
import { aboutKind } from "../report/kind-table.js";
import { l10n, type Say } from "../text/message.js";
import {
  bar,
  type Child,
  counted,
  facts,
  leftOver,
  linked,
  patterns,
  percent,
  table,
  type View,
} from "./parts.js";
import type { DayOverview, FollowUpOverview, ReportOverview, SessionOverview } from "./report-overview.js";
import { timeline } from "./timeline.js";

/** What a report without a title is called. */
export const UNTITLED = l10n.t("Untitled report");

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
  const { say } = view;
  const most = Math.max(0, ...days.flatMap(({ sessions }) => sessions.map(({ words }) => words)));
  const heading = `h${level + 1}`;
  return {
    header: [element(`h${level}`, {}, [title ?? event ?? say(UNTITLED)]), facts(factsOf(overview, say))],
    sections: [
      ...(overview.internalWords > 0
        ? [
            element("p", { className: ["legend"] }, [
              say(l10n.t("The hatched part of a bar is words in internal comments.")),
            ]),
          ]
        : []),
      ...days.map((day) =>
        element("section", {}, [
          element(heading, {}, [dayName(day, days.length === 1, say)]),
          ...dayParts(day, most, days.length === 1, view),
        ]),
      ),
      ...(days.length === 0 ? [element("p", {}, [say(l10n.t("No sections yet."))])] : []),
      ...(followUps.length > 0
        ? [
            element("section", {}, [
              element(heading, {}, [say(l10n.t("Follow-ups"))]),
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

function factsOf(overview: ReportOverview, say: Say): (readonly [string, Child])[] {
  const { event, location, dates, words, internalWords, internal, redacted, days, audience, withheld } =
    overview;
  const sessions = days.flatMap((day) => day.sessions);
  const empty = sessions.filter(({ isEmpty }) => isEmpty).length;
  const open = overview.followUps.filter(({ done }) => !done).length;
  return [
    ...(event === undefined ? [] : [[say(l10n.t("Event")), event] as const]),
    ...(dates ? [[say(l10n.t("Dates")), datesOf(dates)] as const] : []),
    ...(location === undefined ? [] : [[say(l10n.t("Location")), location] as const]),
    [say(l10n.t("For")), audience],
    [
      say(l10n.t("Sections")),
      empty > 0
        ? say(l10n.t("{0}, {1} empty", [counted(sessions.length, "section")], empty))
        : say(counted(sessions.length, "section")),
    ],
    [say(l10n.t("Words")), String(words)],
    ...(withheld
      ? [
          [
            say(l10n.t("Left out")),
            withheld.comments === 0
              ? say(l10n.t("nothing"))
              : say(
                  l10n.t(
                    "{0}, {1} of the words",
                    [counted(withheld.comments, "internal comment")],
                    percent(withheld.words, words + withheld.words),
                  ),
                ),
          ] as const,
        ]
      : []),
    ...(withheld && internal === 0
      ? []
      : [
          [
            say(l10n.t("Internal")),
            say(
              l10n.t("{0}, {1} of the words", [counted(internal, "comment")], percent(internalWords, words)),
            ),
          ] as const,
        ]),
    [say(l10n.t("Redacted")), say(counted(redacted, "marker"))],
    [say(l10n.t("Follow-ups")), say(l10n.t("{0} open, {1} done", open, overview.followUps.length - open))],
  ];
}

/** `2024-05-14`, `2024-05-14 – 2024-05-15` */
export function datesOf({ start, end }: { readonly start: string; readonly end: string }): string {
  return start === end ? start : `${start} – ${end}`;
}

function dayParts(day: DayOverview, most: number, isOnly: boolean, view: View): Element[] {
  const { say } = view;
  const name = dayName(day, isOnly, say);
  const chart = timeline(day, name, say);
  return [
    ...(chart ? [chart] : []),
    table(
      say(l10n.t("{0}: sections by time, with the words written in each", name)),
      [
        say(l10n.t("Time")),
        say(l10n.t("Section")),
        say(l10n.t("Kind")),
        say(l10n.t("Speakers")),
        say(l10n.t("Words")),
        say(l10n.t("Notes")),
      ],
      day.sessions.map((session) => row(session, most, view)),
      1,
    ),
  ];
}

/** What a day is called: its name and date, where it has them. */
export function dayName({ name, date }: DayOverview, isOnly: boolean, say: Say): string {
  if (name === undefined) return say(isOnly ? l10n.t("All sections") : l10n.t("Without a day"));
  return date === undefined || date === name ? name : `${name}, ${date}`;
}

function row(session: SessionOverview, most: number, view: View): Child[] {
  const { time, title, kind, line, speakers, words, internalWords } = session;
  return [
    time === undefined ? "–" : element("time", { dateTime: time }, [time]),
    linked(title, { line }, view),
    view.say(aboutKind(kind).name),
    speakers.length > 0 ? speakers.join(", ") : "–",
    bar(words, most, internalWords),
    notesOf(session, view.say).join(", ") || "–",
  ];
}

/** What is to be known of a section besides its words. */
export function notesOf(session: SessionOverview, say: Say): string[] {
  const { isEmpty, internal, internalWords, redacted, followUps } = session;
  return [
    ...(isEmpty ? [say(l10n.t("empty"))] : []),
    ...(internal > 0 ? [say(l10n.t("{0} internal ({1})", internal, [counted(internalWords, "word")]))] : []),
    ...leftOver({ redacted, followUps }, say),
  ];
}

function followUp({ text, owner, done, line }: FollowUpOverview, view: View): Element {
  return element("li", {}, [
    `${view.say(done ? l10n.t("Done") : l10n.t("Open"))}: `,
    linked(text, { line }, view),
    ...(owner === undefined || text.includes(`@${owner}`) ? [] : [` (${owner})`]),
  ]);
}
