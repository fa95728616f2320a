import type { Agenda, AgendaReading } from "../../agenda/agenda.js";
import type { TextEdit } from "../../text/edit.js";
import { l10n, type Say } from "../../text/message.js";
import type { Feature, FeatureContext, OpenReport } from "../feature.js";
import {
  ACCEPT_AGENDA_REQUEST,
  type AcceptAgendaAnswer,
  type AcceptAgendaParams,
  AGENDA_CHANGES_REQUEST,
  type AgendaChangesAnswer,
  type AgendaChangesParams,
  type AgendaParams,
  IMPORT_AGENDA_REQUEST,
  type ImportAgendaAnswer,
  type ImportAgendaParams,
  READ_AGENDA_REQUEST,
  type ReadAgendaAnswer,
  type UnreadAgenda,
  type VersionedEdits,
} from "../protocol.js";
import { toRange, toTextEdit } from "../to-protocol.js";

/** Loads what reads programmes. */
export type AgendaAccess = () => Promise<{ readAgenda(content: string, fileName?: string): AgendaReading }>;

const loadAnswers = () => import("../../agenda/on-request.js");

/** Programmes of conferences: chosen from, put into reports, compared with them. */
export const agendas: Feature = (context) => {
  const { connection, answer, answerAll, settings, say } = context;
  const noReport: UnreadAgenda = { kind: "broken", reason: say(l10n.t("the document is no trip report")) };
  connection.onRequest<ReadAgendaAnswer, void>(READ_AGENDA_REQUEST, (params: AgendaParams) =>
    answerAll<ReadAgendaAnswer>("agenda", async () => {
      const read = await reading(context, params);
      return read.kind === "agenda" ? choices(read.agenda, say) : unread(read, say);
    }),
  );
  connection.onRequest<ImportAgendaAnswer, void>(IMPORT_AGENDA_REQUEST, (params: ImportAgendaParams) =>
    answerAll<ImportAgendaAnswer>("importing an agenda", async () => {
      const { uri, chosen } = params;
      const read = await reading(context, params);
      if (read.kind !== "agenda") return unread(read, say);
      const ids = new Set(chosen);
      if (uri === undefined) {
        const { config } = await settings.for("untitled:report");
        return { kind: "report", text: await newReport(read.agenda, ids, config.audiences[0]) };
      }
      return answer<ImportAgendaAnswer>("importing an agenda", uri, noReport, async (report) => {
        const { importEdits } = await loadAnswers();
        const result = importEdits(report.analysis, read.agenda, ids, report.analyser);
        if (result.kind === "refused") return { kind: "refused", reason: say(result.reason) };
        return { kind: "edits", ...versioned(report, result.edits) };
      });
    }),
  );
  connection.onRequest<AgendaChangesAnswer, void>(AGENDA_CHANGES_REQUEST, (params: AgendaChangesParams) =>
    answer<AgendaChangesAnswer>("agenda changes", params.uri, noReport, async (report) => {
      const read = await reading(context, params);
      return read.kind === "agenda" ? changes(report, read.agenda, say) : unread(read, say);
    }),
  );
  connection.onRequest<AcceptAgendaAnswer, void>(ACCEPT_AGENDA_REQUEST, (params: AcceptAgendaParams) =>
    answer<AcceptAgendaAnswer>("agenda changes", params.uri, noReport, async (report) => {
      const read = await reading(context, params);
      if (read.kind !== "agenda") return unread(read, say);
      const { acceptAll } = await loadAnswers();
      const { analysis, analyser } = report;
      const wanted = ({ kind }: { readonly kind: string }) => params.added || kind !== "added";
      return {
        kind: "edits",
        ...versioned(report, acceptAll(analysis, read.agenda, analyser, wanted)),
      };
    }),
  );
};

async function reading(
  { agendas: load }: FeatureContext,
  { content, fileName }: AgendaParams,
): Promise<AgendaReading> {
  if (!load) return { kind: "broken", reason: l10n.t("agendas cannot be read here") };
  return (await load()).readAgenda(content, fileName);
}

function unread(read: Exclude<AgendaReading, { kind: "agenda" }>, say: Say): UnreadAgenda {
  return read.kind === "broken" ? { kind: "broken", reason: say(read.reason) } : read;
}

function choices({ title, sessions, problems }: Agenda, say: Say): ReadAgendaAnswer {
  return {
    kind: "agenda",
    ...(title === undefined ? {} : { title }),
    sessions: sessions.map(({ id, title, kind, day, start, room, track, speakers }) => ({
      id,
      title,
      kind,
      ...(day === undefined ? {} : { day }),
      ...(start === undefined ? {} : { start }),
      ...(room === undefined ? {} : { room }),
      ...(track === undefined ? {} : { track }),
      speakers: speakers.map(({ name }) => name),
    })),
    problems: problems.map(({ entry, reason }) => `${say(entry)}: ${say(reason)}`),
  };
}

/** A report of nothing but a programme. */
async function newReport(
  agenda: Agenda,
  chosen: ReadonlySet<string>,
  audience: string | undefined,
): Promise<string> {
  const { agendaFacts, composeAgenda, escapeMarkdown } = await loadAnswers();
  const { frontMatterOf } = await import("../../drafts/front-matter.js");
  const { event, location, website } = agendaFacts(agenda);
  const title = event === undefined ? "Trip report" : `Trip report: ${event}`;
  const front = frontMatterOf({ title, event, location, dates: agenda.dates, audience, website });
  return `${front}\n# ${escapeMarkdown(title)}\n\n${composeAgenda(agenda, chosen)}`;
}

async function changes(
  { analysis, analyser, text, version }: OpenReport,
  agenda: Agenda,
  say: Say,
): Promise<AgendaChangesAnswer> {
  const { agendaChanges, sessionSections } = await loadAnswers();
  const found = agendaChanges(analysis, agenda, analyser);
  const ids = new Set(agenda.sessions.map(({ id }) => id));
  const known = [...sessionSections(analysis).keys()].filter((id) => ids.has(id)).length;
  return {
    kind: "changes",
    version,
    known,
    changes: found.map((change) => ({
      kind: change.kind,
      id: change.id,
      message: say(change.message),
      fix: say(change.fix),
      range: toRange(text, change),
      // New sessions are chosen and imported.
      edits: change.kind === "added" ? [] : change.edits.map((edit) => toTextEdit(text, edit)),
    })),
  };
}

function versioned({ text, version }: OpenReport, edits: readonly TextEdit[]): VersionedEdits {
  return { version, edits: edits.map((edit) => toTextEdit(text, edit)) };
}
