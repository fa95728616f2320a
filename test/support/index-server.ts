import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect } from "vitest";
import type {
  Location,
  Range,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
  WorkspaceSymbol,
} from "vscode-languageserver";
import { Text } from "../../server/src/text/text.js";
import { canonicalUri } from "../../server/src/workspace/uris.js";
import { ServerProcess } from "../lsp/client.js";
import { fixture, marked } from "./fixture.js";

/** What VS Code says that it can do, as far as it matters here. */
const CAPABILITIES = {
  textDocument: { diagnostic: {}, rename: { prepareSupport: true } },
  window: { workDoneProgress: true },
  workspace: {
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
    fileOperations: { dynamicRegistration: true, didRename: true },
    symbol: { resolveSupport: { properties: ["location.range"] } },
    workspaceEdit: {
      documentChanges: true,
      changeAnnotationSupport: {},
    },
  },
};

const CREATED = 1;
const CHANGED = 2;
const DELETED = 3;

/** The built server over two folders, `one` and `two`, of files on disk; paths begin with the folder. */
export class IndexServer {
  readonly root = realpathSync(mkdtempSync(join(tmpdir(), "trip-index-")));
  readonly registered: { readonly method: string; readonly registerOptions?: unknown }[] = [];
  readonly progress: { readonly kind: string; readonly message?: string }[] = [];
  private server = new ServerProcess();

  constructor(files: Readonly<Record<string, string>> = {}) {
    for (const folder of ["one", "two"]) mkdirSync(join(this.root, folder));
    for (const [path, text] of Object.entries(files)) this.put(path, text);
  }

  async start(capabilities: object = CAPABILITIES, folders = ["one", "two"], cacheFolder?: string) {
    const { connection } = this.server;
    connection.onRequest("client/registerCapability", (params: { registrations: { method: string }[] }) => {
      this.registered.push(...params.registrations);
    });
    connection.onRequest("window/workDoneProgress/create", () => null);
    connection.onNotification("$/progress", ({ value }) => {
      this.progress.push(value);
    });
    const answer = await connection.sendRequest("initialize", {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: folders.map((name) => ({ name, uri: this.uri(name) })),
      capabilities,
      ...(cacheFolder === undefined ? {} : { initializationOptions: { cacheFolder: this.uri(cacheFolder) } }),
    });
    await connection.sendNotification("initialized", {});
    return answer as { readonly capabilities: Readonly<Record<string, unknown>> };
  }

  /** Ends the server and starts another over the same files. */
  async restart(...how: Parameters<IndexServer["start"]>) {
    await this.end();
    return this.again(...how);
  }

  /** The two halves of it, for what happens while no server runs. */
  async end(): Promise<void> {
    expect(await this.server.stop()).toBe(0);
  }

  async again(...how: Parameters<IndexServer["start"]>) {
    this.server = new ServerProcess();
    return this.start(...how);
  }

  async stop(): Promise<void> {
    try {
      expect(await this.server.stop()).toBe(0);
    } finally {
      rmSync(this.root, { recursive: true, force: true });
    }
  }

  uri(path: string): string {
    return canonicalUri(pathToFileURL(join(this.root, path)).href);
  }

  path(uri: string): string {
    const base = `${canonicalUri(pathToFileURL(this.root).href)}/`;
    return uri.startsWith(base) ? decodeURIComponent(uri.slice(base.length)) : uri;
  }

  read(path: string): string {
    return readFileSync(join(this.root, path), "utf8");
  }

