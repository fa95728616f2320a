import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";

/** A message that came from the server. */
export interface Incoming {
  readonly id?: unknown;
  readonly method?: unknown;
  readonly result?: unknown;
  readonly error?: unknown;
}

/** The built server as a process, to which any bytes can be written. */
export class Wire {
  private readonly child: ChildProcess;
  private readonly ended: Promise<number | null>;
  private readonly answers = new Map<unknown, Incoming>();
  private readonly waiting = new Map<unknown, (answer: Incoming | undefined) => void>();
  private buffer = Buffer.alloc(0);
  private hasEnded = false;
  /** How often a request was answered twice, or one that was not made. */
  unasked = 0;
  /** The last of what the server wrote on standard error. */
  complaints = "";

  /** `reply` gives the results of what the server asks. */
  constructor(
    root: string,
    private readonly reply: (method: unknown) => unknown,
    private readonly asked = new Set<unknown>(),
  ) {
    const args = [join(root, "dist", "server.js"), "--stdio"];
    this.child = spawn(process.execPath, args, { stdio: ["pipe", "pipe", "pipe"] });
    this.child.stderr!.on("data", (data: Buffer) => {
      this.complaints = (this.complaints + data.toString()).slice(-2000);
    });
    this.child.stdin!.on("error", () => {});
    this.child.stdout!.on("data", (data: Buffer) => this.read(data));
    this.ended = new Promise((resolve) => {
      // Its last answers are read, too.
      this.child.once("close", (code) => {
        this.hasEnded = true;
        for (const wake of this.waiting.values()) wake(undefined);
        resolve(code);
      });
    });
  }

  get isAlive(): boolean {
    return !this.hasEnded;
  }

  write(bytes: string | Uint8Array): void {
    if (!this.hasEnded) this.child.stdin!.write(bytes);
  }

  hasAnswered(id: unknown): boolean {
    return this.answers.has(id);
  }

  send(message: unknown): void {
    this.write(framed(JSON.stringify(message)));
  }

  /** Sends a request, whose answer `answer` waits for. */
  request(id: number | string, method: unknown, params: unknown): void {
    this.asked.add(id);
    this.send({ jsonrpc: "2.0", id, method, ...(params === undefined ? {} : { params }) });
  }

  /** The answer to a request; undefined when the server ended, or did not answer in `patience` milliseconds. */
  async answer(id: unknown, patience: number): Promise<Incoming | undefined> {
    const known = this.answers.get(id);
    if (known || this.hasEnded) return known;
    return new Promise((resolve) => {
      const late = setTimeout(() => resolve(undefined), patience);
      this.waiting.set(id, (answer) => {
        clearTimeout(late);
        resolve(answer);
      });
    });
  }

  /** The exit code after the input ended; undefined when the server had to be killed. */
  async stop(patience: number): Promise<number | null | undefined> {
    if (!this.hasEnded) this.child.stdin!.end();
    const late = setTimeout(() => this.child.kill("SIGKILL"), patience);
    const code = await this.ended;
    clearTimeout(late);
    return this.child.killed ? undefined : code;
  }

  private read(data: Buffer): void {
    this.buffer = Buffer.concat([this.buffer, data]);
    for (;;) {
      const head = this.buffer.indexOf("\r\n\r\n");
      const length = Number(
        /Content-Length: (\d+)/i.exec(this.buffer.subarray(0, Math.max(0, head)).toString())?.[1],
      );
      if (head < 0 || this.buffer.length < head + 4 + length) return;
      const message = JSON.parse(this.buffer.subarray(head + 4, head + 4 + length).toString()) as Incoming;
      this.buffer = this.buffer.subarray(head + 4 + length);
      this.take(message);
    }
  }

  private take(message: Incoming): void {
    const { id, method } = message;
    if (method !== undefined) {
      if (id !== undefined) this.send({ jsonrpc: "2.0", id, ...(this.reply(method) as object) });
      return;
    }
    if (id === null || id === undefined) return;
    if (!this.asked.has(id) || this.answers.has(id)) this.unasked++;
    this.answers.set(id, message);
    this.waiting.get(id)?.(message);
  }
}

/** A message with its header. */
export function framed(body: string): Buffer {
  const bytes = Buffer.from(body);
  return Buffer.concat([Buffer.from(`Content-Length: ${bytes.length}\r\n\r\n`), bytes]);
}
