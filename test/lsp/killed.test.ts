import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, watch, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ServerProcess } from "./client.js";

/** Each takes some seconds: servers are started. */
const RUNS = 4;
/** Enough for threads to read them and for the cache to take a while to be written. */
const CLOSED = 60;
const report = (n: number) => `---
type: trip-report
event: Harbour Days ${n % 7}
audience: team
---

# Harbour Days ${n}

${Array.from({ length: 12 }, (_, at) => `## Clocks of port ${n}.${at} (Ilse Varnholt, Pelican Grid)\n\nTODO ask Jo about ${at}\n\n[internal: not for ${n}]\n`).join("\n")}`;

/** What an editor sends while somebody works: nothing of it is waited for. */
const step = fc.oneof(
  fc.record({
    kind: fc.constant("type" as const),
    document: fc.nat(2),
    line: fc.nat(40),
    text: fc.constantFrom(
      "x",
      "\n",
      "### Talk (Jo Lind)\n",
      "<!-- internal: ",
      "-->",
      ":::internal\n",
      "TODO a\n",
    ),
  }),
  fc.record({ kind: fc.constant("ask" as const), document: fc.nat(2) }),
  fc.record({ kind: fc.constant("find" as const) }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

let root: string;
const uriOf = (path: string) => pathToFileURL(join(root, path)).href;
const openUri = (document: number) => uriOf(`workspace/open ${document}.trip.md`);

beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "trip-killed-")));
  mkdirSync(join(root, "workspace"));
  for (let n = 0; n < CLOSED; n++) writeFileSync(join(root, "workspace", `${n}.trip.md`), report(n));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** An editor with three documents open, which outlive the server. */
class Editor {
  readonly lines = [0, 1, 2].map((n) => report(n).split("\n"));
  private version = 1;
  server = this.started();

  constructor(private readonly cache: string) {}

  /** Starts a server over the workspace and tells it which documents are open, as they are now. */
  async begin(): Promise<void> {
    const { connection } = this.server;
    connection.onRequest("client/registerCapability", () => null);
    await connection.sendRequest("initialize", {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: [{ name: "workspace", uri: uriOf("workspace") }],
      capabilities: { textDocument: { diagnostic: {} }, workspace: { workspaceFolders: true } },
      initializationOptions: { cacheFolder: uriOf(this.cache) },
    });
    await connection.sendNotification("initialized", {});
    for (const [n, lines] of this.lines.entries())
      await this.server.open(openUri(n), lines.join("\n"), undefined, this.version);
  }

  /** Takes a step; what the server does not answer any more is nobody's business. */
  async take(step: Step): Promise<void> {
    const textDocument = { uri: openUri("document" in step ? step.document : 0) };
    const asked: Promise<unknown> =
      step.kind === "find"
        ? this.server.request("workspace/symbol", { query: "clocks" })
        : step.kind === "ask"
          ? this.server.request("textDocument/diagnostic", { textDocument })
          : this.type(step);
    await asked.catch(() => {});
  }

  /** Everything that is shown of the open documents and found in the workspace. */
  async shown(): Promise<unknown> {
    // Once all files are read: how names are spelt elsewhere decides findings.
    const overview = await this.server.request<object>("tripReport/overview", {});
    const about = [0, 1, 2].flatMap((document) =>
      ["diagnostic", "documentSymbol", "semanticTokens/full", "foldingRange"].map((name) =>
        this.server.request<{ resultId?: string }>(`textDocument/${name}`, {
          textDocument: { uri: openUri(document) },
        }),
      ),
    );
    const answers = await Promise.all([
      ...about,
      this.server.request<object>("workspace/symbol", { query: "clocks of port 3" }),
      overview,
    ]);
    // Which answer it was tells nothing of what it says.
    return answers.map((answer) => ({ ...answer, resultId: undefined }));
  }

  /** Has the server end, and waits until it begins to write its cache, where it does. */
  async saving(): Promise<void> {
    await this.server.request("tripReport/overview", {});
    mkdirSync(join(root, this.cache), { recursive: true });
    const watcher = watch(join(root, this.cache));
    await Promise.race([once(watcher, "change"), this.server.request("shutdown", {})]);
    watcher.close();
  }

  /** Kills the server and starts another, as an editor does that sees its server die. */
  async killed(): Promise<void> {
    const ended = once(this.server.child, "exit");
    this.server.child.kill("SIGKILL");
    await ended;
    this.server.connection.dispose();
    this.server = this.started();
    await this.begin();
  }

  private started(): ServerProcess {
    const server = new ServerProcess();
    // Whatever is written to it when it is dead is lost.
    server.child.stdin!.on("error", () => {});
    server.connection.onError(() => {});
    return server;
  }

  private async type({ document, line, text }: Extract<Step, { kind: "type" }>): Promise<void> {
    const lines = this.lines[document]!;
    const at = { line: line % lines.length, character: 0 };
    lines[at.line] = text + lines[at.line];
    this.lines[document] = lines.join("\n").split("\n");
    await this.server.change(openUri(document), ++this.version, [{ range: { start: at, end: at }, text }]);
  }
}

/** What a server shows of the same documents that nothing happened to and that has no cache. */
async function expected(editor: Editor): Promise<unknown> {
  const fresh = new Editor("none");
  fresh.lines.splice(0, 3, ...editor.lines);
  await fresh.begin();
  const shown = await fresh.shown();
  await fresh.server.stop();
  rmSync(join(root, "none"), { recursive: true, force: true });
  return shown;
}

/** When the server is killed: after so many steps that nothing was waited for, after so many answers, or while it writes its cache. */
const moment = fc.oneof(
  fc.record({ kind: fc.constant("steps" as const), steps: fc.array(step, { maxLength: 30 }) }),
  fc.record({
    kind: fc.constant("answers" as const),
    steps: fc.array(step, { minLength: 1, maxLength: 30 }),
    answers: fc.integer({ min: 1, max: 20 }),
  }),
  fc.record({ kind: fc.constant("saving" as const), steps: fc.array(step, { maxLength: 5 }) }),
);
type Moment = typeof moment extends fc.Arbitrary<infer T> ? T : never;

/** Works until the moment comes, and kills the server. */
async function killedAt(editor: Editor, moment: Moment): Promise<void> {
  const taken = moment.steps.map((each) => editor.take(each));
  if (moment.kind === "answers") {
    const answers = Math.min(moment.answers, taken.length);
    await new Promise<void>((done) => {
      let count = 0;
      for (const answer of taken) void answer.then(() => ++count === answers && done());
    });
  } else if (moment.kind === "saving") await editor.saving();
  await editor.killed();
}

describe("a server that is killed while somebody works", () => {
  it("shows when it is back what one shows that nothing happened to, and leaves a whole cache", async () => {
    let runs = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(moment, { minLength: 1, maxLength: 3 }), async (moments) => {
        const cache = `cache ${runs++}`;
        const editor = new Editor(cache);
        await editor.begin();
        for (const each of moments) await killedAt(editor, each);
        const fresh = await expected(editor);
        expect(await editor.shown()).toEqual(fresh);
        expect(await editor.server.stop()).toBe(0);
        expect(readdirSync(join(root, cache))).toEqual([expect.stringMatching(/^index-[\da-f]+\.jsonl$/)]);
        const next = new Editor(cache);
        next.lines.splice(0, 3, ...editor.lines);
        await next.begin();
        expect(await next.shown()).toEqual(fresh);
        expect(await next.server.stop()).toBe(0);
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  });
});
