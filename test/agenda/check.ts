import { expect } from "vitest";
import { acceptAll } from "../../server/src/agenda/accept.js";
import type { Agenda, AgendaSession } from "../../server/src/agenda/agenda.js";
import { readAgenda } from "../../server/src/agenda/read.js";
import { type AgendaChange, agendaChanges } from "../../server/src/agenda/sync.js";
import { Analyser } from "../../server/src/analysis.js";
import { DEFAULT_CONFIG, recognitionSettings } from "../../server/src/config.js";
import { applyEdits } from "../../server/src/text/edit.js";
import { inEnglish } from "../../server/src/text/message.js";

const analyser = new Analyser(recognitionSettings(DEFAULT_CONFIG));

/** How a report and an agenda differ. */
export function changesOf(text: string, agenda: Agenda): AgendaChange[] {
  return agendaChanges(analyser.analyse(text, "markdown"), agenda, analyser);
}

/** A report after all changes are accepted. */
export function accepted(text: string, agenda: Agenda): string {
  return applyEdits(
    text,
    acceptAll(analyser.analyse(text, "markdown"), agenda, analyser, () => true),
  );
}

/** The agenda of a text that is one. */
export function agendaIn(content: string, fileName?: string): Agenda {
  const reading = readAgenda(content, fileName);
  expect(reading.kind === "broken" ? inEnglish(reading.reason) : reading.kind).toBe("agenda");
  if (reading.kind !== "agenda") throw new Error("no agenda");
  return reading.agenda;
}

/** A session on one line: `id | kind | day start-end | room | track | title | speakers | url | cancelled`, empty parts left out. */
export function shownSession(session: AgendaSession): string {
  const { id, kind, day, start, end, room, track, title, speakers, url, cancelled } = session;
  const when = [day, [start, end].filter(Boolean).join("-")].filter(Boolean).join(" ");
  const people = speakers.map(({ name, role, affiliation }) =>
    [name, role, affiliation].filter(Boolean).join(", "),
  );
  return [id, kind, when, room, track, title, people.join("; "), url, cancelled && "cancelled"]
    .filter(Boolean)
    .join(" | ");
}

/** Checks the sessions of an agenda, and the entries that were left out. */
export function checkSessions(
  content: string,
  sessions: readonly string[],
  problems: readonly string[] = [],
): Agenda {
  const agenda = agendaIn(content);
  expect(agenda.sessions.map(shownSession)).toEqual(sessions);
  expect(agenda.problems.map(({ entry, reason }) => `${inEnglish(entry)}: ${inEnglish(reason)}`)).toEqual(
    problems,
  );
  return agenda;
}

/** Checks what a text is that is no agenda: the reason why it cannot be read, or `none`. */
export function checkNone(content: string, expected: string | RegExp, fileName?: string): void {
  const reading = readAgenda(content, fileName);
  const found = reading.kind === "broken" ? inEnglish(reading.reason) : reading.kind;
  if (typeof expected === "string") expect(found).toBe(expected);
  else expect(found).toMatch(expected);
}
