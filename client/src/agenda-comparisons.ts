import {
  CodeAction,
  CodeActionKind,
  type CodeActionProvider,
  commands,
  Diagnostic,
  DiagnosticSeverity,
  Disposable,
  type LogOutputChannel,
  l10n,
  languages,
  type Range,
  type TextDocument,
  window,
  workspace,
} from "vscode";
import {
  ACCEPT_AGENDA_REQUEST,
  type AcceptAgendaAnswer,
  type AcceptAgendaParams,
  AGENDA_CHANGES_REQUEST,
  type AgendaChangeItem,
  type AgendaChangesAnswer,
  type AgendaChangesParams,
  REPORT_LANGUAGE,
  type UnreadAgenda,
} from "../../server/src/lsp/protocol.js";
import { applyAnswer, workspaceEdit } from "./agenda-edits.js";
import { type AgendaSource, tellUnread } from "./agenda-source.js";
import type { ReportServer } from "./client.js";
import { toRange } from "./ranges.js";

/** How long the typing rests before a report is compared again. */
const DELAY_MS = 400;

/** A report that is compared with a programme, and how they differed when last asked. */
interface Comparison {
  readonly source: AgendaSource;
  changes: readonly AgendaChangeItem[];
  timer?: NodeJS.Timeout;
}

/** Reports that are compared with programmes: differences as diagnostics with fixes, until they are settled or the report is closed. */
export class AgendaComparisons implements CodeActionProvider, Disposable {
  private readonly open = new Map<TextDocument, Comparison>();
  private readonly diagnostics = languages.createDiagnosticCollection("trip-report-agenda");
  private readonly disposables: readonly Disposable[];

  constructor(
    private readonly server: ReportServer,
    private readonly log: LogOutputChannel,
  ) {
    this.disposables = [
      this.diagnostics,
      languages.registerCodeActionsProvider({ language: REPORT_LANGUAGE }, this, {
        providedCodeActionKinds: [CodeActionKind.QuickFix],
      }),
      workspace.onDidChangeTextDocument(({ document }) => this.later(document)),
      workspace.onDidCloseTextDocument((document) => this.stop(document)),
      window.onDidChangeActiveTextEditor(() => this.tellContext()),
    ];
  }

  dispose(): void {
    for (const { timer } of this.open.values()) clearTimeout(timer);
    Disposable.from(...this.disposables).dispose();
  }

  /** Compares a report with a programme from now on. Answers how they differ; undefined where the programme cannot be read. */
  async start(document: TextDocument, source: AgendaSource): Promise<AgendaChangesAnswer | undefined> {
    this.stop(document);
    const comparison: Comparison = { source, changes: [] };
    this.open.set(document, comparison);
    const answer = await this.compare(document, comparison);
    if (answer.kind === "changes") {
      this.tellContext();
      return answer;
    }
    this.stop(document);
    return tellUnread(source, answer);
  }

  /** Ends the comparison of a report. */
  stop(document: TextDocument): void {
    const comparison = this.open.get(document);
    if (!comparison) return;
    clearTimeout(comparison.timer);
    this.open.delete(document);
    this.diagnostics.delete(document.uri);
    this.tellContext();
  }

  /** Makes a report say what its programme says, in one step of undoing. */
  async acceptAll(document: TextDocument): Promise<void> {
    const comparison = this.open.get(document);
    if (!comparison) return;
    const params: AcceptAgendaParams = { ...paramsOf(document, comparison), added: false };
    const answer = await applyAnswer<UnreadAgenda>(document, () =>
      this.server.request<AcceptAgendaAnswer>(ACCEPT_AGENDA_REQUEST, params),
    );
    if (typeof answer !== "number") await tellUnread(comparison.source, answer);
  }

  provideCodeActions(document: TextDocument, range: Range): CodeAction[] {
    const comparison = this.open.get(document);
    if (!comparison) return [];
    const shown = this.diagnostics.get(document.uri) ?? [];
    const here = comparison.changes.filter(
      (change) => change.kind !== "added" && toRange(change.range).intersection(range),
    );
    const actions = here
      .filter(({ edits }) => edits.length > 0)
      .map(({ fix, edits, message }) => {
        const action = new CodeAction(fix, CodeActionKind.QuickFix);
        action.edit = workspaceEdit(document, edits);
        action.diagnostics = shown.filter((diagnostic) => diagnostic.message === message);
        return action;
      });
    if (here.length === 0) return [];
    return [
      ...actions,
      commandAction(l10n.t("Accept all changes of the agenda"), "tripReport.acceptAgendaChanges"),
      commandAction(l10n.t("Stop comparing with the agenda"), "tripReport.stopAgendaComparison"),
    ];
  }

  private later(document: TextDocument): void {
    const comparison = this.open.get(document);
    if (!comparison) return;
    // Edits of an older version must not be offered.
    comparison.changes = [];
    clearTimeout(comparison.timer);
    comparison.timer = setTimeout(() => {
      this.compare(document, comparison).catch((error: unknown) =>
        this.log.error("A report could not be compared with its agenda", String(error)),
      );
    }, DELAY_MS);
  }

  private async compare(document: TextDocument, comparison: Comparison): Promise<AgendaChangesAnswer> {
    const params: AgendaChangesParams = paramsOf(document, comparison);
    const answer = await this.server.request<AgendaChangesAnswer>(AGENDA_CHANGES_REQUEST, params);
    const current = this.open.get(document) === comparison;
    if (current && answer.kind === "changes" && answer.version === document.version) {
      comparison.changes = answer.changes;
      this.diagnostics.set(
        document.uri,
        answer.changes.filter(({ kind }) => kind !== "added").map(diagnosticOf),
      );
    }
    return answer;
  }

  private tellContext(): void {
    const document = window.activeTextEditor?.document;
    const compares = document !== undefined && this.open.has(document);
    void commands.executeCommand("setContext", "tripReport.comparesAgenda", compares);
  }
}

function paramsOf({ uri }: TextDocument, { source }: Comparison): AgendaChangesParams {
  const { content, fileName } = source;
  return { uri: uri.toString(), content, ...(fileName === undefined ? {} : { fileName }) };
}

function diagnosticOf({ range, message, kind }: AgendaChangeItem): Diagnostic {
  const found = new Diagnostic(toRange(range), message, DiagnosticSeverity.Information);
  found.source = "trip-report";
  found.code = `agenda-${kind}`;
  return found;
}

function commandAction(title: string, command: string): CodeAction {
  const action = new CodeAction(title, CodeActionKind.QuickFix);
  action.command = { title, command };
  return action;
}
