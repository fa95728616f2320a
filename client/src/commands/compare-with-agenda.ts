import { commands, l10n, type TextDocument, window } from "vscode";
import { READ_AGENDA_REQUEST, type ReadAgendaAnswer } from "../../../server/src/lsp/protocol.js";
import { askSingle } from "../agenda-choice.js";
import { type AgendaSource, askAgenda } from "../agenda-source.js";
import type { ReportServer } from "../client.js";
import { activeReport } from "./active-report.js";
import type { CommandContext } from "./context.js";
import { importSessions } from "./import-agenda.js";

/** Shows how the active report and a programme differ. The programme is asked for unless the command is given a file. */
export function compareWithAgenda({ agendas, server }: CommandContext): (file?: unknown) => Promise<void> {
  return async (file) => {
    const report = await activeReport();
    const source = report && (await askAgenda(l10n.t("Compare with Agenda"), file));
    if (!report || !source) return;
    const answer = await agendas.start(report, source);
    if (answer?.kind !== "changes") return;
    const added = new Set(answer.changes.filter(({ kind }) => kind === "added").map(({ id }) => id));
    const others = answer.changes.filter(({ kind }) => kind !== "added").length;
    const [accept, show, insert] = [
      l10n.t("Accept All"),
      l10n.t("Show Problems"),
      l10n.t("Insert Sessions…"),
    ];
    const chosen = await window.showInformationMessage(
      summary(answer.known, others, added.size),
      ...(others > 0 ? [accept, show] : []),
      ...(added.size > 0 ? [insert] : []),
    );
    if (chosen === accept) await agendas.acceptAll(report);
    else if (chosen === show) await commands.executeCommand("workbench.actions.view.problems");
    else if (chosen === insert) await insertSessions(server, report, source, added);
  };
}

/** Asks which of the sessions that the report does not have it is to have. */
async function insertSessions(
  server: ReportServer,
  report: TextDocument,
  source: AgendaSource,
  added: ReadonlySet<string>,
): Promise<void> {
  const { content, fileName } = source;
  const agenda = await server.request<ReadAgendaAnswer>(READ_AGENDA_REQUEST, {
    content,
    ...(fileName === undefined ? {} : { fileName }),
  });
  if (agenda.kind !== "agenda") return;
  const sessions = agenda.sessions.filter(({ id }) => added.has(id));
  const chosen = await askSingle(l10n.t("Insert Sessions"), sessions);
  if (chosen && chosen.length > 0) await importSessions(server, source, chosen, report);
}

function summary(known: number, others: number, added: number): string {
  if (known === 0)
    return l10n.t("No session of the report is in the agenda. Import it first, or choose another.");
  const more = added > 0 ? ` ${l10n.t("{0} sessions of the agenda are not in the report.", added)}` : "";
  if (others === 0) return l10n.t("The report agrees with the agenda.") + more;
  return l10n.t("The report and the agenda differ in {0} places.", others) + more;
}

/** Accepts all that the programme of the active report says otherwise. */
export function acceptAgendaChanges({ agendas }: CommandContext): () => Promise<void> {
  return async () => {
    const report = await activeReport();
    if (report) await agendas.acceptAll(report);
  };
}

/** Ends the comparison of the active report with its programme. */
export function stopAgendaComparison({ agendas }: CommandContext): () => void {
  return () => {
    const document = window.activeTextEditor?.document;
    if (document) agendas.stop(document);
  };
}
