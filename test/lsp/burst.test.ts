import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CancellationTokenSource } from "vscode-jsonrpc/node";
import { ServerProcess } from "./client.js";

const uri = "file:///reports/harbour.md";
const TALK = "## Ten winters (Ilse Varnholt)\n\nClocks fail first, and nobody looks at them.\n\n";

interface Symbol {
  readonly name: string;
}

describe("a burst of typing", () => {
  const server = new ServerProcess();
  beforeAll(async () => {
    await server.initialize();
    await server.open(uri, TALK.repeat(400));
  });
  afterAll(async () => {
    expect(await server.stop()).toBe(0);
  });

  it("is answered for the last keystroke; what was cancelled before its turn is not", async () => {
    const textDocument = { uri };
    const answers: Promise<Symbol[]>[] = [];
    let source = new CancellationTokenSource();
    for (let version = 2; version <= 31; version++) {
      source.cancel();
      source = new CancellationTokenSource();
      const at = { line: 0, character: 3 };
      void server.change(uri, version, [{ range: { start: at, end: at }, text: "x" }]);
      answers.push(
        server.connection.sendRequest("textDocument/documentSymbol", { textDocument }, source.token),
      );
    }
    const settled = await Promise.allSettled(answers);
    const last = settled.at(-1)!;
    expect(last.status).toBe("fulfilled");
    expect(last.status === "fulfilled" && last.value[0]?.name).toBe(`${"x".repeat(30)}Ten winters`);
    const refused = settled.filter((answer) => answer.status === "rejected");
    expect(refused.length).toBeGreaterThan(0);
    for (const { reason } of refused) expect(reason).toMatchObject({ code: -32800 });
  });

  it("of clients that never cancel is answered for the newest version", async () => {
    const textDocument = { uri };
    const answers: Promise<Symbol[]>[] = [];
    for (let version = 32; version <= 41; version++) {
      const at = { line: 0, character: 3 };
      void server.change(uri, version, [{ range: { start: at, end: at }, text: "y" }]);
      answers.push(server.request("textDocument/documentSymbol", { textDocument }));
    }
    const names = (await Promise.all(answers)).map(([first]) => first?.name);
    expect(names.at(-1)).toBe(`${"y".repeat(10)}${"x".repeat(30)}Ten winters`);
  });
});
