import {
  type Diagnostic,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
} from "vscode-languageserver";
import { diagnostics } from "../../features/diagnostics.js";
import type { Feature, FeatureContext, OpenReport } from "../feature.js";
import { toDiagnostic } from "../to-protocol.js";

/** How long the typing must rest before findings are pushed to a client that cannot ask for them. */
const PUSH_DELAY_MS = 150;

/** Findings by pull where the client can ask, else pushed after changes. */
export const documentDiagnostics: Feature = (context) =>
  context.client.textDocument?.diagnostic ? pull(context) : push(context);

function pull(context: FeatureContext) {
  const { connection, answer, onDidChangeSettings, client } = context;
  let generation = 0;
  onDidChangeSettings(() => {
    generation++;
    if (client.workspace?.diagnostics?.refreshSupport) void connection.languages.diagnostics.refresh();
  });
  const nothing: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };
  connection.languages.diagnostics.on(({ textDocument: { uri }, previousResultId }) =>
    answer<DocumentDiagnosticReport>("diagnostics", uri, nothing, async (report) => {
      const resultId = `${generation}.${report.version}`;
      if (previousResultId === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
      return { kind: DocumentDiagnosticReportKind.Full, resultId, items: await items(context, report) };
    }),
  );
  return { diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false } };
}

function push(context: FeatureContext) {
  const { connection, store, onDidChange, onDidChangeSettings } = context;
  const waiting = new Map<string, NodeJS.Timeout>();
  const send = async (uri: string) => {
    waiting.delete(uri);
    // A closed document, or one that is no report, has no findings: what was shown for it goes.
    const found = await context
      .answer<Diagnostic[]>("diagnostics", uri, [], (report) => items(context, report))
      .catch(() => []);
    const version = store.get(uri)?.version;
    await connection.sendDiagnostics({
      uri,
      ...(version === undefined ? {} : { version }),
      diagnostics: found,
    });
  };
  const later = (uri: string) => {
    clearTimeout(waiting.get(uri));
    waiting.set(
      uri,
      setTimeout(() => void send(uri), PUSH_DELAY_MS),
    );
  };
  onDidChange(later);
  onDidChangeSettings(() => {
    for (const { uri } of store.all()) later(uri);
  });
  return {};
}

async function items(
  { connection, docs, credentials }: FeatureContext,
  report: OpenReport,
): Promise<Diagnostic[]> {
  const { analysis, config } = report;
  const onCrash = (rule: string, error: unknown) =>
    connection.console.error(`rule ${rule}: ${String(error)}`);
  const found = config.rules.credential === "off" ? undefined : await credentials?.(report.text.content);
  return diagnostics(analysis, { config, onCrash, ...(found ? { credentials: found } : {}) }).map((item) =>
    toDiagnostic(report, item, docs),
  );
}
