import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ServerProcess } from "./client.js";

const uri = "file:///reports/a.trip.md";
const textDocument = { uri };
const view = { start: { line: 0, character: 0 }, end: { line: 30, character: 0 } };

interface Tokens {
  readonly resultId?: string;
  readonly data?: readonly number[];
  readonly edits?: readonly { start: number; deleteCount: number; data?: readonly number[] }[];
}

interface Decorations {
  readonly version: number;
  readonly complete: boolean;
  readonly internal: readonly { readonly audience: string; readonly range: { start: { line: number } } }[];
  readonly redacted: readonly unknown[];
}

describe("what stands out, over the protocol", () => {
  let server: ServerProcess;
  beforeEach(async () => {
    server = new ServerProcess();
    await server.initialize();
  });
  afterEach(async () => {
    expect(await server.stop()).toBe(0);
  });

  it("answers semantic tokens of all, of what changed and of a part", async () => {
    await server.open(uri, "a [internal: b]\n\nc\n\nd [internal company: e]\n");
    const all = await server.request<Tokens>("textDocument/semanticTokens/full", { textDocument });
    expect(all.data?.length).toBe(6 * 5);
    const part = await server.request<Tokens>("textDocument/semanticTokens/range", {
      textDocument,
      range: { ...view, end: { line: 1, character: 0 } },
    });
    expect(part.data).toEqual(all.data?.slice(0, 10));
    const start = { line: 2, character: 0 };
    await server.change(uri, 2, [{ range: { start, end: start }, text: "\nTODO " }]);
    const delta = await server.request<Tokens>("textDocument/semanticTokens/full/delta", {
      textDocument,
      previousResultId: all.resultId,
    });
    const data = [...(all.data ?? [])];
    for (const { start, deleteCount, data: added = [] } of [...(delta.edits ?? [])].reverse())
      data.splice(start, deleteCount, ...added);
    const fresh = await server.request<Tokens>("textDocument/semanticTokens/full", { textDocument });
    expect(delta.edits?.length).toBeGreaterThan(0);
    expect(data).toEqual(fresh.data);
    const unknown = await server.request<Tokens>("textDocument/semanticTokens/full/delta", {
      textDocument,
      previousResultId: "none",
    });
    expect(unknown.data).toEqual(fresh.data);
  });

  it("answers decorations of the version it has, and of a long list what is near the view", async () => {
    await server.open(uri, "a [internal company: b] (redacted)\n", "trip-report", 7);
    const request = () =>
      server.request<Decorations | null>("tripReport/decorations", { uri, visible: [view] });
    expect(await request()).toMatchObject({
      version: 7,
      complete: true,
      internal: [{ audience: "company", strength: "middle", block: false }],
      redacted: [{ start: { line: 0, character: 24 }, end: { line: 0, character: 34 } }],
    });
    await server.change(uri, 8, [{ text: `${"x".repeat(20)} [internal: y]\n\n`.repeat(2000) }]);
    const near = await request();
    expect(near).toMatchObject({ version: 8, complete: false });
    expect(near?.internal.at(0)?.range.start.line).toBe(0);
    expect(near?.internal.length).toBeLessThan(400);
    expect(near?.internal.length).toBeGreaterThan(15);
    expect(
      await server.request("tripReport/decorations", { uri: "file:///other.md", visible: [] }),
    ).toBeNull();
  });

  it("answers the settings that decide what is recognised", async () => {
    expect(await server.request("tripReport/recognition", { uri })).toEqual({
      audiences: ["team", "company", "public"],
      words: ["internal", "private", "confidential"],
      kinds: {},
    });
  });
});
