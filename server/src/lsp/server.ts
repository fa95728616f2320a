import {
  type Connection,
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import manifest from "../../../package.json" with { type: "json" };
import { Analyser } from "../analysis.js";
import { DEFAULT_CONFIG, recognitionSettings } from "../config.js";
import { isReport } from "../workspace/report-files.js";
import { ReportStore } from "../workspace/report-store.js";
import type { FeatureContext } from "./feature.js";
import { features } from "./features/index.js";
import { applyChanges, formatOfDocument } from "./from-protocol.js";
import { REPORT_LANGUAGE } from "./protocol.js";

/** Serves a connection until the client ends it. Call `connection.listen()` afterwards. */
export function serve(connection: Connection): void {
  const config = DEFAULT_CONFIG;
  const store = new ReportStore(new Analyser(recognitionSettings(config)));
  const languages = new Map<string, string>();
  const listeners: ((uri: string) => void)[] = [];
  const changed = (uri: string) => {
    for (const listener of listeners) listener(uri);
  };

  connection.onInitialize(({ capabilities: client }) => {
    const context: FeatureContext = {
      connection,
      client,
      store,
      config,
      report: (uri) => {
        const document = store.get(uri);
        const ours =
          document && (languages.get(uri) === REPORT_LANGUAGE || isReport(uri, () => document.text.content));
        return ours ? document : undefined;
      },
      guarded: (name, work) => guarded(connection, name, work),
      onDidChange: (listener) => listeners.push(listener),
    };
    const capabilities: ServerCapabilities = {
      positionEncoding: "utf-16",
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    };
    for (const feature of features) Object.assign(capabilities, feature(context));
    return { capabilities, serverInfo: { name: "Trip Report", version: manifest.version } };
  });

  connection.onDidOpenTextDocument(({ textDocument: { uri, version, text, languageId } }) => {
    languages.set(uri, languageId);
    store.open(uri, version, text, formatOfDocument(uri, languageId));
    changed(uri);
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    store.change(uri, version, (text) => applyChanges(text, contentChanges));
    changed(uri);
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    languages.delete(uri);
    store.close(uri);
    changed(uri);
  });
}

/** Runs the work of one request; what it throws is logged and answered as an error. */
function guarded<T>(connection: Connection, name: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof ResponseError && error.code === LSPErrorCodes.RequestCancelled) throw error;
    connection.console.error(
      `${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    throw new ResponseError(ErrorCodes.InternalError, `${name} failed`);
  }
}
