import type { ClientCapabilities, Connection, InitializeParams } from "vscode-languageserver";
import { CardsHere } from "../workspace/card-maker.js";
import { ClosedReports } from "../workspace/closed-reports.js";
import { filesByPlace } from "../workspace/files.js";
import type { IndexFile } from "../workspace/index-cache.js";
import { KnownReports } from "../workspace/known-reports.js";
import { ReportStore } from "../workspace/report-store.js";
import { SettingsStore } from "../workspace/settings-store.js";
import { canonicalUri } from "../workspace/uris.js";
import { registersOutline } from "./capabilities.js";
import { clientCache, clientFiles } from "./client-files.js";
import { FollowedSettings } from "./editor-settings.js";
import type { FeatureContext, OpenReport } from "./feature.js";
import { features } from "./features/index.js";
import { linksOnRequest } from "./features/link-access.js";
import { Findings } from "./findings.js";
import { guarded } from "./guarded.js";
import { sayFor } from "./languages.js";
import { Listeners } from "./listeners.js";
import { type InitializationOptions, REPORT_LANGUAGE } from "./protocol.js";
import { type FileChange, receive } from "./receive.js";
import { Rest } from "./rest.js";
import type { ServerHost } from "./server-host.js";
import { Turns } from "./turns.js";
import { Typing } from "./typing.js";
import { workspaceIndex } from "./workspace-index.js";

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
  const filesChanged = new Listeners<readonly FileChange[]>();

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

  receive(connection, {
    store,
    settings,
    closed,
    known,
    languages,
    rest,
    typing,
    turns,
    changed,
    settingsChanged,
    filesChanged,
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
