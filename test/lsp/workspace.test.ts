import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import type { Hover, Location, WorkspaceEdit } from "vscode-languageserver";
import { IndexServer } from "../support/index-server.js";

const SPRING = `---
event: Spring Meetup
dates: 2023-04-02
---

# Spring Meetup

## Queues that drain (Ilse Varnholt, Copper Mill)

Ilse Varnholt showed a queue.

:::internal
Ilse Varnholt wants to leave.
:::
`;
const HARBOUR = `---
event: Harbour Days
dates: 2024-05-14/2024-05-15
---

# Harbour Days

## Ten winters (Ilse Varnholt, CTO, Pelican Grid)

## Clocks (Jo Lindqvist)

\`Ilse Varnholt\` and Ilse Varnholt.
`;
const FILES = {
  "one/spring.trip.md": SPRING,
  "two/harbour.trip.md": HARBOUR,
  "two/README.md": "# Ilse Varnholt\n",
};

let server: IndexServer;
afterEach(() => server.stop());

describe("the workspace's symbols", () => {
  it("are sessions, speakers and reports of all folders, found by parts of their names", async () => {
    server = new IndexServer(FILES);
    const { capabilities } = await server.start();
    expect(capabilities).toMatchObject({
      workspaceSymbolProvider: { resolveProvider: true },
      definitionProvider: true,
      referencesProvider: true,
      documentHighlightProvider: true,
      renameProvider: { prepareProvider: true },
    });
    await server.finds("winters", ["Ten winters (two/harbour.trip.md:8)"]);
    await server.finds("VARNHOLT", ["Ilse Varnholt (two/harbour.trip.md:8)"]);
    await server.finds("spr mee", ["Spring Meetup (one/spring.trip.md:6)"]);
    expect(await server.symbols("")).toHaveLength(7);
    expect(await server.symbols("nothing of the kind")).toEqual([]);
    expect(server.registered.map(({ method }) => method)).toContain("workspace/didChangeWatchedFiles");
  });

  it("come with their ranges to a client that cannot ask for them, and tell event and kind", async () => {
    server = new IndexServer(FILES);
    await server.start({});
    await server.finds("winters", ["Ten winters (two/harbour.trip.md:8)"]);
    expect(await server.request("workspace/symbol", { query: "clocks" })).toMatchObject([
      {
        name: "Clocks",
        kind: 6,
        containerName: "Harbour Days",
        location: { uri: server.uri("two/harbour.trip.md") },
      },
    ]);
  });

  it("follow files and folders that come, go and move outside the editor", async () => {
    server = new IndexServer(FILES);
    await server.start();
    await server.finds("winters", ["Ten winters (two/harbour.trip.md:8)"]);
    await server.create("one/deep/new.trip.md", "# New\n\n## Winters again\n");
    await server.finds("winters", [
      "Ten winters (two/harbour.trip.md:8)",
      "Winters again (one/deep/new.trip.md:3)",
    ]);
    await server.move("one/deep", "two/moved");
    await server.finds("winters", [
      "Ten winters (two/harbour.trip.md:8)",
      "Winters again (two/moved/new.trip.md:3)",
    ]);
    await server.write("two/moved/new.trip.md", "# New\n\n\n## Summers\n");
    await server.finds("mmers", ["Summers (two/moved/new.trip.md:4)"]);
    await server.move("two/harbour.trip.md", "one/renamed.trip.md");
    await server.finds("winters", ["Ten winters (one/renamed.trip.md:8)"]);
    await server.remove("one/renamed.trip.md");
    await server.finds("winters", []);
    await server.remove("two/moved");
    await server.finds("summers", []);
  });

  it("follow folders of the workspace and a configuration", async () => {
    server = new IndexServer(FILES);
    await server.start(undefined, ["one"]);
    await server.finds("ilse", ["Ilse Varnholt (one/spring.trip.md:8)"]);
    await server.changeFolders(["two"], []);
    await server.finds("winters", ["Ten winters (two/harbour.trip.md:8)"]);
    await server.create("two/.tripreport.yaml", "exclude: ['harbour*']\n");
    await server.finds("winters", []);
    await server.changeFolders([], ["one"]);
    await server.finds("", []);
  });

  it("are those of open documents as they are typed, in place of what is on disk", async () => {
    server = new IndexServer(FILES);
    await server.start();
    await server.open("two/harbour.trip.md", HARBOUR.replace("Ten winters", "Eleven winters"));
    await server.finds("winters", ["Eleven winters (two/harbour.trip.md:8)"]);
    await server.close("two/harbour.trip.md");
    await server.finds("winters", ["Ten winters (two/harbour.trip.md:8)"]);
  });

  it("are there among binary files and files with strange names", async () => {
    server = new IndexServer({ "one/Tag (1) #2 – ü.trip.md": "# T\n\n## Zebra talk\n" });
    server.put("one/binary.trip.md", Uint8Array.from([0x50, 0x4b, 0, 1, 2]));
    server.put("one/latin.trip.md", Uint8Array.from([0x23, 0x20, 0xe9, 0x28]));
    await server.start();
    await server.finds("zebra", ["Zebra talk (one/Tag (1) #2 – ü.trip.md:3)"]);
  });
});

