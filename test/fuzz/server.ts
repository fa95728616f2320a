import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import { arbitraryReport } from "../support/arbitrary-report.js";
import { brokenStream, garbage, method, params, textChange } from "./messages.js";
import { sample, type Target } from "./target.js";
import { framed, Wire } from "./wire.js";

const PATIENCE = 30_000;

/** What a client may do wrong, or in no order. */
const step = fc.oneof(
  { weight: 10, arbitrary: fc.record({ kind: fc.constant("request" as const), method, params }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("notification" as const), method, params }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("open" as const),
      document: fc.nat({ max: 3 }),
      text: arbitraryReport,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("change" as const),
      document: fc.nat({ max: 3 }),
      changes: textChange,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("close" as const), document: fc.nat({ max: 3 }) }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant("cancel" as const), back: fc.integer({ min: -3, max: 5 }) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("garbage" as const), body: garbage }) },
);
const session = fc.record({
  steps: fc.array(step, { minLength: 20, maxLength: 120 }),
  replies: fc.array(
    fc.oneof(
      fc.constant({ result: null }),
      params.map((result) => ({ result: result ?? null })),
      fc.constant({ error: { code: -32601, message: "no" } }),
    ),
    { minLength: 1, maxLength: 5 },
  ),
  capabilities: fc.constantFrom(
    {},
    { textDocument: { diagnostic: {} } },
    {
      workspace: {
        configuration: true,
        workspaceFolders: true,
        didChangeConfiguration: { dynamicRegistration: true },
      },
    },
  ),
  /** How the session ends, where it does not end in order. */
  broken: fc.option(brokenStream, { freq: 3 }),
  config: fc.constantFrom(
    "",
    "terms: [{pattern: '(a+)+$'}]\n",
    "audiences: 3\n",
    "rules: {missing-speaker: off}\n",
    "\u0000",
  ),
});

/** Whatever a client sends, the server lives, answers or refuses each request once, and serves a well-behaved session. */
export const server: Target = {
  name: "server",
  async try(seed, { root }) {
    const folder = mkdtempSync(join(tmpdir(), "trip-report-fuzz-"));
    const { steps, replies, capabilities, config, broken } = sample(session, seed);
    if (config !== "") writeFileSync(join(folder, ".tripreport.yaml"), config);
    writeFileSync(join(folder, "a.trip.md"), sample(arbitraryReport, seed));
    let asked = 0;
    const wire = new Wire(root, () => replies[asked++ % replies.length]);
    try {
      const rootUri = pathToFileURL(folder).href;
      wire.request("initialize", "initialize", { processId: null, rootUri, capabilities });
      if (!(await wire.answer("initialize", PATIENCE))) return ["it does not start"];
      wire.send({ jsonrpc: "2.0", method: "initialized", params: {} });
      const ids = steps.flatMap((each, id) => take(wire, each, id, rootUri));
      return broken === null ? await afterwards(wire, ids, rootUri) : await brokenOff(wire, ids, broken);
    } finally {
      await wire.stop(0);
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

type Step = ReturnType<typeof step.generate>["value"];

/** Does a step and answers the ids of the requests it made. */
function take(wire: Wire, done: Step, id: number, folder: string): number[] {
  const uriOf = (document: number) => `${folder}/${"abcd"[document]}.trip.md`;
  const notify = (name: string, told: unknown) => wire.send({ jsonrpc: "2.0", method: name, params: told });
  switch (done.kind) {
    case "request":
      wire.request(id, done.method, located(done.params, uriOf(id % 4)));
      return [id];
    case "notification":
      notify(done.method, located(done.params, uriOf(id % 4)));
      break;
    case "open":
      notify("textDocument/didOpen", {
        textDocument: { uri: uriOf(done.document), languageId: "trip-report", version: id, text: done.text },
      });
      break;
    case "change":
      notify("textDocument/didChange", {
        textDocument: { uri: uriOf(done.document), version: id },
        contentChanges: done.changes,
      });
      break;
    case "close":
      notify("textDocument/didClose", { textDocument: { uri: uriOf(done.document) } });
      break;
    case "cancel":
      notify("$/cancelRequest", { id: id - done.back });
      break;
    case "garbage":
      wire.write(framed(done.body));
  }
  return [];
}

/** Parameters about a document of this session where they name none. */
function located(told: unknown, uri: string): unknown {
  if (typeof told !== "object" || told === null || Array.isArray(told) || "textDocument" in told) return told;
  return { textDocument: { uri }, ...told };
}

/** A stream that cannot be read on: what was asked before is answered, and the server ends and says why. */
async function brokenOff(wire: Wire, ids: readonly number[], broken: string): Promise<string[]> {
  wire.write(broken);
  const code = await wire.stop(PATIENCE);
  const unanswered = ids.filter((id) => !wire.hasAnswered(id));
  return [
    ...(code === 1 ? [] : [`it ends with ${code ?? "a kill"} behind ${JSON.stringify(broken)}`]),
    ...(wire.complaints.includes("no longer read") ? [] : ["it does not say why it ends"]),
    ...(unanswered.length === 0 ? [] : [`request ${unanswered[0]} has no answer`]),
  ];
}

async function afterwards(wire: Wire, ids: readonly number[], folder: string): Promise<string[]> {
  for (const id of ids)
    if (!(await wire.answer(id, PATIENCE)))
      return [wire.isAlive ? `request ${id} has no answer` : "it ended"];
  const uri = `${folder}/well-behaved.trip.md`;
  const textDocument = {
    uri,
    languageId: "trip-report",
    version: 1,
    text: "# T\n\n## Ten winters (Ada Brook)\n\nA\n",
  };
  wire.send({ jsonrpc: "2.0", method: "textDocument/didOpen", params: { textDocument } });
  wire.request("symbols", "textDocument/documentSymbol", { textDocument: { uri } });
  const symbols = JSON.stringify((await wire.answer("symbols", PATIENCE)) ?? null);
  const wrong = symbols.includes("Ten winters")
    ? []
    : [`a normal session is not served: ${symbols.slice(0, 200)}`];
  if (wire.unasked > 0) wrong.push(`${wire.unasked} answers to nothing`);
  wire.request("shutdown", "shutdown", undefined);
  if (!(await wire.answer("shutdown", PATIENCE))) wrong.push("it does not shut down");
  wire.send({ jsonrpc: "2.0", method: "exit" });
  const code = await wire.stop(PATIENCE);
  return code === 0 ? wrong : [...wrong, `it ends with ${code ?? "a kill"}`];
}
