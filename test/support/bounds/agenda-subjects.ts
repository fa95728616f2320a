import { acceptAll } from "../../../server/src/agenda/accept.js";
import type { Agenda } from "../../../server/src/agenda/agenda.js";
import { composeAgenda } from "../../../server/src/agenda/compose.js";
import { importEdits } from "../../../server/src/agenda/import.js";
import { readAgenda } from "../../../server/src/agenda/read.js";
import { agendaChanges } from "../../../server/src/agenda/sync.js";
import { Analyser, type Analysis } from "../../../server/src/analysis.js";
import { DEFAULT_CONFIG, recognitionSettings } from "../../../server/src/config.js";
import type { Subject } from "./subject.js";

const analyser = new Analyser(recognitionSettings(DEFAULT_CONFIG));

/** Something done with an agenda and the report that was made of it. */
function ofAgenda(use: (agenda: Agenda, report: Analysis) => unknown): Subject {
  return {
    prepare(text) {
      const reading = readAgenda(text);
      if (reading.kind !== "agenda") return () => undefined;
      const { agenda } = reading;
      const report = analyser.analyse(`# A\n\n${composeAgenda(agenda)}`, "markdown");
      return () => use(agenda, report);
    },
  };
}

/** The same agenda with everything in it changed. */
function changed(agenda: Agenda): Agenda {
  const sessions = agenda.sessions.map((session) => ({
    ...session,
    title: `New: ${session.title}`,
    day: "2024-05-20",
    start: "17:00",
    room: "Pier",
    speakers: [{ name: "Anna Example" }],
  }));
  return { ...agenda, sessions };
}

/** The ways an agenda goes, by name. */
export const agendaSubjects: Readonly<Record<string, Subject>> = {
  "read an agenda": { prepare: (text) => () => readAgenda(text) },
  "compose an agenda": ofAgenda((agenda) => composeAgenda(agenda)),
  "import an agenda": ofAgenda((agenda) =>
    importEdits(
      analyser.analyse("# A\n", "markdown"),
      agenda,
      new Set(agenda.sessions.map(({ id }) => id)),
      analyser,
    ),
  ),
  "compare with an agenda": ofAgenda((agenda, report) => agendaChanges(report, changed(agenda), analyser)),
  "accept an agenda": ofAgenda((agenda, report) => acceptAll(report, changed(agenda), analyser, () => true)),
};
