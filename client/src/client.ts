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
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import { type InitializationOptions, REPORT_LANGUAGE } from "../../server/src/lsp/protocol.js";
import { isReport, reportSchemes } from "./language.js";
import { answerFiles } from "./server-files.js";
import { updateLinks } from "./update-links.js";

/** The language server as the extension's commands see it. */
export interface ReportServer {
  /** Whether it was started, and not stopped since. */
  readonly started: boolean;
  /** Starts the server unless it was started before. */
  start(): Promise<void>;
  /** Replaces the server by a fresh one, also where an earlier start failed. */
  restart(): Promise<void>;
  /** Sends a request of our own; starts the server first where none was started yet. Fails once it was stopped. */
  request<T>(method: string, params: object): Promise<T>;
  /** Has `listener` called with each notification of our own, also by servers that are started later. */
  onNotification<T>(method: string, listener: (params: T) => void): Disposable;
  /** A server runs in place of one that ended, and knows nothing of what that one was asked. */
  readonly onDidRestart: Event<void>;
  /** Stops the server, if there is one, and waits for it; only `start` and `restart` bring it back. */
  stop(): Promise<void>;
}

/**
 * Makes a client of the language library for a server as it runs here: a process, or a worker of the browser. The
 * library is most of what the extension is made of, so it is loaded then where that can be done.
 */
export type Connect = (options: LanguageClientOptions) => Promise<BaseLanguageClient>;

/** What the server is told of this window. */
export interface ServerPlaces {
  /** Where it may keep what it knows of the workspace until the next start. */
  readonly cacheFolder: Uri | undefined;
  /** The folder with the rules' pages. */
  readonly docs: Uri;
}

/**
 * A server that is not running yet. A crashed one is started again by the language client, which also tells the user
 * when a start fails.
 */
export function createServer(connect: Connect, log: LogOutputChannel, places: ServerPlaces): ReportServer {
  let client: BaseLanguageClient | undefined;
  let starting: Promise<void> | undefined;
  let ended = false;
  let runs = 0;
  const restarted = new EventEmitter<void>();
  const listeners = new Set<{ readonly method: string; readonly call: (params: unknown) => void }>();

  const listen = (started: BaseLanguageClient): void => {
    for (const method of new Set([...listeners].map((listener) => listener.method))) hear(started, method);
    started.onDidChangeState(() => {
      if (started.isRunning() && ++runs > 1) restarted.fire();
    });
  };
  const hear = (started: BaseLanguageClient, method: string): void => {
    started.onNotification(method, (params: unknown) => {
      for (const listener of listeners) if (listener.method === method) listener.call(params);
    });
  };

  const startFirst = async (): Promise<void> => {
    const connected = await connect(clientOptions(log, places));
    client = connected;
    answerFiles(connected, places.cacheFolder);
    listen(connected);
    await commands.executeCommand("setContext", "tripReport.hasServer", true);
    await connected.start();
  };

  const start = (): Promise<void> => {
    ended = false;
    starting ??= startFirst();
    return starting;
  };

  const stopFirst = async (): Promise<void> => {
    const begun = starting;
    starting = undefined;
    // What is still being loaded would start behind the back of who stops it.
    if (!client) await begun?.catch(() => undefined);
    const stopping = client;
    client = undefined;
    if (!stopping) return;
    // The library refuses to stop what is starting, as after a crash; left alone it would bring up a server of its own.
    if (stopping.needsStop() && !stopping.isRunning()) await settled(stopping.start());
    if (stopping.needsStop()) await stopping.stop();
  };

  return {
    start,
    stop: () => {
      ended = true;
      return stopFirst();
    },
    get started() {
      return starting !== undefined;
    },
    onDidRestart: restarted.event,
    onNotification: <T>(method: string, call: (params: T) => void) => {
      const listener = { method, call: call as (params: unknown) => void };
      if (client && ![...listeners].some((known) => known.method === method)) hear(client, method);
      listeners.add(listener);
      return new Disposable(() => listeners.delete(listener));
    },
    request: async <T>(method: string, params: object) => {
      // A view that asks while the editor ends must not bring back what was stopped.
      if (!ended) await start();
      if (!client) throw new Error(l10n.t("the language server was stopped"));
      return client.sendRequest<T>(method, params);
    },
    restart: async () => {
      // A server that no longer answers fails to stop in time; a fresh one is wanted all the same.
      await stopFirst().catch((error: unknown) => log.warn("The server did not stop in time", String(error)));
      await start();
    },
  };
}

/** How long a start is waited for before a server is given up, in milliseconds; the library waits 2 seconds for an end. */
const START_MS = 5_000;

/** Waits until a start succeeded or failed, or took too long. */
async function settled(start: Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, START_MS);
  });
  await Promise.race([start.catch(() => undefined), late]);
  clearTimeout(timer);
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

function clientOptions(log: LogOutputChannel, { cacheFolder, docs }: ServerPlaces): LanguageClientOptions {
  const initializationOptions: InitializationOptions = {
    files: true,
    registersOutline: true,
    docs: docs.toString(),
    ...(cacheFolder ? { cacheFolder: cacheFolder.toString() } : {}),
  };
  return {
    documentSelector: reportSchemes.map((scheme) => ({ scheme, language: REPORT_LANGUAGE })),
    outputChannel: log,
    initializationOptions,
    middleware: { workspace: { willRenameFiles: updateLinks } },
  };
}