describe("a speaker", () => {
  const open = async (report = HARBOUR.replace("and Ilse V", "and Ilse V$0")) => {
    server = new IndexServer(FILES);
    await server.start();
    await server.finds("winters", ["Ten winters (two/harbour.trip.md:8)"]);
    return server.open("two/harbour.trip.md", report);
  };

  it("is defined where this report introduces them, else where another does best", async () => {
    const at = await open();
    const here = await server.request<Location>("textDocument/definition", at);
    expect(server.marked([here])["two/harbour.trip.md"]).toContain("(«Ilse Varnholt», CTO");
    const other = await server.open("one/met.trip.md", "# Met\n\nWe met Ilse Varn$0holt.\n");
    expect(await server.request("textDocument/definition", other)).toEqual(here);
  });

  const allReferences = async (includeDeclaration: boolean) => {
    const at = await open();
    return server.request<Location[]>("textDocument/references", { ...at, context: { includeDeclaration } });
  };
  it("is referred to in all reports, comments included, code and other files not", async () => {
    const found = await allReferences(true);
    expect(server.marked(found)).toEqual({
      "one/spring.trip.md": SPRING.replaceAll("Ilse Varnholt", "«Ilse Varnholt»"),
      "two/harbour.trip.md": HARBOUR.replace("(Ilse Varnholt", "(«Ilse Varnholt»").replace(
        "and Ilse Varnholt",
        "and «Ilse Varnholt»",
      ),
    });
    await server.stop();
    expect((await allReferences(false)).length).toBe(found.length - 1);
  });
  it("is highlighted in this report", async () => {
    const at = await open();
    const found = await server.request<{ range: Location["range"] }[]>("textDocument/documentHighlight", at);
    const uri = server.uri("two/harbour.trip.md");
    expect(Object.values(server.marked(found.map(({ range }) => ({ uri, range }))))).toEqual([
      HARBOUR.replace("(Ilse Varnholt", "(«Ilse Varnholt»").replace(
        "and Ilse Varnholt",
        "and «Ilse Varnholt»",
      ),
    ]);
  });

  it("is told with role, affiliations over time and sessions, but nothing private of other reports", async () => {
    const at = await open();
    await server.create(
      "one/secret.trip.md",
      "# S\n\n:::internal\n## The merger (Ilse Varnholt, Zinc Works)\n:::\n",
    );
    await server.finds("merger", ["The merger (one/secret.trip.md:4)"]);
    const { contents } = await server.request<Hover>("textDocument/hover", at);
    const { value } = contents as { value: string };
    expect(value).toContain("**Ilse Varnholt**, CTO, Pelican Grid");
    expect(value).toContain(
      "- Pelican Grid (Harbour Days, 2024\\-05\\-14)\n- Copper Mill (Spring Meetup, 2023\\-04\\-02)",
    );
    expect(value).toContain(
      `2 sessions:\n\n- [Ten winters](${server.uri("two/harbour.trip.md")}#L8), Harbour Days`,
    );
    expect(value).not.toMatch(/merger|Zinc/);
  });

  it("is renamed in all reports, each mention once; others are shown first to a client that can", async () => {
    const at = await open();
    expect(await server.request("textDocument/prepareRename", at)).toMatchObject({
      placeholder: "Ilse Varnholt",
    });
    const edit = await server.request<WorkspaceEdit>("textDocument/rename", {
      ...at,
      newName: " Ilse  Brandt ",
    });
    const edits = server.edited(edit);
    expect(new Set(edits.map(({ newText }) => newText))).toEqual(new Set(["Ilse Brandt"]));
    expect(
      Object.values(server.marked(edits))
        .join("")
        .match(/«Ilse Varnholt»/g),
    ).toHaveLength(5);
    expect(new Map(edits.map(({ uri, version }) => [server.path(uri), version]))).toEqual(
      new Map([
        ["one/spring.trip.md", null],
        ["two/harbour.trip.md", 1],
      ]),
    );
    expect(Object.values(edit.changeAnnotations ?? {})).toMatchObject([
      { needsConfirmation: true, description: "in 1 other report" },
    ]);
    await expect(server.request("textDocument/rename", { ...at, newName: "Ilse (Acme)" })).rejects.toThrow(
      "a name has no signs",
    );
  });

  it("that nobody knows is nobody", async () => {
    const at = await open(HARBOUR.replace("`Ilse", "`Il$0se"));
    expect(await server.request("textDocument/definition", at)).toBeNull();
    expect(await server.request("textDocument/documentHighlight", at)).toEqual([]);
    expect(await server.request("textDocument/prepareRename", at)).toBeNull();
  });

  it("spelt otherwise than in other reports is told", async () => {
    await open();
    await server.open("one/slip.trip.md", "# Slip\n\n## Again (Ilse Varnhold)\n\na\n");
    const { items } = await server.request<{ items: { code: string; message: string }[] }>(
      "textDocument/diagnostic",
      {
        textDocument: { uri: server.uri("one/slip.trip.md") },
      },
    );
    expect(items.filter(({ code }) => code === "speaker-spelling")).toMatchObject([
      { message: "“Ilse Varnhold” is nearly “Ilse Varnholt”, who is named more often" },
    ]);
  });
});

