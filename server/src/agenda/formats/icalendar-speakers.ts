import type ICAL from "ical.js";
import { readHeading } from "../../report/heading-text.js";
import { type FoundPerson, readPeople } from "../../report/people.js";
import { readLine } from "../../report/speaker-lines.js";
import type { AgendaSpeaker } from "../agenda.js";
import { descriptionLines, oneLine } from "../values.js";

/** Lines of a description that are looked at for speakers. */
const MAX_LINES = 12;

/** An entry's title and speakers. iCalendar has no field for speakers: title, description, then attendees tell. */
export function titleAndSpeakers(component: ICAL.Component): {
  readonly title: string | undefined;
  readonly speakers: readonly AgendaSpeaker[];
} {
  const summary = oneLine(component.getFirstPropertyValue("summary"));
  const below = describedSpeakers(descriptionLines(component.getFirstPropertyValue("description")));
  const heading = summary === undefined ? undefined : readHeading(summary);
  const named = heading?.speakers?.firm ? heading.speakers : undefined;
  const likely = named && (below.length === 0 || agrees(named.people, below));
  if (summary !== undefined && named && likely) {
    const title = summary
      .slice(named.from, named.to)
      .replace(/(?<![\s:|,–—-])[\s:|,–—-]+$/u, "")
      .trim();
    if (title !== "" && named.place !== "whole")
      return { title, speakers: below.length > 0 ? below : named.people.map(speakerOf) };
  }
  return { title: summary, speakers: below.length > 0 ? below : attendees(component) };
}

/** Whether a line below the title names one of those that the title seems to name. */
function agrees(named: readonly FoundPerson[], below: readonly AgendaSpeaker[]): boolean {
  return named.some(({ name }) => below.some((other) => other.name.toLowerCase() === name.toLowerCase()));
}

/** `Speaker: Ada Lovelace (Acme)` and `Presented by …` among the first lines of a description. */
function describedSpeakers(lines: readonly string[]): AgendaSpeaker[] {
  for (const text of lines.slice(0, MAX_LINES)) {
    const read = readLine({ text, style: "plain", nested: false, last: true });
    if (read?.kind === "field" && read.firm) return read.people.map(speakerOf);
  }
  return [];
}

/** Attendees and the organiser, where a name is beyond doubt one of a person. */
function attendees(component: ICAL.Component): AgendaSpeaker[] {
  const properties = [...component.getAllProperties("attendee"), ...component.getAllProperties("organizer")];
  return properties.slice(0, 10).flatMap((property) => {
    const name = oneLine(property.getFirstParameter("cn"));
    const people = name === undefined ? undefined : readPeople(name);
    return people?.certainty === "known" ? people.people.map(speakerOf) : [];
  });
}

function speakerOf({ name, affiliation, role }: FoundPerson): AgendaSpeaker {
  return {
    name,
    ...(affiliation === undefined ? {} : { affiliation }),
    ...(role === undefined ? {} : { role }),
  };
}
