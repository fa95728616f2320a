import {
  type ClientCapabilities,
  type Connection,
  ErrorCodes,
  FileChangeType,
  type InitializeParams,
  ResponseError,
} from "vscode-languageserver";
import { CONFIG_NAMES } from "../config.js";
import type { Credential } from "../rules/rule.js";
import { type CardMaker, CardsHere } from "../workspace/card-maker.js";
import { ClosedReports } from "../workspace/closed-reports.js";
import { filesByPlace, type WorkspaceFiles } from "../workspace/files.js";
import type { IndexFile } from "../workspace/index-cache.js";
import { KnownReports } from "../workspace/known-reports.js";
import { ReportStore } from "../workspace/report-store.js";
import { type ReadText, SettingsStore } from "../workspace/settings-store.js";
import { canonicalUri } from "../workspace/uris.js";
import { registersOutline } from "./capabilities.js";
import { clientCache, clientFiles } from "./client-files.js";
import { FollowedSettings } from "./editor-settings.js";
import type { FeatureContext, OpenReport } from "./feature.js";
import type { AgendaAccess } from "./features/agenda.js";
import type { FindAuthor } from "./features/drafts.js";
import { features } from "./features/index.js";
import { type LoadLinks, linksOnRequest } from "./features/link-access.js";
import { Findings, type FindingsThreads } from "./findings.js";
import { applyChanges, formatOfDocument } from "./from-protocol.js";
import { type Languages, sayFor } from "./languages.js";
import { type InitializationOptions, REPORT_LANGUAGE } from "./protocol.js";
import { Rest } from "./rest.js";
import { type Pause, Turns } from "./turns.js";
import { Typing } from "./typing.js";
import { workspaceIndex } from "./workspace-index.js";

/** What the server needs of the machine it runs on. */
export interface ServerHost {
  /** The files of the machine, where there are any that a server can see. Those of other places the client may read. */
  readonly files?: WorkspaceFiles;
  /** Reads files for the index, in threads where there are some; without, it is done in between. */
  readonly cards?: (read: ReadText, log: (message: string) => void) => CardMaker;
  /** Threads that work out what is to be told of files that nobody has open, where there are some. */
  readonly findings?: (log: (message: string) => void) => FindingsThreads;
  /** Files in a folder that the client gives, for what is to be kept until the next start. */
  readonly cache?: (folder: string) => IndexFile;
  /** The URI of the folder with the rules' pages, if it is known. */
  readonly docs?: string;
  /** Loads what follows links, where that can be done. */
  readonly links?: LoadLinks;
  /** Reads conferences' programmes, where the libraries for it can be loaded. */
  readonly agendas?: AgendaAccess;
  /** The name that the user goes by, where it can be found. */
  readonly author?: FindAuthor;
  /** The languages that there are besides English, by their codes; the project's own if none are given. */
  readonly languages?: Languages;
  /** Finds keys, tokens and passwords, where the library for it can run. */
  readonly credentials?: (text: string) => Promise<readonly Credential[]>;
  /** Lets further messages be read before a request is worked on. */
  readonly pause?: Pause;
}

