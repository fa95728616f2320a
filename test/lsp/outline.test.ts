import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ServerProcess } from "./client.js";

const REPORT = "# R\n\n## Expo\n\na [internal: too dear]\n\n:::internal\nb\nc\n:::\n";
const uri = "file:///reports/a.trip.md";
const textDocument = { uri };

interface Symbol {
  readonly name: string;
  readonly kind: number;
  readonly detail?: string;
  readonly children: readonly Symbol[];
}

const REGISTERS = {
  workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
  textDocument: { documentSymbol: { dynamicRegistration: true } },
};

describe("outline, folds and selections over the protocol", () => {
  let server: ServerProcess;
  beforeEach(() => {
    server = new ServerProcess();
  });
  afterEach(async () => {
    expect(await server.stop()).toBe(0);
  });

  const names = async () =>
    (await server.request<Symbol[]>("textDocument/documentSymbol", { textDocument })).map(
      ({ name, children }) => [name, children.map((child) => child.name)],
    );

  it("shows markers when a client that is asked for its settings says so, and registers anew for it", async () => {
    let showMarkers = false;
    const registered: string[] = [];
    let wake = () => {};
    server.connection.onRequest("workspace/configuration", () => [{ outline: { showMarkers } }]);
    server.connection.onRequest("client/registerCapability", (params) => {
      registered.push(...params.registrations.map(({ method }: { method: string }) => method));
      wake();
    });
    server.connection.onRequest("client/unregisterCapability", () => null);
    const symbolRegistrations = (count: number) =>
      new Promise<void>((resolve) => {
        wake = () => {
          if (registered.filter((method) => method === "textDocument/documentSymbol").length >= count)
            resolve();
        };
        wake();
      });
    const { capabilities } = await server.initialize(REGISTERS, null, undefined, { registersOutline: true });
    expect(capabilities).not.toHaveProperty("documentSymbolProvider");
    await server.open(uri, REPORT);
    await symbolRegistrations(1);
    expect(registered).toContain("workspace/didChangeConfiguration");
    expect(await names()).toEqual([["Expo", []]]);
    showMarkers = true;
    await server.connection.sendNotification("workspace/didChangeConfiguration", { settings: null });
    await symbolRegistrations(2);
    expect(await names()).toEqual([["Expo", ["too dear", "b c"]]]);
  });

  it("is said at the start to a client that does not want it registered", async () => {
    expect((await server.initialize(REGISTERS)).capabilities).toHaveProperty("documentSymbolProvider");
  });

  it("shows markers when a client tells its settings by itself", async () => {
    expect((await server.initialize({})).capabilities).toHaveProperty("documentSymbolProvider");
    await server.open(uri, REPORT);
    expect(await names()).toEqual([["Expo", []]]);
    await server.connection.sendNotification("workspace/didChangeConfiguration", {
      settings: { tripReport: { outline: { showMarkers: true } } },
    });
    expect(await names()).toEqual([["Expo", ["too dear", "b c"]]]);
    await server.connection.sendNotification("workspace/didChangeConfiguration", {
      settings: { tripReport: { outline: "wrong" } },
    });
    expect(await names()).toEqual([["Expo", []]]);
  });

  it("grows selections at each position", async () => {
    expect((await server.initialize()).capabilities).toMatchObject({ selectionRangeProvider: true });
    await server.open(uri, REPORT);
    const positions = [
      { line: 4, character: 14 },
      { line: 2, character: 4 },
    ];
    const [inComment, inHeading] = await server.request<{ range: object; parent: { range: object } }[]>(
      "textDocument/selectionRange",
      { textDocument, positions },
    );
    const line = (number: number, from: number, to: number) => ({
      start: { line: number, character: from },
      end: { line: number, character: to },
    });
    expect(inComment).toMatchObject({
      range: line(4, 13, 16),
      parent: { range: line(4, 13, 21), parent: { range: line(4, 2, 22) } },
    });
    expect(inHeading).toMatchObject({ range: line(2, 3, 7), parent: { range: line(2, 0, 7) } });
  });

  it("tells what stands in place of a folded comment, where a client can show it", async () => {
    await server.initialize({ textDocument: { foldingRange: { foldingRange: { collapsedText: true } } } });
    await server.open(uri, REPORT);
    expect(await server.request("textDocument/foldingRange", { textDocument })).toEqual([
      { startLine: 2, endLine: 9 },
      { startLine: 6, endLine: 9, kind: "comment", collapsedText: "internal comment for team" },
    ]);
    expect(await server.request("tripReport/internalFolds", { uri })).toEqual([6]);
    expect(await server.request("tripReport/internalFolds", { uri: "file:///x.md" })).toEqual([]);
  });
});
