import { once } from "node:events";
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { ServerProcess } from "../lsp/client.js";

/** How much is done to a server. */
export interface SoakOptions {
  /** Reports that are opened, edited and closed, each at a place of its own. */
  readonly reports: number;
  /** Edits of one report that stays open. */
  readonly edits: number;
}

/** The server's memory, in bytes, behind a collection. */
export interface Memory {
  /** Objects and buffers in use. */
  readonly heap: number;
  /** What the process takes from the system. */
  readonly rss: number;
}

/** The memory at each of `SHARES` of the work. */
export interface Soaked {
  readonly reports: readonly Memory[];
  readonly edits: readonly Memory[];
}

/** Where the memory is looked at, as shares of the work: before the first the server warms up. */
const SHARES = [0.1, 0.5, 1];
/**
 * In bytes: what the heap may grow by from the first look to the last, whatever is done between. Code that is compiled
 * when it is run often takes some megabytes; the analyses of a few hundred closed reports would take more.
 */
export const MOST_GROWTH = 5_000_000;

/** How much more of the heap is in use at the last look than at the first, in bytes. */
export function growth(memory: readonly Memory[]): number {
  return memory.at(-1)!.heap - memory[0]!.heap;
}

const PROBE = fileURLToPath(new URL("../../test/soak/measure.cjs", import.meta.url));
const CAPABILITIES = {
  textDocument: { diagnostic: {} },
  workspace: { workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: true } },
};

/** Has the built server work through reports and edits as an editor would, and answers the memory that it takes. */
export async function soak(
  { reports, edits }: SoakOptions,
  tell: (line: string) => void = () => {},
): Promise<Soaked> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "trip-soak-")));
  const server = new ServerProcess(undefined, undefined, ["--expose-gc", "--require", PROBE]);
  try {
    const editor = new Editor(server, root);
    await editor.start();
    const opened = await watched(
      reports,
      (n) => editor.visit(n),
      server,
      (text) => tell(`reports: ${text}`),
    );
    await editor.open(EDITED, reportOf(0, 40));
    const edited = await watched(
      edits,
      (n) => editor.edit(n),
      server,
      (text) => tell(`edits: ${text}`),
    );
    return { reports: opened, edits: edited };
  } finally {
    await server.stop();
    rmSync(root, { recursive: true, force: true });
  }
}

/** Does something `count` times and answers the memory at each share of it. */
async function watched(
  count: number,
  work: (n: number) => Promise<void>,
  server: ServerProcess,
  tell: (text: string) => void,
): Promise<Memory[]> {
  const found: Memory[] = [];
  const looks = SHARES.map((share) => Math.ceil(count * share));
  for (let done = 1; done <= count; done++) {
    await work(done);
    if (done !== looks[found.length]) continue;
    const memory = await memoryOf(server);
    found.push(memory);
    tell(`${done} of ${count}, heap ${megabytes(memory.heap)} MB, process ${megabytes(memory.rss)} MB`);
  }
  return found;
}

async function memoryOf({ child }: ServerProcess): Promise<Memory> {
  const answer = once(child, "message");
  child.send("measure");
  return (await answer)[0] as Memory;
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(2);
}

/** The report that stays open. */
const EDITED = "edited.trip.md";
/** Visited reports that share a folder: settings are looked for by folder. */
const TOGETHER = 20;
/** Edits on one line, the last of which takes it back: the report stays as long as it is. */
const ROUND = 8;
/** What such lines begin with. */
const LINES = [
  "<!-- internal: a",
  "words ",
  "### A talk (Jo Lind) ",
  ":::internal ",
  "- TODO ask ",
  "```",
  "[a](b.md) ",
];
/** Edits before the editor asks again, as one does that waits until the typing rests. */
const ASKED = 10;

/** An editor over a folder of a few reports. */
class Editor {
  private version = 1;
  private lines = 0;

  constructor(
    private readonly server: ServerProcess,
    private readonly root: string,
  ) {}

  async start(): Promise<void> {
    mkdirSync(join(this.root, "reports"));
    writeFileSync(join(this.root, ".tripreport.yaml"), "audiences: [team, company, public]\n");
    for (let n = 0; n < 30; n++) writeFileSync(join(this.root, "reports", `${n}.trip.md`), reportOf(n, 3));
    this.server.connection.onRequest("client/registerCapability", () => null);
    await this.server.initialize(CAPABILITIES, pathToFileURL(this.root).href);
  }

  async open(path: string, text: string): Promise<void> {
    this.lines = text.split("\n").length;
    await this.server.open(this.uri(path), text);
  }

  /** Opens a report at a place of its own, types in it and closes it; its file is never written. */
  async visit(n: number): Promise<void> {
    const path = `visited/${Math.floor(n / TOGETHER)}/${n}.trip.md`;
    await this.open(path, reportOf(n, 3));
    await this.ask(path);
    await this.server.change(this.uri(path), 2, [
      insertion(9, 0, "TODO look at [the slides](slides.md)\n\n"),
    ]);
    await this.ask(path);
    await this.server.connection.sendNotification("textDocument/didClose", {
      textDocument: { uri: this.uri(path) },
    });
  }

  /** Puts a line in somewhere, types on it or takes it back; asks now and then. */
  async edit(n: number): Promise<void> {
    const round = Math.floor((n - 1) / ROUND);
    const step = (n - 1) % ROUND;
    const line = (round * 7919) % this.lines;
    const typed = LINES[round % LINES.length]!;
    const start = { line, character: 0 };
    const change =
      step === 0
        ? insertion(line, 0, `${typed}\n`)
        : step === ROUND - 1
          ? { range: { start, end: { line: line + 1, character: 0 } }, text: "" }
          : insertion(line, typed.length, "x");
    await this.server.change(this.uri(EDITED), ++this.version, [change]);
    if (n % ASKED === 0) await this.ask(EDITED);
  }

  /** Asks what an editor asks of a report that it shows. */
  private async ask(path: string): Promise<void> {
    const textDocument = { uri: this.uri(path) };
    const position = { line: 9, character: 8 };
    const range = { start: { line: 0, character: 0 }, end: { line: 30, character: 0 } };
    const asked: (readonly [method: string, params: object])[] = [
      ["textDocument/diagnostic", {}],
      ["textDocument/documentSymbol", {}],
      ["textDocument/semanticTokens/full", {}],
      ["textDocument/foldingRange", {}],
      ["textDocument/codeLens", {}],
      ["textDocument/documentLink", {}],
      ["textDocument/hover", { position }],
      ["textDocument/codeAction", { range, context: { diagnostics: [] } }],
    ];
    await Promise.all(
      asked.map(([method, params]) => this.server.request(method, { textDocument, ...params })),
    );
  }

  private uri(path: string): string {
    return pathToFileURL(join(this.root, path)).href;
  }
}

function insertion(line: number, character: number, text: string) {
  const at = { line, character };
  return { range: { start: at, end: at }, text };
}

/** A report of some talks, no two of the same words. */
function reportOf(n: number, talks: number): string {
  const head = `---\ntype: trip-report\nevent: Harbour Days ${n}\naudience: team\n---\n\n# Harbour Days ${n}\n\n`;
  const talk = (at: number) => `## “Clocks of port ${n}.${at}” (Ilse Varnholt, Pelican Grid)

They told of clock ${n * 100 + at}, *twice*, with a [picture](${n}-${at}.png).

- A thing [internal: ask Jo about ${n}]
- Another thing

TODO write to quay ${at}

`;
  return head + Array.from({ length: talks }, (_, at) => talk(at)).join("");
}
