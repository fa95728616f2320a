import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { CompletionItem, CompletionList } from "vscode-languageserver";
import { fixture } from "../support/fixture.js";
import { ServerProcess } from "./client.js";

const SNIPPETS = { textDocument: { completion: { completionItem: { snippetSupport: true } } } };

describe("completion by the built server", () => {
  let server: ServerProcess;
  let folder: string;
  beforeEach(() => {
    server = new ServerProcess();
    folder = mkdtempSync(join(tmpdir(), "trip-report-"));
  });
  afterEach(async () => {
    expect(await server.stop()).toBe(0);
    rmSync(folder, { recursive: true, force: true });
  });

  const address = (name: string) => pathToFileURL(join(folder, name)).href;

  /** What is offered at `$0` of a report that is opened with this text. */
  async function ask(report: string, languageId = "trip-report"): Promise<CompletionItem[]> {
    const { text, cursor } = fixture(report);
    const uri = address(languageId === "trip-report" ? "a.trip.md" : "a.md");
    await server.open(uri, text, languageId);
    const lines = text.slice(0, cursor).split("\n");
    const position = { line: lines.length - 1, character: lines.at(-1)!.length };
    const params = { textDocument: { uri }, position };
    return (await server.request<CompletionList>("textDocument/completion", params)).items;
  }
  const named = (items: readonly CompletionItem[], label: string) =>
    items.find((item) => item.label === label);

  it("is announced with its triggers and the later explanation", async () => {
    expect((await server.initialize()).capabilities).toMatchObject({
      completionProvider: { resolveProvider: true, triggerCharacters: [":", "#", "(", "@", "{", "/"] },
    });
  });

  it("gives places to fill in, in the report's own line breaks", async () => {
    await server.initialize(SNIPPETS);
    const items = await ask("# T\r\n\r\n## Tuesday\r\n\r\n##$0\r\n");
    expect(named(items, "Session: title (speaker, affiliation)")).toMatchObject({
      insertTextFormat: 2,
      textEdit: {
        // biome-ignore lint/suspicious/noTemplateCurlyInString: the protocol's own syntax for places to fill in.
        newText: "## ${1:Title} (${2:Name}, ${3:Company})\r\n\r\n- ${0:What was said}",
        range: { start: { line: 4, character: 0 }, end: { line: 4, character: 2 } },
      },
    });
  });

  it("gives plain text to clients that know no other", async () => {
    await server.initialize({});
    expect(named(await ask("# T\n\n:::$0\n"), ":::internal")).toMatchObject({
      insertTextFormat: 1,
      textEdit: { newText: ":::internal\nNot for everyone.\n:::\n" },
    });
  });

  it("indents plain text for clients that do not do so themselves", async () => {
    await server.initialize({});
    expect(named(await ask("# T\n\n- a\n  :::$0\n"), ":::internal")?.textEdit).toMatchObject({
      newText: ":::internal\n  Not for everyone.\n  :::\n  ",
    });
  });

  it("explains an item when asked, of what the item carries", async () => {
    await server.initialize(SNIPPETS);
    const item = named(await ask("---\naudience: $0\n---\n"), "company")!;
    expect(item).not.toHaveProperty("documentation");
    const { label, kind, data } = item;
    const resolved = await server.request<CompletionItem>("completionItem/resolve", { label, kind, data });
    expect(resolved.documentation).toMatchObject({
      kind: "markdown",
      value: expect.stringContaining("`team`, `company`"),
    });
    const strange = { label: "x", data: { source: 1, of: "y" } };
    expect(await server.request("completionItem/resolve", strange)).toEqual(strange);
  });

  it("writes comments for the audiences that are configured", async () => {
    await server.initialize(SNIPPETS);
    writeFileSync(join(folder, ".tripreport.yaml"), "audiences: [a, b+c, d]\n");
    const items = await ask("# T\n\nThey [internal$0\n");
    expect(named(items, "[internal b+c: …]")?.textEdit).toMatchObject({
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the protocol's own syntax for places to fill in.
      newText: "[internal b+c: ${1:not for everyone}]$0",
    });
  });

  it("knows the speakers of the workspace's other reports, but not from their internal comments", async () => {
    const other =
      "# T\n\n## Sand (Ada Brook, Pelican Grid)\n\na\n\n:::internal\n\n## Silt (Jo Lind)\n\na\n\n:::\n";
    writeFileSync(join(folder, "other.trip.md"), other);
    await server.initialize(SNIPPETS, pathToFileURL(folder).href);
    // A question across reports is answered early while they are being read.
    await vi.waitFor(
      async () => expect(await server.request("workspace/symbol", { query: "Sand" })).toHaveLength(1),
      { timeout: 60_000 },
    );
    const items = await ask("# U\n\n## Mud ($0)\n");
    expect(named(items, "Ada Brook")?.textEdit).toMatchObject({ newText: "Ada Brook, Pelican Grid" });
    expect(named(items, "Jo Lind")).toBeUndefined();
  });

  it("offers links' targets as well", async () => {
    await server.initialize(SNIPPETS, pathToFileURL(folder).href);
    writeFileSync(join(folder, "slides.md"), "# Slides\n");
    expect((await ask("# T\n\n[a](sl$0)\n")).map(({ label }) => label)).toContain("slides.md");
  });

  it("is silent in Markdown that is no report", async () => {
    await server.initialize(SNIPPETS);
    expect(await ask("# T\n\n:::$0\n", "markdown")).toEqual([]);
  });
});
