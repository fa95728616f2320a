import {
  commands,
  Disposable,
  type Event,
  EventEmitter,
  type LogOutputChannel,
  l10n,
  type Uri,
  workspace,
} from "vscode";
import { LanguageClient, type LanguageClientOptions, State, TransportKind } from "vscode-languageclient/node";
import { type InitializationOptions, REPORT_LANGUAGE } from "../../server/src/lsp/protocol.js";
import { isReport, reportSchemes } from "./language.js";
import { updateLinks } from "./update-links.js";

/** The language server as the extension's commands see it. */
export interface ReportServer {
  /** Whether it was started, and not stopped since. */
  readonly started: boolean;
  /** Starts the server unless it was started before. */
  start(): Promise<void>;
  /** Replaces the server by a fresh one, also where an earlier start failed. */
  restart(): Promise<void>;
  /** Sends a request of our own; starts the server first where none runs. */
  request<T>(method: string, params: object): Promise<T>;
  /** Has `listener` called with each notification of our own, also by servers that are started later. */
  onNotification<T>(method: string, listener: (params: T) => void): Disposable;
  /** A server runs in place of one that ended, and knows nothing of what that one was asked. */
  readonly onDidRestart: Event<void>;
  /** Stops the server, if there is one, and waits for it. */
  stop(): Promise<void>;
}

/**
 * A server that is not running yet. `serverModule` is the path of its JavaScript; in `cacheFolder` it may keep what it
 * knows of the workspace until the next start. A crashed server is started again
 * by the language client, which also tells the user when a start fails.
 */
export function createServer(
  serverModule: string,
  log: LogOutputChannel,
  cacheFolder: Uri | undefined,
): ReportServer {
  let client: LanguageClient | undefined;
  let runs = 0;
  const restarted = new EventEmitter<void>();
  const listeners = new Set<{ readonly method: string; readonly call: (params: unknown) => void }>();

  const listen = (started: LanguageClient): void => {
    for (const method of new Set([...listeners].map((listener) => listener.method))) hear(started, method);
    started.onDidChangeState(({ newState }) => {
      if (newState === State.Running && ++runs > 1) restarted.fire();
    });
  };
  const hear = (started: LanguageClient, method: string): void => {
    started.onNotification(method, (params: unknown) => {
      for (const listener of listeners) if (listener.method === method) listener.call(params);
    });
  };

  const start = async (): Promise<void> => {
    if (client) return;
    client = createClient(serverModule, log, cacheFolder);
    listen(client);
    await commands.executeCommand("setContext", "tripReport.hasServer", true);
    await client.start();
  };

  const stop = async (): Promise<void> => {
    const stopping = client;
    client = undefined;
    if (stopping?.needsStop()) await stopping.stop();
  };

  return {
    start,
    stop,
    get started() {
      return client !== undefined;
    },
    onDidRestart: restarted.event,
    onNotification: <T>(method: string, call: (params: T) => void) => {
      const listener = { method, call: call as (params: unknown) => void };
      if (client && ![...listeners].some((known) => known.method === method)) hear(client, method);
      listeners.add(listener);
      return new Disposable(() => listeners.delete(listener));
    },
    request: async <T>(method: string, params: object) => {
      await start();
      if (!client) throw new Error(l10n.t("the language server was stopped"));
      return client.sendRequest<T>(method, params);
    },
    restart: async () => {
      // A server that no longer answers fails to stop in time; a fresh one is wanted all the same.
      await stop().catch((error: unknown) => log.warn("The server did not stop in time", String(error)));
      await start();
    },
  };
}

/** Starts the server once the first report is open; a window without one never has a server. */
export function startWithFirstReport(server: ReportServer, log: LogOutputChannel): Disposable {
  const start = (): void => {
    listener.dispose();
    server.start().catch((error: unknown) => log.error("The server did not start", String(error)));
  };
  const listener = workspace.onDidOpenTextDocument((document) => {
    if (isReport(document)) start();
  });
  if (workspace.textDocuments.some(isReport)) start();
  return listener;
}

/** Replaces a server that was started for folders that were not trusted yet, once they are. */
export function restartWithTrust(server: ReportServer, log: LogOutputChannel): Disposable {
  return workspace.onDidGrantWorkspaceTrust(() => {
    if (!server.started) return;
    server.restart().catch((error: unknown) => log.error("The server did not start", String(error)));
  });
}

function createClient(
  serverModule: string,
  log: LogOutputChannel,
  cacheFolder: Uri | undefined,
): LanguageClient {
  const initializationOptions: InitializationOptions = cacheFolder
    ? { cacheFolder: cacheFolder.toString() }
    : {};
  const options: LanguageClientOptions = {
    documentSelector: reportSchemes.map((scheme) => ({ scheme, language: REPORT_LANGUAGE })),
    outputChannel: log,
    initializationOptions,
    middleware: { workspace: { willRenameFiles: updateLinks } },
  };
  const args = workspace.isTrusted ? [] : ["--restricted"];
  const server = { module: serverModule, transport: TransportKind.ipc, args };
  // The identifier is also the prefix of the setting `tripReport.trace.server`.
  return new LanguageClient(
    "tripReport",
    "Trip Report",
    { run: server, debug: { ...server, options: { execArgv: ["--nolazy", "--inspect=6019"] } } },
    options,
  );
}
