import {
  type CancellationToken,
  type Diagnostic,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
} from "vscode-languageserver";
import { CredentialScan } from "../../features/credential-scan.js";
import { diagnostics } from "../../features/diagnostics.js";
import { asksForFindings } from "../capabilities.js";
import { toDiagnostics } from "../diagnostic-items.js";
import type { Feature, FeatureContext, OpenReport } from "../feature.js";
import { refuseCancelled } from "../turns.js";
import { unwaited } from "../unwaited.js";
import { linkDiagnostics, validatesLinks } from "./link-validation.js";
import { pullWorkspace } from "./workspace-diagnostics.js";

/** How long the typing must rest before findings are pushed to a client that cannot ask for them. */
const PUSH_DELAY_MS = 150;

/** Findings by pull where the client can ask, else pushed after changes. */
export const documentDiagnostics: Feature = (context) => {
  const scan = context.credentials && new CredentialScan(context.credentials);
  if (asksForFindings(context.client)) pull(context, scan);
  else push(context, scan);
};

function pull(context: FeatureContext, scan: CredentialScan | undefined): void {
  const { connection, answer, index, indexer, onDidChangeSettings, editorSettings, client } = context;
  let generation = 0;
  const again = () => {
    generation++;
    if (client.workspace?.diagnostics?.refreshSupport)
      unwaited(connection, "diagnostics", connection.languages.diagnostics.refresh());
  };
  onDidChangeSettings(again);
  editorSettings.onDidChange(again);
  // Which spelling of a name is the usual one depends on all reports.
  let names = index.namesGeneration;
  indexer.onDidChange(() => {
    if (names !== index.namesGeneration) again();
    names = index.namesGeneration;
  });
  const nothing: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };
  connection.languages.diagnostics.on(({ textDocument: { uri }, previousResultId }, token) =>
    answer<DocumentDiagnosticReport>(
      "diagnostics",
      uri,
      nothing,
      async (report) => {
        const resultId = `${generation}.${report.version}`;
        // Whether a link leads somewhere depends on other files.
        if (previousResultId === resultId && !validatesLinks(context))
          return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
        return {
          kind: DocumentDiagnosticReportKind.Full,
          resultId,
          items: await items(context, scan, report, token),
        };
      },
      token,
    ),
  );
  pullWorkspace(context, () => generation);
}

function push(context: FeatureContext, scan: CredentialScan | undefined): void {
  const { connection, store, onDidChange, onDidChangeSettings, editorSettings } = context;
  const waiting = new Map<string, NodeJS.Timeout>();
  const send = async (uri: string) => {
    waiting.delete(uri);
    // A closed document, or one that is no report, has no findings: what was shown for it goes.
    const found = await context
      .answer<Diagnostic[]>("diagnostics", uri, [], (report) => items(context, scan, report))
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
  const again = () => {
    for (const { uri } of store.all()) later(uri);
  };
  onDidChangeSettings(again);
  editorSettings.onDidChange(again);
}

async function items(
  context: FeatureContext,
  scan: CredentialScan | undefined,
  report: OpenReport,
  token?: CancellationToken,
): Promise<Diagnostic[]> {
  const { connection, docs, say, index } = context;
  const { analysis, config, terms } = report;
  const onCrash = (rule: string, error: unknown) =>
    connection.console.error(`rule ${rule}: ${String(error)}`);
  const found = config.rules.credential === "off" ? undefined : await scan?.of(analysis);
  refuseCancelled(token);
  const own = diagnostics(analysis, {
    config,
    terms,
    onCrash,
    names: index.names(),
    ...(found ? { credentials: found } : {}),
  });
  const links = await linkDiagnostics(context, report);
  return [...toDiagnostics(report, own, docs, say), ...links];
}
