import type { Analysis } from "../analysis.js";
import { bodyEnd } from "../features/outline.js";
import type { Person, Section } from "../report/model.js";
import type { Span } from "../text/span.js";
import type { Text } from "../text/text.js";

/** A report as `outline --format json` prints it; lines are 1-based, absent values left out. */
export function outlineJson(file: string, { report, text }: Analysis): object {
  const { title, event, location, dates, authors, audience, sections } = report;
  return {
    file,
    title: title?.text,
    event,
    location,
    dates,
    authors: authors.map(person),
    audience,
    sections: sections.map((section) => sectionJson(section, text)),
    markers: markers(report, text),
  };
}

function sectionJson(section: Section, text: Text): object {
  const { kind, title, level, day, time, speakers, children } = section;
  return {
    kind,
    title,
    level,
    ...lines({ from: section.heading.from, to: bodyEnd(section, text.content) }, text),
    day,
    time,
    speakers: speakers.map(person),
    children: children.map((child) => sectionJson(child, text)),
  };
}

function person({ name, affiliation, role }: Person): object {
  return { name, affiliation, role };
}

function markers({ comments, redacted, followUps }: Analysis["report"], text: Text): object[] {
  const all = [
    ...comments.map(({ form, audience, ...span }) => ({
      type: "internal",
      form,
      audience,
      ...lines(span, text),
      at: span.from,
    })),
    ...redacted.map((span) => ({ type: "redacted", ...lines(span, text), at: span.from })),
    ...followUps.map((span) => ({ type: "followup", ...lines(span, text), at: span.from })),
  ];
  return all.sort((a, b) => a.at - b.at).map(({ at, ...marker }) => marker);
}

function lines({ from, to }: Span, text: Text): { line: number; endLine: number } {
  return { line: text.lineAt(from) + 1, endLine: text.lineAt(Math.max(from, to)) + 1 };
}
