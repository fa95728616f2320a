import { describe, expect, it, vi } from "vitest";
import type {
  FindFilesAnswer,
  ReadFileAnswer,
  ReadFolderAnswer,
  StatAnswer,
} from "../../server/src/lsp/protocol.js";

/** The files of a place, by their paths; folders are what stands before a slash. */
const state = vi.hoisted(() => ({
  files: new Map<string, string>(),
  links: new Set<string>(),
  searches: false,
}));

vi.mock("vscode", async () => {
  const { URI: Uri, Utils } = await import("vscode-uri");
  const FileType = { Unknown: 0, File: 1, Directory: 2, SymbolicLink: 64 };
  const { files, links } = state;
  const typeOf = (path: string) => {
    const link = links.has(path) ? FileType.SymbolicLink : 0;
    if (files.has(path)) return FileType.File | link;
    if ([...files.keys()].some((file) => file.startsWith(`${path}/`))) return FileType.Directory | link;
    throw new Error("not there");
  };
  const fs = {
    stat: async ({ path }: { path: string }) => ({
      type: typeOf(path),
      size: files.get(path)?.length ?? 0,
      mtime: 7,
    }),
    readFile: async ({ path }: { path: string }) => new TextEncoder().encode(files.get(path)),
    readDirectory: async ({ path }: { path: string }) => {
      typeOf(path);
      const below = [...files.keys()].filter((file) => file.startsWith(`${path}/`));
      const names = new Set(below.map((file) => file.slice(path.length + 1).split("/")[0]!));
      return [...names].map((name) => [name, typeOf(`${path}/${name}`)]);
    },
    createDirectory: async () => {},
    writeFile: async ({ path }: { path: string }, bytes: Uint8Array) => {
      files.set(path, new TextDecoder().decode(bytes));
    },
  };
  const findFiles = async ({ base }: { base: { path: string } }) =>
    state.searches
      ? [...files.keys()]
          .filter((path) => path.startsWith(`${base.path}/`) && path.endsWith(".md"))
          .map((path) => Uri.from({ scheme: "vfs", path }))
      : [];
  return {
    FileType,
    RelativePattern: class {
      constructor(
        readonly base: { path: string },
        readonly pattern: string,
      ) {}
    },
    Uri: { parse: (text: string) => Uri.parse(text), joinPath: Utils.joinPath },
    workspace: { fs, findFiles },
  };
});

/** What a server is answered that asks for files, in a place with these. */
async function serving(given: Record<string, string>, cacheFolder?: string) {
  const { answerFiles } = await import("../../client/src/server-files.js");
  const { URI } = await import("vscode-uri");
  state.files.clear();
  state.links.clear();
  for (const [path, text] of Object.entries(given)) state.files.set(path, text);
  const handlers = new Map<string, (params: object) => Promise<unknown>>();
  const client = { onRequest: (method: string, handler: never) => handlers.set(method, handler) };
  answerFiles(client as never, cacheFolder === undefined ? undefined : (URI.parse(cacheFolder) as never));
  return <T>(what: string, params: object) => handlers.get(`tripReport/files/${what}`)!(params) as Promise<T>;
}

const TREE = {
  "/w/a.md": "a",
  "/w/deep/er/b.TXT": "bb",
  "/w/picture.png": "p",
  "/w/node_modules/x/c.md": "c",
  "/w/.git/d.md": "d",
  "/w/linked/e.md": "e",
};

describe("files for a server that has none", () => {
  it("are found folder by folder where the editor cannot search", async () => {
    const ask = await serving(TREE);
    state.links.add("/w/linked");
    state.searches = false;
    const found = await ask<FindFilesAnswer>("find", { folder: "vfs:/w", extensions: ["md", "txt"] });
    expect(found).toEqual([
      { uri: "vfs:/w/a.md", size: 1, mtime: 7 },
      { uri: "vfs:/w/deep/er/b.TXT", size: 2, mtime: 7 },
    ]);
  });

  it("are those that the editor finds where it can", async () => {
    const ask = await serving(TREE);
    state.searches = true;
    const found = await ask<FindFilesAnswer>("find", { folder: "vfs:/w", extensions: ["md"] });
    expect(found.map(({ uri }) => uri)).toContain("vfs:/w/linked/e.md");
  });

  it("are told from a folder that cannot be read", async () => {
    const ask = await serving(TREE);
    await expect(ask("find", { folder: "vfs:/none", extensions: ["md"] })).rejects.toThrow();
  });

  it("come as they are, whatever bytes they have", async () => {
    const text = `ä\u0000${"x".repeat(100_000)}`;
    const ask = await serving({ "/w/a.md": text });
    const bytes = Buffer.from((await ask<ReadFileAnswer>("read", { uri: "vfs:/w/a.md" }))!, "base64");
    expect(bytes.toString("utf8")).toBe(text);
    expect(await ask<ReadFileAnswer>("read", { uri: "vfs:/w/none.md" })).toBeNull();
    expect(await ask<ReadFileAnswer>("read", { uri: "vfs:/w" })).toBeNull();
  });

  it("are told by kind", async () => {
    const ask = await serving(TREE);
    state.links.add("/w/linked");
    expect(await ask<StatAnswer>("stat", { uri: "vfs:/w/linked" })).toMatchObject({ kind: "folder" });
    expect(await ask<StatAnswer>("stat", { uri: "vfs:/w/none" })).toBeNull();
    expect(await ask<ReadFolderAnswer>("folder", { uri: "vfs:/w" })).toContainEqual(["linked", "other"]);
    expect(await ask<ReadFolderAnswer>("folder", { uri: "vfs:/none" })).toEqual([]);
  });

  it("are written in the folder for the cache only", async () => {
    const ask = await serving({ "/cache/x": "" }, "vfs:/cache");
    await ask("cache", { name: "index-1.jsonl", text: "kept" });
    for (const name of ["../w/a.md", "..", "a/b", "a\\b", ""]) await ask("cache", { name, text: "no" });
    expect([...state.files]).toEqual([
      ["/cache/x", ""],
      ["/cache/index-1.jsonl", "kept"],
    ]);
  });
});
