import {
  type CancellationToken,
  type Diagnostic,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type WorkspaceDocumentDiagnosticReport,
} from "vscode-languageserver";
import { CredentialScan } from "../../features/credential-scan.js";
import { diagnostics } from "../../features/diagnostics.js";
import { formatOf } from "../../workspace/report-files.js";
import { asksForFindings } from "../capabilities.js";
import { toDiagnostics } from "../diagnostic-items.js";
import type { Feature, FeatureContext, OpenReport } from "../feature.js";
import { toDiagnostic } from "../to-protocol.js";
import { refuseCancelled } from "../turns.js";
import { unwaited } from "../unwaited.js";
import { linkDiagnostics, validatesLinks } from "./link-validation.js";

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

/** The problems of reports that nobody has open. Those of open ones the client asks for by itself. */
function pullWorkspace(
  { connection, closed, folders, store, docs, say, index, indexer, answerAll, onDidChange }: FeatureContext,
  generation: () => number,
): void {
  // A client shows what it asked for last of an open document until an answer for the closed one replaces it. One that
  // never asks about the workspace does not, and would have us remember every document that it ever closed.
  const shut = new Set<string>();
  let asked = false;
  onDidChange((uri) => {
    if (store.get(uri)) shut.delete(uri);
    else if (asked) shut.add(uri);
  });
  connection.languages.diagnostics.onWorkspace(({ previousResultIds }, token) =>
    answerAll("workspace diagnostics", async () => {
      asked = true;
      const before = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
      // Names in comments do not count in other reports.
      await indexer.known();
      const idOf = (stamp: string) => `${generation()}.${stamp}`;
      const items: WorkspaceDocumentDiagnosticReport[] = [];
      const seen = new Set<string>();
      const reports = closed.all(
        folders(),
        (uri) => store.get(uri) !== undefined,
        (uri, stamp) => before.get(uri) === idOf(stamp),
      );
      for await (const found of reports) {
        refuseCancelled(token);
        seen.add(found.uri);
        shut.delete(found.uri);
        const resultId = idOf(found.stamp);
        const about = { uri: found.uri, version: null, resultId };
        if (found.text === undefined) {
          items.push({ kind: DocumentDiagnosticReportKind.Unchanged, ...about });
          continue;
        }
        const { config, analyser, terms } = found.settings;
        const analysis = analyser.analyse(found.text, formatOf(found.uri));
        const shown = diagnostics(analysis, { config, terms, names: index.names() }).map((item) =>
          toDiagnostic({ uri: found.uri, text: analysis.text }, item, docs, say),
        );
        items.push({ kind: DocumentDiagnosticReportKind.Full, ...about, items: shown });
      }
      // What was there and is no more, or was opened meanwhile, is taken back.
      for (const uri of new Set([...before.keys(), ...shut]))
        if (!seen.has(uri) && !store.get(uri)) {
          items.push({ kind: DocumentDiagnosticReportKind.Full, uri, version: null, items: [] });
          shut.delete(uri);
        }
      return { items };
    }),
  );
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
