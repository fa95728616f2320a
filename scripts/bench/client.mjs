// A client that measures: it starts a language server over standard streams, and answers what servers ask of an editor.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { installDependencies } from "../setup.mjs";

installDependencies();
const { default: MarkdownIt } = await import("markdown-it");
const { CancellationTokenSource, createMessageConnection, StreamMessageReader, StreamMessageWriter } =
  await import("vscode-jsonrpc/node");

/** What an answer may take, in ms. */
const PATIENCE = 60_000;
const INCREMENTAL = 2;

const capabilities = {
  general: { positionEncodings: ["utf-16"], markdown: { parser: "markdown-it" } },
  window: { workDoneProgress: true },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    symbol: { dynamicRegistration: true },
  },
  textDocument: {
    synchronization: { dynamicRegistration: true },
    documentSymbol: { dynamicRegistration: true, hierarchicalDocumentSymbolSupport: true },
    foldingRange: { dynamicRegistration: true, lineFoldingOnly: true },
    diagnostic: { dynamicRegistration: true },
    publishDiagnostics: { versionSupport: true },
  },
};

/** A server that ended, or did not answer. */
export class Gone extends Error {}

export class Client {
  #child;
  #connection;
  #settings;
  #folder;
  /** Rejected when the server ends. */
  #ended;
  #started = performance.now();
  /** @type {Map<string, { text: string, version: number, tokens?: { version: number, list: unknown } }>} */
  #documents = new Map();
  /** @type {Map<string, any>} */
  #registered = new Map();
  /** @type {any} */
  #can = {};
  #markdown = new MarkdownIt({ html: true, linkify: true });

