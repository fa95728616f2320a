import {
  type ClientCapabilities,
  type Connection,
  ErrorCodes,
  LSPErrorCodes,
  ResponseError,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import manifest from "../../../package.json" with { type: "json" };
import type { Credential } from "../rules/rule.js";
import { ClosedReports, type FolderAccess } from "../workspace/closed-reports.js";
import { KnownReports } from "../workspace/known-reports.js";
import { ReportStore } from "../workspace/report-store.js";
import { type ReadText, SettingsStore } from "../workspace/settings-store.js";
import type { FeatureContext, OpenReport } from "./feature.js";
import { features } from "./features/index.js";
import { applyChanges, formatOfDocument } from "./from-protocol.js";
import { REPORT_LANGUAGE } from "./protocol.js";
import { type Pause, Turns } from "./turns.js";

/** What the server needs of the machine it runs on. */
export interface ServerHost {
  readonly read: ReadText;
  /** Looks through folders for reports that are not open, where that can be done. */
  readonly folders?: Omit<FolderAccess, "read">;
  /** The URI of the folder with the rules' pages, if it is known. */
  readonly docs?: string;
  /** Finds keys, tokens and passwords, where the library for it can run. */
  readonly credentials?: (text: string) => Promise<readonly Credential[]>;
  /** Lets further messages be read before a request is worked on. */
  readonly pause?: Pause;
}

/** Serves a connection until the client ends it. Call `connection.listen()` afterwards. */
export function serve(connection: Connection, host: ServerHost): void {
  const store = new ReportStore();
  const settings = new SettingsStore(host.read);
  const languages = new Map<string, string>();
  const changed = new Listeners<string>();
  const settingsChanged = new Listeners<void>();

  const known = new KnownReports();
  const turns = new Turns(host.pause);

  const report = async (uri: string): Promise<OpenReport | undefined> => {
    const found = await settings.for(uri);
    const { config, analyser, terms } = found;
    const document = store.get(uri);
    const named = languages.get(uri) === REPORT_LANGUAGE;
    if (!document || !(named || known.isReport(uri, document.text.content, found))) return undefined;
    const { version, text } = document;
    return { uri, version, text, analysis: document.analysis(analyser), config, analyser, terms };
  };

  const closed = host.folders && new ClosedReports({ ...host.folders, read: host.read }, settings);

  connection.onInitialize(({ capabilities: client, workspaceFolders, rootUri }) => {
    const folders = new Set(workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []));
    followFolders(connection, client, folders);
    const context: FeatureContext = {
      connection,
      client,
      store,
      settings,
      docs: host.docs,
      credentials: host.credentials,
      closed,
      folders: () => [...folders],
      report,
      answer: (name, uri, otherwise, work, token) =>
        guarded(connection, name, async () => {
          await turns.come(token);
          const found = await report(uri);
          return found ? work(found) : otherwise;
        }),
      answerAll: (name, work) => guarded(connection, name, work),
      onDidChange: (listener) => changed.add(listener),
      onDidChangeSettings: (listener) => settingsChanged.add(listener),
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
    changed.call(uri);
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    turns.arrive();
    store.change(uri, version, (text) => applyChanges(text, contentChanges));
    changed.call(uri);
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    languages.delete(uri);
    known.forget(uri);
    store.close(uri);
    changed.call(uri);
  });
  connection.onDidChangeWatchedFiles(() => {
    settings.forget();
    closed?.forget();
    settingsChanged.call();
  });
}

/** Keeps the set of workspace folders current, for clients that tell of changes. */
function followFolders(connection: Connection, client: ClientCapabilities, folders: Set<string>): void {
  if (!client.workspace?.workspaceFolders) return;
  connection.onInitialized(() => {
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      for (const { uri } of removed) folders.delete(uri);
      for (const { uri } of added) folders.add(uri);
    });
  });
}

/** Functions to be called when something happens. */
class Listeners<T> {
  private readonly all: ((value: T) => void)[] = [];

  add(listener: (value: T) => void): void {
    this.all.push(listener);
  }

  call(value: T): void {
    for (const listener of this.all) listener(value);
  }
}

/** Runs the work of one request; what it throws is logged and answered as an error. */
async function guarded<T>(connection: Connection, name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ResponseError && error.code === LSPErrorCodes.RequestCancelled) throw error;
    connection.console.error(
      `${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    throw new ResponseError(ErrorCodes.InternalError, `${name} failed`);
  }
}
