import { l10n, type TextDocument, window, workspace } from "vscode";
import {
  IMPORT_AGENDA_REQUEST,
  type ImportAgendaAnswer,
  type ImportAgendaParams,
  READ_AGENDA_REQUEST,
  REPORT_LANGUAGE,
  type ReadAgendaAnswer,
} from "../../../server/src/lsp/protocol.js";
import { askSessions } from "../agenda-choice.js";
import { applyAnswer } from "../agenda-edits.js";
import { type AgendaSource, askAgenda, tellUnread } from "../agenda-source.js";
import type { ReportServer } from "../client.js";
import { isReport } from "../language.js";
import type { CommandContext } from "./context.js";

/**
 * Puts chosen sessions of a programme into the active report, or into a new one. The programme is asked for unless the
 * command is given a file.
 */
export function importAgenda({ server }: CommandContext): (file?: unknown) => Promise<void> {
  return async (file) => {
    const title = l10n.t("Import Agenda");
    const active = window.activeTextEditor?.document;
    const report = active && isReport(active) ? active : undefined;
    const source = await askAgenda(title, file);
    if (!source) return;
    const { content, fileName } = source;
    const params = { content, ...(fileName === undefined ? {} : { fileName }) };
    const agenda = await server.request<ReadAgendaAnswer>(READ_AGENDA_REQUEST, params);
    if (agenda.kind !== "agenda") return tellUnread(source, agenda);
    const chosen = await askSessions(title, agenda.sessions);
    if (!chosen || chosen.length === 0) return;
    await importSessions(server, source, chosen, report);
    if (agenda.problems.length > 0) await tellProblems(source, agenda.problems);
  };
}

/** Puts sessions into a report, or opens a new one with them. */
export async function importSessions(
  server: ReportServer,
  source: AgendaSource,
  chosen: readonly string[],
  report: TextDocument | undefined,
): Promise<void> {
  const { content, fileName } = source;
  const params: ImportAgendaParams = {
    content,
    ...(fileName === undefined ? {} : { fileName }),
    chosen,
    ...(report ? { uri: report.uri.toString() } : {}),
  };
  const ask = () => server.request<ImportAgendaAnswer>(IMPORT_AGENDA_REQUEST, params);
  const answer = report ? await applyAnswer(report, ask) : await ask();
  if (typeof answer === "number") {
    if (answer === 0)
      void window.showInformationMessage(l10n.t("The report has all of these sessions already."));
  } else if (answer.kind === "report") {
    const document = await workspace.openTextDocument({ language: REPORT_LANGUAGE, content: answer.text });
    await window.showTextDocument(document);
  } else if (answer.kind === "refused")
    void window.showErrorMessage(l10n.t("The sessions cannot be inserted: {0}.", answer.reason));
  else if (answer.kind !== "edits") await tellUnread(source, answer);
}

async function tellProblems({ name }: AgendaSource, problems: readonly string[]): Promise<void> {
  const show = l10n.t("Show Them");
  const chosen = await window.showWarningMessage(
    l10n.t("{0} entries of {1} were left out.", problems.length, name),
    show,
  );
  if (chosen !== show) return;
  const content = problems.join("\n");
  await window.showTextDocument(await workspace.openTextDocument({ language: "plaintext", content }));
}
