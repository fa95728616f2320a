import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ServerProcess } from "./client.js";

const REGISTER = "client/registerCapability";
const uri = "file:///reports/a.trip.md";
const textDocument = { uri };

describe("a client", () => {
  let server: ServerProcess;
  beforeEach(() => {
    server = new ServerProcess();
  });
  afterEach(async () => {
    expect(await server.stop()).toBe(0);
  });

  it("may refuse what the server registers", async () => {
    const asked = new Promise<void>((resolve) => {
      server.connection.onRequest(REGISTER, () => {
        resolve();
        throw new Error("not here");
      });
    });
    const dynamicRegistration = true;
    await server.initialize({
      workspace: {
        didChangeWatchedFiles: { dynamicRegistration },
        didChangeConfiguration: { dynamicRegistration },
        fileOperations: { dynamicRegistration, didRename: true },
      },
    });
    await asked;
    await server.open(uri, "# A\n\n## Keynote (Jo Lind)\n");
    expect(await server.request("textDocument/documentSymbol", { textDocument })).toMatchObject([
      { name: "Keynote" },
    ]);
  });

  it("that can register nothing is not asked to", async () => {
    const registered: unknown[] = [];
    server.connection.onRequest(REGISTER, (params) => {
      registered.push(params);
      return null;
    });
    const { capabilities } = await server.initialize({ workspace: { workspaceFolders: true } });
    expect(capabilities).toMatchObject({
      workspace: {
        workspaceFolders: { supported: true, changeNotifications: true },
        fileOperations: { willRename: {} },
      },
    });
    await server.open(uri, "# A\n");
    await server.request("textDocument/documentSymbol", { textDocument });
    expect(registered).toEqual([]);
  });

  it.each([
    [["markdown", "plaintext"], "markdown", "**Internal comment** (inline), for `team`, 1 line."],
    [["plaintext"], "plaintext", "Internal comment (inline), for team, 1 line."],
  ])("that shows %j gets hovers in %s", async (contentFormat, kind, value) => {
    await server.initialize({ textDocument: { hover: { contentFormat } } });
    await server.open(uri, "a [internal: b]\n");
    const answer = await server.request("textDocument/hover", {
      textDocument,
      position: { line: 0, character: 4 },
    });
    expect(answer).toMatchObject({ contents: { kind, value: expect.stringContaining(value) } });
  });

  it("that knows no versions of documents gets edits without", async () => {
    await server.initialize({});
    await server.open(uri, "<Redacted comments>\n");
    const place = { line: 0, character: 0 };
    const actions = await server.request("textDocument/codeAction", {
      textDocument,
      range: { start: place, end: place },
      context: { diagnostics: [], only: ["source.fixAll"] },
    });
    const edits = [{ range: { start: place, end: place }, newText: "\\" }];
    expect(actions).toMatchObject([{ edit: { changes: { [uri]: edits } } }]);
  });
});
