import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ServerProcess } from "./client.js";

const EXAMPLE = readFileSync(
  fileURLToPath(new URL("../../examples/two-day-conference.trip.md", import.meta.url)),
  "utf8",
);
const FRONT = "---\ntitle: a\nevent: b\ndates: 2024-05-14\n---\n";
const uri = "file:///reports/a.trip.md";
const textDocument = { uri };

describe("the built server over standard input and output", () => {
  let server: ServerProcess;
  beforeEach(() => {
    server = new ServerProcess();
  });
  afterEach(async () => {
    expect(await server.stop()).toBe(0);
  });

  it("says what it can do", async () => {
    expect((await server.initialize()).capabilities).toMatchObject({
      positionEncoding: "utf-16",
      textDocumentSync: { openClose: true, change: 2 },
      documentSymbolProvider: { label: "Trip Report" },
      foldingRangeProvider: true,
      hoverProvider: true,
      codeActionProvider: {
        codeActionKinds: [
          "quickfix",
          "refactor.move",
          "refactor.rewrite",
          "refactor.extract",
          "source.fixAll.tripReport",
        ],
        resolveProvider: true,
      },
      diagnosticProvider: { interFileDependencies: true },
    });
  });

  it("answers after edits at 20 places as it would for the text opened afresh", async () => {
    await server.initialize();
    await server.open(uri, EXAMPLE);
    let text = EXAMPLE;
    const inserts = [
      "x",
      "\n\n## New talk (Jo Lind)\n\n",
      ":::internal\n",
      "```\n",
      "[internal: y",
      "\n",
      "</internal>",
      "😀",
      "---\n",
      "- item\n",
    ];
    for (let i = 0; i < 20; i++) {
      const from = Math.floor((text.length * ((i * 7) % 20)) / 20);
      const to = Math.min(text.length, from + (i % 3) * 5);
      const insert = inserts[i % inserts.length]!;
      await server.change(uri, i + 2, [
        { range: { start: position(text, from), end: position(text, to) }, text: insert },
      ]);
      text = text.slice(0, from) + insert + text.slice(to);
      const fresh = `file:///reports/fresh-${i}.trip.md`;
      await server.open(fresh, text);
      for (const [method, key] of [
        ["textDocument/documentSymbol", undefined],
        ["textDocument/diagnostic", "items"],
        ["textDocument/foldingRange", undefined],
      ] as const) {
        const pick = (answer: Record<string, unknown>) => (key ? answer[key] : answer);
        const edited = pick(await server.request(method, { textDocument }));
        expect(edited, `${method} after edit ${i}`).toEqual(
          pick(await server.request(method, { textDocument: { uri: fresh } })),
        );
      }
    }
  });

  it("gives each section's whole body as its range", async () => {
    await server.initialize();
    await server.open(uri, "# T\n\n## A (Ada Brook)\n\na\n\n### B\n\nb\n\n## C\n");
    const symbols = await server.request<
      { name: string; range: unknown; selectionRange: unknown; children: { name: string }[] }[]
    >("textDocument/documentSymbol", { textDocument });
    expect(symbols.map(({ name, children }) => [name, children.map((child) => child.name)])).toEqual([
      ["A", ["B"]],
      ["C", []],
    ]);
    expect(symbols[0]!.range).toEqual({ start: { line: 2, character: 0 }, end: { line: 8, character: 1 } });
    expect(symbols[0]!.selectionRange).toEqual({
      start: { line: 2, character: 0 },
      end: { line: 2, character: 16 },
    });
  });

  it("answers unchanged diagnostics as unchanged", async () => {
    await server.initialize();
    await server.open(uri, "a </internal>");
    const first = await server.request<{ resultId: string; items: object[] }>("textDocument/diagnostic", {
      textDocument,
    });
    expect(first.items).toContainEqual(
      expect.objectContaining({ code: "stray-internal-close", source: "trip-report", severity: 2 }),
    );
    const again = { textDocument, previousResultId: first.resultId };
    expect(await server.request("textDocument/diagnostic", again)).toEqual({
      kind: "unchanged",
      resultId: first.resultId,
    });
  });

  it("pushes diagnostics to a client that cannot ask, and takes them back on closing", async () => {
    expect((await server.initialize({})).capabilities).not.toHaveProperty("diagnosticProvider");
    await server.open(uri, `${FRONT}a </internal>`);
    expect((await server.pushedOne((push) => push.version === 1)).diagnostics).toHaveLength(1);
    await server.change(uri, 2, [{ text: `${FRONT}a` }]);
    expect((await server.pushedOne((push) => push.version === 2)).diagnostics).toEqual([]);
    await server.connection.sendNotification("textDocument/didClose", { textDocument });
    expect(
      (await server.pushedOne((push) => push.uri === uri && push.version === undefined)).diagnostics,
    ).toEqual([]);
  });

  it("leaves Markdown files alone that are no reports, until they become one", async () => {
    await server.initialize();
    const readme = { uri: "file:///reports/README.md" };
    await server.open(readme.uri, "# Hi\n\n## There </internal>\n", "markdown");
    expect(await server.request("textDocument/documentSymbol", { textDocument: readme })).toEqual([]);
    const start = { line: 0, character: 0 };
    await server.change(readme.uri, 2, [
      { range: { start, end: start }, text: "---\ntype: trip-report\n---\n" },
    ]);
    expect(await server.request("textDocument/documentSymbol", { textDocument: readme })).toHaveLength(1);
  });

  it("answers hovers with text and range, and nothing where there is nothing", async () => {
    await server.initialize();
    await server.open(uri, "a [internal: b]\n");
    const at = (character: number) =>
      server.request("textDocument/hover", { textDocument, position: { line: 0, character } });
    expect(await at(4)).toMatchObject({
      contents: { kind: "markdown" },
      range: { start: { line: 0, character: 2 } },
    });
    expect(await at(0)).toBeNull();
  });

  it("offers the fixes of the findings at the cursor, for this very version", async () => {
    await server.initialize({ workspace: { workspaceEdit: { documentChanges: true } } });
    await server.open(uri, "a </internal>\n\n<Redacted comments>\n");
    const range = { start: { line: 2, character: 3 }, end: { line: 2, character: 3 } };
    const ask = (only?: string[]) =>
      server.request("textDocument/codeAction", {
        textDocument,
        range,
        context: { diagnostics: [], ...(only ? { only } : {}) },
      });
    expect(await ask()).toMatchObject([
      {
        title: "Make the marker visible",
        kind: "quickfix",
        isPreferred: true,
        diagnostics: [{ code: "invisible-redacted-marker" }],
        edit: { documentChanges: [{ textDocument: { uri, version: 1 }, edits: [{ newText: "\\" }] }] },
      },
      { title: "Disable invisible-redacted-marker for this line" },
      { title: "Disable invisible-redacted-marker for this file" },
    ]);
    expect(await ask(["source.fixAll"])).toMatchObject([{ kind: "source.fixAll.tripReport" }]);
    expect(await ask(["refactor"])).toEqual([]);
  });

  it("makes the public copy, or says what keeps it from being made", async () => {
    await server.initialize();
    await server.open(uri, "a [internal: b] c\n");
    const copy = (format: string, audience?: string) =>
      server.request("tripReport/publicCopy", { uri, format, audience });
    const audiences = ["team", "company", "public"];
    expect(await copy("md")).toEqual({
      kind: "published",
      audience: "public",
      audiences,
      text: "a \\<Redacted comments> c\n",
      redacted: 1,
    });
    expect(await copy("txt", "team")).toMatchObject({
      kind: "published",
      text: "a [internal: b] c\n",
      redacted: 0,
    });
    await server.change(uri, 2, [{ text: "x\n\n:::internal\nb\n" }]);
    expect(await copy("html")).toMatchObject({
      kind: "refused",
      reasons: [{ code: "unclosed-internal-comment", line: 2, character: 0 }],
    });
    expect(await server.request("tripReport/publicCopy", { uri: "file:///x.md", format: "md" })).toBeNull();
  });

  it("follows the configuration on disk and shows what is wrong in it", async () => {
    const folder = mkdtempSync(join(tmpdir(), "trip-report-lsp-"));
    try {
      const config = join(folder, ".tripreport.yaml");
      const report = { uri: pathToFileURL(join(folder, "a.trip.md")).href };
      writeFileSync(config, "rules:\n  stray-internal-close: off\n");
      await server.initialize();
      await server.open(report.uri, "---\ntitle: a\nevent: b\ndates: 2024-05-14\n---\na </internal>\n");
      const codes = async () => {
        const { items } = await server.request<{ items: { code: string }[] }>("textDocument/diagnostic", {
          textDocument: report,
        });
        return items.map(({ code }) => code);
      };
      expect(await codes()).toEqual([]);
      writeFileSync(config, "rulez: {}\n");
      const uri = pathToFileURL(config).href;
      await server.connection.sendNotification("workspace/didChangeWatchedFiles", {
        changes: [{ uri, type: 2 }],
      });
      expect(await codes()).toEqual(["stray-internal-close"]);
      const shown = await server.pushedOne((push) => push.uri === uri && push.diagnostics.length > 0);
      expect(shown.diagnostics).toMatchObject([
        { code: "configuration", severity: 1, range: { start: { line: 0, character: 0 } } },
      ]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it("tells the problems of reports that nobody has open", async () => {
    const folder = mkdtempSync(join(tmpdir(), "trip-report-lsp-"));
    try {
      writeFileSync(join(folder, "a.trip.md"), `${FRONT}a </internal>\n`);
      writeFileSync(join(folder, "README.md"), "a </internal>\n");
      await server.initialize({ textDocument: { diagnostic: {} } }, pathToFileURL(folder).href);
      type Answer = { items: { uri: string; kind: string; resultId: string; items?: { code: string }[] }[] };
      const ask = (previousResultIds: object[] = []) =>
        server.request<Answer>("workspace/diagnostic", { previousResultIds });
      const [only, ...more] = (await ask()).items;
      expect(more).toEqual([]);
      expect(only).toMatchObject({ kind: "full", items: [{ code: "stray-internal-close" }] });
      const before = [{ uri: only!.uri, value: only!.resultId }];
      expect((await ask(before)).items).toMatchObject([{ kind: "unchanged", uri: only!.uri }]);
      writeFileSync(join(folder, "a.trip.md"), `${FRONT}changed\n`);
      expect((await ask(before)).items).toMatchObject([{ kind: "full", items: [] }]);
      rmSync(join(folder, "a.trip.md"));
      expect((await ask(before)).items).toMatchObject([{ kind: "full", uri: only!.uri, items: [] }]);
      // What was shown of a document that was never saved is taken back once.
      const unsaved = `${pathToFileURL(folder).href}/unsaved.trip.md`;
      await server.open(unsaved, "a </internal>\n");
      await server.connection.sendNotification("textDocument/didClose", { textDocument: { uri: unsaved } });
      expect((await ask()).items).toMatchObject([{ kind: "full", uri: unsaved, items: [] }]);
      expect((await ask()).items).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it("answers for unknown documents and wild positions", async () => {
    await server.initialize();
    await server.open(uri, "a");
    expect(
      await server.request("textDocument/documentSymbol", {
        textDocument: { uri: "file:///nowhere.trip.md" },
      }),
    ).toEqual([]);
    expect(
      await server.request("textDocument/hover", {
        textDocument,
        position: { line: 999999, character: 999999 },
      }),
    ).toBeNull();
    const wild = { start: { line: 5, character: 7 }, end: { line: 2, character: 0 } };
    await server.change(uri, 2, [{ range: wild, text: "\n## B\n" }]);
    expect(await server.request("textDocument/documentSymbol", { textDocument })).toHaveLength(1);
  });
});

it("the command line's `lsp` is the same server", async () => {
  const server = new ServerProcess(["cli.js", "lsp", "--stdio"]);
  expect((await server.initialize()).capabilities).toHaveProperty("hoverProvider");
  expect(await server.stop()).toBe(0);
});

function position(text: string, offset: number) {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length - 1, character: before.at(-1)!.length };
}
