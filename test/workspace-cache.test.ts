import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ReportIndex } from "../server/src/index/report-index.js";
import { type CardMaker, CardsHere } from "../server/src/workspace/card-maker.js";
import { IndexCache } from "../server/src/workspace/index-cache.js";
import { cacheFile, readFileUri, textAt, textAtNow, textFilesBelow } from "../server/src/workspace/node.js";
import { canonicalUri } from "../server/src/workspace/uris.js";
import { everything, MemoryWorkspace } from "./support/memory-workspace.js";

const SECRET = "zinnia acquisition";
const REPORT = (n: number) => `---
event: Harbour Days
audience: team
---

# Harbour Days ${n}

## Clocks (Ilse Varnholt, Pelican Grid)

TODO ask Jo

:::internal
## The ${SECRET} (Vera Klint)

TODO call about the ${SECRET}
:::
`;

/** A workspace of three reports whose cache was written. */
async function cached() {
  const workspace = new MemoryWorkspace();
  for (const n of [1, 2, 3]) workspace.write(`file:///one/${n}.trip.md`, REPORT(n));
  workspace.write("file:///one/README.md", "# No report\n");
  workspace.folders.add("file:///one");
  const indexer = workspace.indexer({ cached: true });
  indexer.relist();
  const before = everything(await indexer.complete());
  await indexer.save();
  workspace.reads = 0;
  const [name] = workspace.caches.keys();
  return { workspace, before, name: name! };
}

/** What another server has with the cache as it is, and how many files it read. */
async function restarted(workspace: MemoryWorkspace, version?: string) {
  const indexer = workspace.indexer({ cached: true, ...(version === undefined ? {} : { version }) });
  indexer.relist();
  return { after: everything(await indexer.complete()), reads: workspace.reads };
}

