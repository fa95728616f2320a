import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ServerProcess } from "./client.js";

const uri = "file:///reports/a.trip.md";
const textDocument = { uri };
const range = (line: number, from: number, to = from) => ({
  start: { line, character: from },
  end: { line, character: to },
});
const TWO = "# T\n\n## A\n\na\n\n## B\n\nb\n";
/** A client that asks for an action's edit when the action is taken, and can create files. */
const LAZY = {
  textDocument: { diagnostic: {}, codeAction: { resolveSupport: { properties: ["edit"] } } },
  workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ["create"] } },
};

describe("edits that the server works out", () => {
  let server: ServerProcess;
  beforeEach(() => {
    server = new ServerProcess();
  });
  afterEach(async () => {
    expect(await server.stop()).toBe(0);
  });

  const edit = (command: string, selection: object, more: object = {}) =>
    server.request("tripReport/edit", { uri, version: 1, command, selections: [selection], ...more });

  it("answer a command with edits and selections of this version", async () => {
    await server.initialize();
    await server.open(uri, "a b c\n");
    expect(await edit("markInternal", range(0, 2, 3))).toEqual({
      kind: "edits",
      version: 1,
      edits: [
        { range: range(0, 2), newText: "[internal: " },
        { range: range(0, 3), newText: "]" },
      ],
      selections: [range(0, 13, 14)],
    });
    expect(await edit("insertTimestamp", range(0, 0), { arguments: { time: "14:05" } })).toMatchObject({
      edits: [{ newText: "14:05 " }],
    });
    expect(await edit("newSession", range(0, 0))).toMatchObject({
      kind: "snippet",
      range: { start: { line: 0, character: 5 } },
    });
    expect(await edit("changeAudience", range(0, 0))).toMatchObject({ kind: "refused" });
    expect(await edit("toString", range(0, 0))).toEqual({
      kind: "refused",
      reason: "There is no such command.",
    });
  });

  it("are refused for another version, and none for what is no report", async () => {
    await server.initialize();
    await server.open(uri, "a b c\n");
    expect(await edit("markInternal", range(0, 2, 3), { version: 7 })).toMatchObject({ kind: "refused" });
    expect(await edit("markInternal", range(0, 2, 3), { uri: "file:///x.md" })).toBeNull();
  });

  it("move a section to where it was dragged", async () => {
    await server.initialize();
    await server.open(uri, TWO);
    const target = { place: "before", heading: { line: 2, character: 0 } };
    expect(await edit("moveSection", range(6, 0), { arguments: { target } })).toMatchObject({
      kind: "edits",
      edits: [{ newText: "## B\n\nb\n\n## A\n\na\n" }],
    });
  });

  it("say what stands at a place", async () => {
    await server.initialize();
    await server.open(uri, "# T\n\n## A\n\na [internal: b]\n");
    const at = (line: number, character: number) =>
      server.request("tripReport/place", { uri, position: { line, character } });
    expect(await at(4, 5)).toEqual({ inInternalComment: true, inSection: true });
    expect(await at(0, 0)).toEqual({ inInternalComment: false, inSection: false });
  });

  it("offer refactorings whose edits come when they are taken, for the version they were offered for", async () => {
    await server.initialize(LAZY);
    await server.open(uri, TWO);
    const offers = await server.request<{ title: string; edit?: object }[]>("textDocument/codeAction", {
      textDocument,
      range: range(6, 3),
      context: { diagnostics: [], only: ["refactor"] },
    });
    const titles = offers.map(({ title }) => title);
    expect(titles).toEqual([
      "Move this section up",
      "Promote this section",
      "Demote this section",
      "Extract this section to its own report",
    ]);
    expect(offers.every((offer) => offer.edit === undefined)).toBe(true);
    expect(await server.request("codeAction/resolve", offers[0]!)).toMatchObject({
      edit: {
        documentChanges: [
          { textDocument: { uri, version: 1 }, edits: [{ newText: "## B\n\nb\n\n## A\n\na\n" }] },
        ],
      },
    });
    expect(await server.request("codeAction/resolve", offers[3]!)).toMatchObject({
      edit: {
        documentChanges: [
          {
            kind: "create",
            uri: "file:///reports/b.trip.md",
            options: { overwrite: false, ignoreIfExists: false },
          },
          { textDocument: { uri: "file:///reports/b.trip.md", version: null } },
          { textDocument: { uri, version: 1 } },
        ],
      },
    });
    await server.change(uri, 2, [{ text: `${TWO}\nc\n` }]);
    await expect(server.request("codeAction/resolve", offers[0]!)).rejects.toMatchObject({ code: -32801 });
  });

  it("come with the offers for a client that does not ask later, without those that create files", async () => {
    await server.initialize();
    await server.open(uri, TWO);
    const offers = await server.request<{ title: string; edit?: object }[]>("textDocument/codeAction", {
      textDocument,
      range: range(6, 3),
      context: { diagnostics: [], only: ["refactor"] },
    });
    expect(offers.map(({ title }) => title)).not.toContain("Extract this section to its own report");
    expect(offers.every((offer) => offer.edit !== undefined)).toBe(true);
  });
});