describe("renaming over many reports", () => {
  it("changes each mention once in 1,000 reports, and nothing else", async () => {
    const text = (n: number) =>
      `---\nauthors: Per Holm\n---\n\n# Report ${n}\n\n## Talk ${n} (Mara Quist${n % 3 === 0 ? ", Acme" : ""})\n\nMara Quist and Mara Quistgaard; \`Mara Quist\`. [internal: Mara Quist ${n}]\n`;
    const files = Object.fromEntries(Array.from({ length: 1000 }, (_, n) => [`one/r${n}.trip.md`, text(n)]));
    server = new IndexServer(files);
    await server.start();
    const at = await server.open("one/r0.trip.md", text(0).replace("(Mara", "(Ma$0ra"));
    const edit = await server.request<WorkspaceEdit>("textDocument/rename", { ...at, newName: "Mara Lund" });
    const edits = server.edited(edit);
    expect(edits).toHaveLength(3000);
    const places = server.marked(edits);
    for (const [path, original] of Object.entries(files))
      expect(places[path]).toBe(original.replace(/(?<!`)Mara Quist\b/g, "«Mara Quist»"));
    expect(server.progress.map(({ kind }) => kind)).toEqual(expect.arrayContaining(["begin", "end"]));
  });
});

describe("the cache on disk", () => {
  const cacheOf = () => {
    const [name] = readdirSync(join(server.root, "cache"));
    return join(server.root, "cache", name!);
  };

  it("gives the next server its answers, holds nothing private, and may be damaged", async () => {
    server = new IndexServer(FILES);
    await server.start(undefined, undefined, "cache");
    await server.finds("winters", ["Ten winters (two/harbour.trip.md:8)"]);
    await server.restart(undefined, undefined, "cache");
    const cache = readFileSync(cacheOf(), "utf8");
    expect(cache).toContain("Ten winters");
    expect(cache).not.toContain("wants to leave");
    await server.finds("winters", ["Ten winters (two/harbour.trip.md:8)"]);
    for (const damaged of [cache.slice(0, cache.length / 2), "{}", cache.replaceAll("Ten", "Two"), ""]) {
      writeFileSync(cacheOf(), damaged);
      await server.restart(undefined, undefined, "cache");
      await server.finds("winters", ["Ten winters (two/harbour.trip.md:8)"]);
    }
    expect(readFileSync(cacheOf(), "utf8").length).toBeGreaterThan(0);
  });
});