  /**
   * @param {import("./servers.mjs").Peer} peer
   * @param {string} folder of the workspace
   */
  constructor({ server = [], settings = {} }, folder) {
    this.#settings = settings;
    this.#folder = folder;
    const [command = "", ...args] = server;
    this.#child = spawn(command, args, { cwd: folder, stdio: ["pipe", "pipe", "ignore"] });
    this.#child.stdin.on("error", () => {});
    this.#connection = createMessageConnection(
      new StreamMessageReader(this.#child.stdout),
      new StreamMessageWriter(this.#child.stdin),
    );
    this.#connection.onError(() => {});
    this.#ended = new Promise((_, reject) => {
      this.#child.once("error", (error) => reject(new Gone(error.message)));
      this.#child.once("exit", (code) => reject(new Gone(`it ended with ${code}`)));
    });
    this.#ended.catch(() => {});
    this.#connection.onRequest((method, params) => this.#answer(method, params));
    this.#connection.onNotification(() => {});
    this.#connection.listen();
  }

  /**
   * Ready for work; the time from before the process was started to the answer, in ms.
   * @returns {Promise<number>}
   */
  async initialize() {
    const uri = pathToFileURL(this.#folder).href;
    const answer = await this.request("initialize", {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: [{ uri, name: "reports" }],
      capabilities,
    });
    const time = performance.now() - this.#started;
    this.#can = answer.capabilities;
    this.notify("initialized", {});
    this.notify("workspace/didChangeConfiguration", { settings: this.#settings });
    return time;
  }

  /**
   * @param {string} method
   * @param {unknown} params
   * @returns {Promise<any>}
   */
  request(method, params) {
    return this.cancellable(method, params).answered;
  }

  /**
   * A request that can be taken back, and its answer.
   * @param {string} method
   * @param {unknown} params
   */
  cancellable(method, params) {
    const source = new CancellationTokenSource();
    /** @type {NodeJS.Timeout | undefined} */
    let late;
    const patience = new Promise((_, reject) => {
      late = setTimeout(() => reject(new Gone(`no answer to ${method}`)), PATIENCE);
    });
    const sent = this.#connection.sendRequest(method, params, source.token);
    const answered = Promise.race([sent, this.#ended, patience]).finally(() => clearTimeout(late));
    answered.catch(() => {});
    return { answered, cancel: () => source.cancel() };
  }

  /** @param {string} method @param {object} params */
  notify(method, params) {
    void this.#connection.sendNotification(method, params).catch(() => {});
  }

  /** Whether the server answers a request. @param {string} capability @param {string} method */
  offers(capability, method) {
    return Boolean(this.#can[capability]) || this.#registered.has(method);
  }

  /** @param {string} uri @param {string} text */
  open(uri, text) {
    this.#documents.set(uri, { text, version: 1 });
    this.notify("textDocument/didOpen", { textDocument: { uri, languageId: "markdown", version: 1, text } });
  }

  /**
   * @param {string} uri
   * @param {import("./reports.mjs").Edit} edit
   * @param {{ start: object, end: object }} range the same in lines
   */
  change(uri, { from, to, insert }, range) {
    const document = this.#documents.get(uri);
    if (!document) throw new Error("not open");
    document.text = document.text.slice(0, from) + insert + document.text.slice(to);
    document.version++;
    const sync = this.#registered.get("textDocument/didChange")?.syncKind ?? this.#can.textDocumentSync;
    const incremental = (sync?.change ?? sync) === INCREMENTAL;
    this.notify("textDocument/didChange", {
      textDocument: { uri, version: document.version },
      contentChanges: [incremental ? { range, text: insert } : { text: document.text }],
    });
  }

  /** The most memory that the server's process and those it started had so far, in MB of 2^20; undefined where that is not told. */
  peakMemory() {
    let kilobytes = 0;
    /** @param {number} pid */
    const add = (pid) => {
      kilobytes += Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
      const below = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean);
      for (const child of below) add(Number(child));
    };
    try {
      add(this.#child.pid ?? 0);
      return kilobytes / 1024;
    } catch {
      return undefined;
    }
  }

  /** Ends the server, by force where it does not end by itself. */
  async stop() {
    const gone = this.#ended.catch(() => {});
    const kill = setTimeout(() => this.#child.kill("SIGKILL"), 3_000);
    void this.#connection
      .sendRequest("shutdown")
      .then(() => this.#connection.sendNotification("exit"))
      .catch(() => {});
    await gone;
    clearTimeout(kill);
    this.#connection.dispose();
  }

  /** @param {string} method @param {any} params @returns {unknown} */
  #answer(method, params) {
    switch (method) {
      case "client/registerCapability":
        for (const { method: of, registerOptions } of params.registrations)
          this.#registered.set(of, registerOptions ?? {});
        return null;
      case "workspace/configuration":
        return params.items.map((/** @type {{ section?: string }} */ { section }) => this.#setting(section));
      case "workspace/workspaceFolders":
        return [{ uri: pathToFileURL(this.#folder).href, name: "reports" }];
      case "markdown/parse":
        return this.#tokens(params);
      case "markdown/findMarkdownFilesInWorkspace":
        return markdownFiles(this.#folder);
      case "markdown/fs/readFile":
        return readFile(fileURLToPath(params.uri)).then((bytes) => [...bytes]);
      case "markdown/fs/readDirectory":
        return readdir(fileURLToPath(params.uri), { withFileTypes: true }).then((entries) =>
          entries.map((entry) => [entry.name, { isDirectory: entry.isDirectory() }]),
        );
      case "markdown/fs/stat":
        return stat(fileURLToPath(params.uri)).then(
          (found) => ({ isDirectory: found.isDirectory() }),
          () => null,
        );
      default:
        return null;
    }
  }

  /** @param {string | undefined} section */
  #setting(section = "") {
    /** @type {any} */
    let value = this.#settings;
    for (const key of section.split(".").filter(Boolean)) value = value?.[key];
    return value ?? null;
  }

  /** Tokens of markdown-it, kept for a version, as in VS Code. @param {{ uri: string, text?: string }} params */
  async #tokens({ uri, text }) {
    const document = this.#documents.get(uri);
    if (text !== undefined || !document)
      return this.#markdown.parse(text ?? (await readFile(fileURLToPath(uri), "utf8")), {});
    if (document.tokens?.version !== document.version)
      document.tokens = { version: document.version, list: this.#markdown.parse(document.text, {}) };
    return document.tokens.list;
  }
}

/** @param {string} folder */
async function markdownFiles(folder) {
  const entries = await readdir(folder, { recursive: true });
  return entries.filter((path) => path.endsWith(".md")).map((path) => pathToFileURL(join(folder, path)).href);
}