  /** Writes a file without telling the server. */
  put(path: string, text: string | Uint8Array): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    writeFileSync(join(this.root, path), text);
  }

  /** Writes, moves or removes a file or folder, and tells the server as an editor's watcher does. */
  async write(path: string, text: string, type = CHANGED): Promise<void> {
    this.put(path, text);
    await this.tell([[path, type]]);
  }

  async create(path: string, text: string): Promise<void> {
    await this.write(path, text, CREATED);
  }

  async move(from: string, to: string): Promise<void> {
    mkdirSync(dirname(join(this.root, to)), { recursive: true });
    renameSync(join(this.root, from), join(this.root, to));
    await this.tell([
      [from, DELETED],
      [to, CREATED],
    ]);
  }

  async remove(path: string): Promise<void> {
    rmSync(join(this.root, path), { recursive: true });
    await this.tell([[path, DELETED]]);
  }

  async changeFolders(added: readonly string[], removed: readonly string[]): Promise<void> {
    const folder = (name: string) => ({ name, uri: this.uri(name) });
    await this.server.connection.sendNotification("workspace/didChangeWorkspaceFolders", {
      event: { added: added.map(folder), removed: removed.map(folder) },
    });
  }

  /** Opens a report and answers where its cursor `$0` is. */
  async open(path: string, report: string) {
    const { text, cursor } = fixture(report);
    await this.server.open(this.uri(path), text);
    const { line, column } = Text.of(text).positionAt(cursor ?? 0);
    return { textDocument: { uri: this.uri(path) }, position: { line, character: column } };
  }

  async close(path: string): Promise<void> {
    await this.server.connection.sendNotification("textDocument/didClose", {
      textDocument: { uri: this.uri(path) },
    });
  }

  /** Collects what the server notifies of; the answered function waits for the next notification that nobody waited for. */
  notified<T>(method: string, told: T[]): () => Promise<void> {
    const waiting: (() => void)[] = [];
    let seen = 0;
    this.server.connection.onNotification(method, (params: T) => {
      told.push(params);
      for (const wake of waiting.splice(0)) wake();
    });
    return async () => {
      while (told.length <= seen) await new Promise<void>((wake) => waiting.push(wake));
      seen = told.length;
    };
  }

  /** Tells the server the user's settings, as a client does that cannot be asked for them. */
  async configure(settings: object): Promise<void> {
    await this.server.connection.sendNotification("workspace/didChangeConfiguration", { settings });
  }

  request<T>(method: string, params: object): Promise<T> {
    return this.server.request<T>(method, params);
  }

  /** The symbols that a query finds, as `name (path:line)`, once all are there that must be. */
  async symbols(query: string): Promise<string[]> {
    const found = await this.request<WorkspaceSymbol[]>("workspace/symbol", { query });
    const whole = await Promise.all(
      found.map((symbol) =>
        "range" in symbol.location
          ? symbol
          : this.request<WorkspaceSymbol>("workspaceSymbol/resolve", symbol),
      ),
    );
    return whole.flatMap(({ name, location }) => {
      // What is no more when its place is asked for has none.
      if (!("range" in location)) return [];
      const { uri, range } = location as Location;
      return `${name} (${this.path(uri)}:${range.start.line + 1})`;
    });
  }

  /** Asks until a query finds what is expected; the test's own time limit ends a wait in vain. */
  async finds(query: string, expected: readonly string[]): Promise<void> {
    for (let found = await this.symbols(query); ; found = await this.symbols(query))
      if (JSON.stringify(found.sort()) === JSON.stringify([...expected].sort())) return;
  }

  /** The texts of files with some places of them marked, for the files that have any. */
  marked(
    places: readonly { readonly uri: string; readonly range: Range }[],
    texts: Readonly<Record<string, string>> = {},
  ) {
    const files = new Map<string, Range[]>();
    for (const { uri, range } of places) {
      const path = this.path(uri);
      files.set(path, [...(files.get(path) ?? []), range]);
    }
    return Object.fromEntries(
      [...files].map(([path, ranges]) => {
        const text = Text.of(texts[path] ?? this.read(path));
        const offset = ({ line, character }: Range["start"]) => text.offsetAt({ line, column: character });
        return [
          path,
          marked(
            text.content,
            ranges.map(({ start, end }) => ({ from: offset(start), to: offset(end) })),
          ),
        ];
      }),
    );
  }

  /** The places that an edit changes, and the new text it puts there. */
  edited({ documentChanges = [] }: WorkspaceEdit) {
    return (documentChanges as TextDocumentEdit[]).flatMap(({ textDocument, edits }) =>
      (edits as TextEdit[]).map(({ range, newText }) => ({
        uri: textDocument.uri,
        version: textDocument.version,
        range,
        newText,
      })),
    );
  }

  /** Tells the server that files were created (1), changed (2) or deleted (3), whether they were or not. */
  async tell(changes: readonly (readonly [string, number])[]): Promise<void> {
    await this.server.connection.sendNotification("workspace/didChangeWatchedFiles", {
      changes: changes.map(([path, type]) => ({ uri: this.uri(path), type })),
    });
  }
}
