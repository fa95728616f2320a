import { createContext, Script } from "node:vm";

/** Answers what a server asks of its client. */
export type Answers = Readonly<Record<string, (params: never) => unknown>>;

/**
 * A bundle of the server in a world that has what a web worker has and nothing of Node, spoken to by messages as an
 * editor in a browser would.
 */
export class WorkerServer {
  private readonly scope: { onmessage?: (event: { readonly data: unknown }) => void };
  private readonly waiting = new Map<
    number,
    (answer: { result?: unknown; error?: { message: string } }) => void
  >();
  private last = 0;
  /** What the server asked and told. */
  readonly asked: { readonly method: string; readonly params: unknown }[] = [];
  readonly logged: string[] = [];

  constructor(
    bundle: string,
    private readonly answers: Answers,
  ) {
    const scope: Record<string, unknown> = {
      AbortController,
      MessageChannel,
      PerformanceObserver,
      TextDecoder,
      TextEncoder,
      URL,
      atob,
      btoa,
      clearTimeout,
      console,
      performance,
      queueMicrotask,
      setTimeout,
      structuredClone,
      addEventListener: () => {},
      postMessage: (message: unknown) => this.hear(structuredClone(message) as Message),
    };
    scope.self = scope;
    this.scope = createContext(scope) as typeof this.scope;
    new Script(bundle, { filename: "server.js" }).runInContext(this.scope as object);
  }

  request<T>(method: string, params: object): Promise<T> {
    const id = ++this.last;
    this.post({ jsonrpc: "2.0", id, method, params });
    return new Promise((resolve, reject) => {
      this.waiting.set(id, ({ result, error }) => {
        if (error) reject(new Error([error.message, ...this.logged].join("\n")));
        else resolve(result as T);
      });
    });
  }

  notify(method: string, params: object): void {
    this.post({ jsonrpc: "2.0", method, params });
  }

  private post(message: object): void {
    this.scope.onmessage?.({ data: structuredClone(message) });
  }

  private hear({ id, method, params, result, error }: Message): void {
    if (method === undefined) {
      this.waiting.get(id as number)?.({ result, ...(error ? { error } : {}) });
      return;
    }
    if (method === "window/logMessage") this.logged.push((params as { readonly message: string }).message);
    this.asked.push({ method, params });
    if (id === undefined) return;
    const answer = this.answers[method]?.(params as never) ?? null;
    queueMicrotask(() => this.post({ jsonrpc: "2.0", id, result: answer }));
  }
}

interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}