describe("the cache", () => {
  it("has nothing of internal comments, neither headings nor speakers nor follow-ups", async () => {
    const { workspace, name } = await cached();
    const text = workspace.caches.get(name)!;
    expect(text).toContain("Clocks");
    for (const words of [SECRET, "zinnia", "Klint", "call about"]) expect(text).not.toContain(words);
  });

  it("has nothing of what reads as internal or is a configured term", async () => {
    const workspace = new MemoryWorkspace();
    workspace.configure("file:///one/.tripreport.yaml", "terms: [Bluefinch]\n");
    workspace.write(
      "file:///one/a.trip.md",
      "# A\n\n## Bluefinch plans (Ilse Varnholt)\n\nTODO do not share this outside the company\n\n## Clocks\n",
    );
    workspace.folders.add("file:///one");
    const indexer = workspace.indexer({ cached: true });
    indexer.relist();
    await indexer.complete();
    await indexer.save();
    const [text] = workspace.caches.values();
    expect(text).toContain("Clocks");
    expect(text).not.toContain("Bluefinch");
    expect(text).not.toContain("do not share");
  });

  it("answers what is public before it reads any report again, and nothing before somebody asks", async () => {
    const { workspace } = await cached();
    const indexer = workspace.indexer({ cached: true });
    indexer.relist();
    await new Promise((done) => indexer.onProgress((progress) => progress ?? done(undefined)));
    expect(workspace.reads).toBe(0);
    const names = (index: ReportIndex) => index.symbols("", 100).map(({ name }) => name);
    expect(names(await indexer.known())).toContain("Clocks");
    expect(names(indexer.index).join()).not.toContain(SECRET);
    expect(names(await indexer.complete()).join()).toContain(SECRET);
    expect(workspace.reads).toBe(3);
  });

  it("answers what is public before it reads any report again, also to who asks before the files are listed", async () => {
    const { workspace } = await cached();
    const indexer = workspace.indexer({ cached: true });
    indexer.relist();
    const index = await indexer.known();
    expect(workspace.reads).toBe(0);
    expect(index.size).toBe(3);
    expect((await indexer.complete()).symbols("", 100).map(({ name }) => name)).toContain(`The ${SECRET}`);
    expect(workspace.reads).toBe(3);
  });

  it("does not have a report analysed again that only has another date", async () => {
    const workspace = new MemoryWorkspace();
    const text = "# A\n\n## Clocks (Ilse Varnholt)\n";
    workspace.write("file:///one/a.trip.md", text);
    workspace.folders.add("file:///one");
    const first = workspace.indexer({ cached: true });
    first.relist();
    const before = await first.complete();
    await first.save();
    workspace.write("file:///one/a.trip.md", text);
    const made: (string | undefined)[] = [];
    const again = workspace.indexer({
      cached: true,
      cards: (read) => {
        const here = new CardsHere(read);
        const make: CardMaker["make"] = async (...args) => {
          const result = await here.make(...args);
          made.push(result.card === "same" ? "same" : "made");
          return result;
        };
        return { largest: here.largest, width: () => 1, rest: () => {}, make };
      },
    });
    again.relist();
    expect(everything(await again.complete())).toEqual(everything(before));
    expect(made).toEqual(["same"]);
  });

  it("spares reading what has nothing private, and gives the same answers", async () => {
    const workspace = new MemoryWorkspace();
    for (const n of [1, 2, 3])
      workspace.write(`file:///one/${n}.trip.md`, `# R ${n}\n\n## Talk (Jo Lind)\n\na\n`);
    workspace.folders.add("file:///one");
    const indexer = workspace.indexer({ cached: true });
    indexer.relist();
    const before = everything(await indexer.complete());
    await indexer.save();
    workspace.reads = 0;
    expect(await restarted(workspace)).toEqual({ after: before, reads: 0 });
    workspace.write("file:///one/2.trip.md", "# Changed\n");
    expect((await restarted(workspace)).reads).toBe(1);
  });

  it("reads again what it must not keep", async () => {
    const { workspace, before } = await cached();
    expect(await restarted(workspace)).toEqual({ after: before, reads: 3 });
  });

  it("is of no use to another version, but does no harm", async () => {
    const { workspace, before } = await cached();
    expect(await restarted(workspace, "2")).toEqual({ after: before, reads: 4 });
  });

  it("gives the right answers when it is cut anywhere", async () => {
    const { workspace, before, name } = await cached();
    const whole = workspace.caches.get(name)!;
    for (const part of [0, 0.1, 0.5, 0.9]) {
      workspace.caches.set(name, whole.slice(0, whole.length * part));
      expect((await restarted(workspace)).after).toEqual(before);
    }
  });

  it("gives the right answers when any character of it is another", async () => {
    const { workspace, before, name } = await cached();
    const whole = workspace.caches.get(name)!;
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length - 1),
        fc.constantFrom("x", "\n", '"', "{", "7"),
        async (at, sign) => {
          workspace.caches.set(name, whole.slice(0, at) + sign + whole.slice(at + 1));
          expect((await restarted(workspace)).after).toEqual(before);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("is another one for each set of folders", () => {
    const file = { read: async () => undefined, write: async () => {} };
    const names = ["file:///a", "file:///b"].map((scope) => new IndexCache(file, scope, "1").name);
    expect(new Set(names).size).toBe(2);
  });
});

describe("files on disk", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "trip-report-index-"));
  });
  afterEach(() => {
    chmodSync(folder, 0o700);
    rmSync(folder, { recursive: true, force: true });
  });

  it("are written as a whole by two at a time, and nothing is left over", async () => {
    const place = join(folder, "deep", "cache");
    const texts = ["a".repeat(200_000), "b".repeat(200_000)];
    await Promise.all(texts.map((text) => cacheFile(pathToFileURL(place).href).write("index", text)));
    expect(texts).toContain(readFileSync(join(place, "index"), "utf8"));
    expect(readdirSync(place)).toEqual(["index"]);
    expect(await cacheFile(place).read("other")).toBeUndefined();
  });

  it("stay as they were where the disk is full, and nothing is left over", async () => {
    const place = pathToFileURL(folder).href;
    await cacheFile(place).write("index", "old");
    const full = cacheFile(place, async (path, text) => {
      writeFileSync(String(path), String(text).slice(0, 2));
      throw Object.assign(new Error("ENOSPC"), { code: "ENOSPC" });
    });
    await expect(full.write("index", "newer")).rejects.toMatchObject({ code: "ENOSPC" });
    expect(await full.read("index")).toBe("old");
    expect(readdirSync(folder)).toEqual(["index"]);
  });

  it("are cleared of what a killed server left, and of nothing that another one is writing", async () => {
    // No process has a number this high.
    const dead = ".index.4294967294-0123456789ab.trip-report-tmp";
    const alive = `.index.${process.ppid}-0123456789ab.trip-report-tmp`;
    for (const name of [dead, alive]) writeFileSync(join(folder, name), "half");
    await cacheFile(folder).write("index", "new");
    expect(readdirSync(folder).sort()).toEqual([alive, "index"].sort());
  });

  it("cannot be read is told apart from no text", async () => {
    writeFileSync(join(folder, "a.md"), "abc");
    writeFileSync(join(folder, "b.md"), new Uint8Array([0, 1]));
    symlinkSync("loop.md", join(folder, "loop.md"));
    const at = (name: string) => pathToFileURL(join(folder, name)).href;
    expect(
      await Promise.all(
        ["a.md", "b.md", "loop.md", "none.md", "a.md/b.md", "."].map((name) => textAt(at(name))),
      ),
    ).toEqual(["abc", undefined, undefined, undefined, undefined, undefined]);
    if (process.platform !== "linux") return;
    // There, and for nobody to read.
    const unreadable = "file:///proc/self/mem";
    await expect(textAt(unreadable)).rejects.toMatchObject({ code: "EIO" });
    expect(() => textAtNow(unreadable)).toThrow("EIO");
    expect(await readFileUri(unreadable)).toBeUndefined();
  });

  it("are listed with their state; a folder that is none is told", async () => {
    writeFileSync(join(folder, "a (1).md"), "abc");
    writeFileSync(join(folder, "b.png"), "");
    const files = await textFilesBelow(pathToFileURL(folder).href);
    expect(files.map(({ uri, size }) => [canonicalUri(uri).split("/").at(-1), size])).toEqual([
      ["a%20%281%29.md", 3],
    ]);
    await expect(textFilesBelow(pathToFileURL(join(folder, "none")).href)).rejects.toMatchObject({
      code: "ENOENT",
    });
  });
});

describe("the spelling of URIs", () => {
  it.each([
    ["file:///a/b%20c.md", "file:///a/b%20c.md"],
    ["file:///a/b(1)+@.md", "file:///a/b%281%29%2B%40.md"],
    ["file:///C:/a.md", "file:///c%3A/a.md"],
    ["file:///c%3a/%c3%bc.md", "file:///c%3A/%C3%BC.md"],
    ["file:///a/%zz.md", "file:///a/%zz.md"],
    ["untitled:Untitled-1", "untitled:Untitled-1"],
  ])("%s is %s", (uri, expected) => {
    expect(canonicalUri(uri)).toBe(expected);
    expect(canonicalUri(canonicalUri(uri))).toBe(expected);
  });
});
