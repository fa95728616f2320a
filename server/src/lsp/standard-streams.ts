import {
  AbstractMessageReader,
  AbstractMessageWriter,
  type DataCallback,
  type Disposable,
  ErrorCodes,
  Message,
} from "vscode-languageserver/node";
import { Encoder } from "./encoding.js";
import { Frames } from "./frames.js";

/** How long requests that were read may take to be answered once nothing more can be read, in milliseconds. */
const PATIENCE = 5_000;

/** A stream that can be told to send what it is given together. */
interface Output extends NodeJS.WritableStream {
  cork(): void;
  uncork(): void;
}

type RequestId = string | number | null;

/** Writes answers, large ones piece by piece, and tells which are still to come. */
export class AnswerWriter extends AbstractMessageWriter {
  private readonly encoder = new Encoder();
  private readonly owed = new Set<RequestId>();
  private whenAllAnswered: () => void = () => {};
  /** Resolves when what was to be written is. */
  private last: Promise<void> = Promise.resolve();
  private errors = 0;

  constructor(private readonly output: Output) {
    super();
    output.on("error", (error) => this.fireError(error));
    output.on("close", () => this.fireClose());
  }

  /** Takes note of a message that was read. */
  note(message: Message): void {
    if (Message.isRequest(message)) this.owed.add(message.id);
  }

  async write(message: Message): Promise<void> {
    // The next message is not made before this one is on its way: a client that reads slowly would have us keep them all.
    const written = this.last.then(() => this.send(message));
    this.last = written.catch(() => {});
    await written;
    if (!Message.isResponse(message)) return;
    this.owed.delete(message.id);
    if (this.owed.size === 0) this.whenAllAnswered();
  }

  end(): void {
    this.output.end();
  }

  /** Sends a message at once, header and all: whoever waits for it is woken once. */
  private async send(message: Message): Promise<void> {
    const { output } = this;
    try {
      const pieces = this.encoder.encode(message);
      const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
      await new Promise<void>((done, failed) => {
        const settle = (error: Error | null | undefined) => (error ? failed(error) : done());
        output.cork();
        output.write(`Content-Length: ${length}\r\n\r\n`, "ascii");
        for (const piece of pieces.slice(0, -1)) output.write(piece);
        output.write(pieces.at(-1)!, settle);
        output.uncork();
      });
      this.errors = 0;
    } catch (error) {
      this.fireError(error, message, ++this.errors);
      throw error;
    }
  }

  /** Resolves when all requests that were read are answered, or after a time. */
  async settled(): Promise<void> {
    if (this.owed.size === 0) return;
    await new Promise<void>((resolve) => {
      this.whenAllAnswered = resolve;
      setTimeout(resolve, PATIENCE);
    });
  }
}

/**
 * Reads messages from standard input. When that ends, or cannot be read any further, what was read is answered first;
 * then `end` is called, with what went wrong if anything did.
 */
export class InputReader extends AbstractMessageReader {
  private readonly frames = new Frames();
  private hasEnded = false;
  private wasShutDown = false;

  constructor(
    private readonly input: NodeJS.ReadableStream,
    private readonly writer: AnswerWriter,
    private readonly end: (code: 0 | 1, problem: string | undefined) => void,
  ) {
    super();
  }

  listen(callback: DataCallback): Disposable {
    const read = (bytes: Buffer) => {
      if (this.hasEnded) return;
      for (const body of this.frames.push(bytes)) this.take(body, callback);
      const { broken } = this.frames;
      if (broken !== undefined) {
        this.tell(broken);
        void this.finish(broken);
      }
    };
    const over = () => void this.finish(this.frames.isWithin ? "it ended within a message" : undefined);
    this.input.on("data", read).on("end", over).on("close", over).on("error", over);
    return { dispose: () => this.input.off("data", read) };
  }

  private take(body: Buffer, callback: DataCallback): void {
    const message = parsed(body);
    // The next one begins where the header says: only this one is lost.
    if (!message) this.tell("a message is no JSON object");
    else {
      if (Message.isRequest(message) && message.method === "shutdown") this.wasShutDown = true;
      this.writer.note(message);
      callback(message);
    }
  }

  /** Answers what has no id that could be read. */
  private tell(problem: string): void {
    const error = { code: ErrorCodes.ParseError, message: problem };
    void this.writer.write({ jsonrpc: "2.0", id: null, error } as Message).catch(() => {});
  }

  private async finish(problem: string | undefined): Promise<void> {
    if (this.hasEnded) return;
    this.hasEnded = true;
    await this.writer.settled();
    this.end(this.wasShutDown && problem === undefined ? 0 : 1, problem);
  }
}

function parsed(body: Buffer): Message | undefined {
  try {
    const value: unknown = JSON.parse(body.toString("utf8"));
    return typeof value === "object" && value !== null ? (value as Message) : undefined;
  } catch {
    return undefined;
  }
}
