import { type Diagnostic, DocumentDiagnosticReportKind } from "vscode-languageserver";
import { diagnostics } from "../../features/diagnostics.js";
import type { Feature, FeatureContext } from "../feature.js";
import { toDiagnostic } from "../to-protocol.js";

/** How long the typing must rest before findings are pushed to a client that cannot ask for them. */
const PUSH_DELAY_MS = 150;

/** Findings by pull where the client can ask, else pushed after changes. */
export const documentDiagnostics: Feature = (context) =>
  context.client.textDocument?.diagnostic ? pull(context) : push(context);

function pull(context: FeatureContext) {
  context.connection.languages.diagnostics.on(({ textDocument, previousResultId }) =>
    context.guarded("diagnostics", () => {
      const document = context.report(textDocument.uri);
      if (!document) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
      const resultId = String(document.version);
      if (previousResultId === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
      return { kind: DocumentDiagnosticReportKind.Full, resultId, items: items(context, textDocument.uri) };
    }),
  );
  return { diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false } };
}

function push(context: FeatureContext) {
  const waiting = new Map<string, NodeJS.Timeout>();
  context.onDidChange((uri) => {
    clearTimeout(waiting.get(uri));
    const send = () => {
      waiting.delete(uri);
      const version = context.store.get(uri)?.version;
      const found = context.guarded("diagnostics", () => items(context, uri));
      void context.connection.sendDiagnostics({
        uri,
        ...(version === undefined ? {} : { version }),
        diagnostics: found,
      });
    };
    waiting.set(uri, setTimeout(send, PUSH_DELAY_MS));
  });
  return {};
}

/** A closed document, or one that is no report, has no findings: what was shown for it goes. */
function items({ report, config, connection }: FeatureContext, uri: string): Diagnostic[] {
  const document = report(uri);
  if (!document) return [];
  const onCrash = (rule: string, error: unknown) =>
    connection.console.error(`rule ${rule}: ${String(error)}`);
  return diagnostics(document.analysis(), { config, onCrash }).map((found) =>
    toDiagnostic(document.text, found),
  );
}
