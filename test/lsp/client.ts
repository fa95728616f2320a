import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from "vscode-jsonrpc/node";

/** The built server as a process, spoken to over standard input and output as an editor would. */
export class ServerProcess {
  readonly child: ChildProcess;
  readonly connection;
  /** What the server pushed, newest last. */
  readonly pushed: {
    readonly uri: string;
    readonly version?: number;
    readonly diagnostics: readonly unknown[];
  }[] = [];
  private readonly waiting: (() => void)[] = [];

  /**
   * Starts a program, or else one of dist/, by its script. `options` are those of Node itself; with any, the process can
   * be sent messages beside the protocol.
   */
  constructor(
    args: readonly string[] = ["server.js", "--stdio"],
    program?: string,
    options: readonly string[] = [],
  ) {
    const dist = fileURLToPath(new URL("../../dist/", import.meta.url));
    const [script, ...rest] = args;
    const command =
      program === undefined ? [process.execPath, ...options, dist + script, ...rest] : [program, ...args];
    this.child = spawn(command[0]!, command.slice(1), {
      stdio: ["pipe", "pipe", "inherit", ...(options.length > 0 ? ["ipc" as const] : [])],
    });
    this.connection = createMessageConnection(
      new StreamMessageReader(this.child.stdout!),
      new StreamMessageWriter(this.child.stdin!),
    );
    this.connection.onNotification("textDocument/publishDiagnostics", (params) => {
      this.pushed.push(params);
      for (const wake of this.waiting.splice(0)) wake();
    });
    this.connection.listen();
  }

  async initialize(
    capabilities: object = { textDocument: { diagnostic: {} } },
    rootUri: string | null = null,
    locale?: string,
    initializationOptions?: object,
  ) {
    const answer = await this.connection.sendRequest("initialize", {
      processId: process.pid,
      rootUri,
      capabilities,
      ...(locale === undefined ? {} : { locale }),
      ...(initializationOptions && { initializationOptions }),
    });
    await this.connection.sendNotification("initialized", {});
    return answer as { readonly capabilities: Readonly<Record<string, unknown>> };
  }

  async open(uri: string, text: string, languageId = "trip-report", version = 1): Promise<void> {
    await this.connection.sendNotification("textDocument/didOpen", {
      textDocument: { uri, languageId, version, text },
    });
  }

  async change(uri: string, version: number, contentChanges: readonly object[]): Promise<void> {
    await this.connection.sendNotification("textDocument/didChange", {
      textDocument: { uri, version },
      contentChanges,
    });
  }

  request<T>(method: string, params: object): Promise<T> {
    return this.connection.sendRequest(method, params);
  }

  /** Waits until something pushed satisfies `matches`; the test's own time limit ends a wait in vain. */
  async pushedOne(matches: (params: ServerProcess["pushed"][number]) => boolean) {
    for (;;) {
      const found = this.pushed.findLast(matches);
      if (found) return found;
      await new Promise<void>((wake) => this.waiting.push(wake));
    }
  }

  /** Shuts the server down as the protocol has it and answers its exit status. */
  async stop(): Promise<number | null> {
    const exited = new Promise<number | null>((resolve) => this.child.once("exit", resolve));
    await this.connection.sendRequest("shutdown");
    await this.connection.sendNotification("exit");
    return exited;
  }
}