/** Serves a client from its first message behind `initialize` on, whose answer said what is done here. */
export async function startServices(
  connection: Connection,
  params: InitializeParams,
  host: ServerHost,
): Promise<void> {
  const { capabilities: client, workspaceFolders, rootUri } = params;
  const options = (params.initializationOptions ?? {}) as InitializationOptions;
  const say = await sayFor(options.locale ?? params.locale, host.languages);
  const store = new ReportStore();
  const theirs = options.files === true ? clientFiles(connection) : undefined;
  const files = filesByPlace(host.files, theirs);
  const settings = new SettingsStore(files.read);
  const languages = new Map<string, string>();
  const changed = new Listeners<string>();
  const settingsChanged = new Listeners<void>();
  const filesChanged = new Listeners<readonly { readonly uri: string; readonly gone: boolean }[]>();

  const known = new KnownReports();
  const pause = host.pause ?? (() => wait(0));
  const now = () => performance.now();
  const rest = new Rest({ now, wait, pause });
  const typing = new Typing(now);
  const turns = new Turns(host.pause, { typing, wait });

  const report = async (uri: string): Promise<OpenReport | undefined> => {
    const found = await settings.for(uri);
    const { config, analyser, terms } = found;
    const document = store.get(uri);
    const named = languages.get(uri) === REPORT_LANGUAGE;
    if (!document || !(named || known.isReport(uri, document.text.content, found))) return undefined;
    const { version, text } = document;
    return { uri, version, text, analysis: document.analysis(analyser), config, analyser, terms };
  };

  const log = (message: string) => connection.console.error(message);
  const closed = new ClosedReports(files, settings, log);
  const initialized = new Listeners<void>();
  connection.onInitialized(() => initialized.call());
  const folders = new Set(workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []));
  const indexer = workspaceIndex({
    settings,
    closed,
    cache: cacheIn(options, host, connection),
    cards: host.cards?.(files.read, log) ?? new CardsHere(files.read),
    folders: () => [...folders],
    opened: () => languages.keys(),
    report,
    pause,
    rest,
    log,
  });
  changed.add((uri) => indexer.documentChanged(canonicalUri(uri)));
  settingsChanged.add(() => indexer.settingsChanged());
  filesChanged.add((changes) => indexer.filesChanged(changes));
  initialized.add(() => followFolders(connection, client, folders, () => indexer.relist()));
  const editorSettings = new FollowedSettings(connection, client, params.initializationOptions);
  initialized.add(() => editorSettings.start());
  const context: FeatureContext = {
    connection,
    client,
    registersOutline: registersOutline(params),
    store,
    settings,
    editorSettings,
    say,
    docs: host.docs ?? (typeof options.docs === "string" ? options.docs : undefined),
    credentials: host.credentials,
    agendas: host.agendas,
    templates: files.templates,
    author: host.author,
    links: host.links && linksOnRequest(host.links, { files, closed, store, folders: () => [...folders] }),
    findings: new Findings(files.read, host.findings?.(log)),
    closed,
    folders: () => [...folders],
    index: indexer.index,
    indexer,
    report,
    answer: (name, uri, otherwise, work, token) =>
      guarded(connection, name, () =>
        rest.during(async () => {
          await turns.come(token);
          const began = now();
          const found = await report(uri);
          const answer = found ? await work(found) : otherwise;
          typing.answered(now() - began);
          return answer;
        }),
      ),
    answerAll: (name, work) => guarded(connection, name, work),
    onInitialized: (listener) => initialized.add(listener),
    onDidChange: (listener) => changed.add(listener),
    onDidChangeSettings: (listener) => settingsChanged.add(listener),
  };
  for (const feature of features) feature(context);

  connection.onDidOpenTextDocument(({ textDocument: { uri, version, text, languageId } }) => {
    rest.arrive();
    languages.set(uri, languageId);
    store.open(uri, version, text, formatOfDocument(uri, languageId));
    changed.call(uri);
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    turns.arrive();
    typing.edited();
    rest.arrive();
    store.change(uri, version, (text) => applyChanges(text, contentChanges));
    changed.call(uri);
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    languages.delete(uri);
    known.forget(uri);
    store.close(uri);
    changed.call(uri);
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (changes.some(({ uri }) => CONFIG_NAMES.some((name) => uri.endsWith(`/${name}`)))) {
      settings.forget();
      closed.forget();
      settingsChanged.call();
    }
    const gone = FileChangeType.Deleted;
    filesChanged.call(changes.map(({ uri, type }) => ({ uri: canonicalUri(uri), gone: type === gone })));
  });
}

function wait(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}

/** Where the index is kept: by the machine where the client's folder is on it, else by the client. */
function cacheIn(
  { cacheFolder, files }: InitializationOptions,
  host: ServerHost,
  connection: Connection,
): IndexFile | undefined {
  if (typeof cacheFolder !== "string") return undefined;
  if (host.cache && cacheFolder.startsWith("file:")) return host.cache(cacheFolder);
  return files === true ? clientCache(connection, cacheFolder) : undefined;
}

/** Keeps the set of workspace folders current, for clients that tell of changes. */
function followFolders(
  connection: Connection,
  client: ClientCapabilities,
  folders: Set<string>,
  listener: () => void,
): void {
  if (!client.workspace?.workspaceFolders) return;
  connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
    for (const { uri } of removed) folders.delete(uri);
    for (const { uri } of added) folders.add(uri);
    listener();
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
    // Meant for the client: the request was taken back, or asked for what cannot be.
    if (error instanceof ResponseError) throw error;
    connection.console.error(
      `${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
    throw new ResponseError(ErrorCodes.InternalError, `${name} failed`);
  }
}
