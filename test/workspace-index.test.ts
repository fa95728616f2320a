import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Indexer } from "../server/src/workspace/indexer.js";
import { fakeCards } from "./support/fake-threads.js";
import { everything, MemoryWorkspace } from "./support/memory-workspace.js";

const FOLDERS = ["file:///one", "file:///two", "file:///one/inner"];
const NAMES = ["a.trip.md", "b.md", "c.txt", "deep/d.trip.md", "deep/e.md", "inner/f.trip.md"];
const PEOPLE = [
  "Ilse Varnholt",
  "ILSE VARNHOLT",
  "Jo Lind",
  "Ana Ruíz",
  "Ana Ruiz",
  "I. Varnholt",
  "Per Holm",
];

const uri = fc
  .tuple(fc.constantFrom("file:///one", "file:///two"), fc.constantFrom(...NAMES))
  .map(([folder, name]) => `${folder}/${name}`);
const report = fc
  .record({
    type: fc.boolean(),
    people: fc.array(fc.constantFrom(...PEOPLE), { maxLength: 3 }),
    alias: fc.option(fc.tuple(fc.constantFrom(...PEOPLE), fc.constantFrom(...PEOPLE)), { freq: 4 }),
    event: fc.constantFrom("Harbour Days", "Spring Meetup"),
    day: fc.integer({ min: 10, max: 28 }),
    tag: fc.constantFrom("storage", "clocks"),
  })
  .map(
    ({ type, people, alias, event, day, tag }) => `---
type: ${type ? "trip-report" : "post"}
event: ${event}
dates: 2024-05-${day}
tags: [${tag}]
${alias ? `people:\n  ${alias[0]}: [${alias[1]}]\n` : ""}---

# ${event}
${people.map((name, at) => `\n## Talk ${at} about clocks (${name}, Pelican Grid)\n\nTODO ask @jo\n`).join("")}`,
  );

const deep = fc.constantFrom("file:///one/deep", "file:///two/deep", "file:///two/inner");
const often = <T>(arbitrary: fc.Arbitrary<T>) => ({ arbitrary, weight: 10 });
const event = fc.oneof(
  often(fc.record({ kind: fc.constant("write" as const), uri, text: report })),
  often(fc.record({ kind: fc.constant("delete" as const), uri })),
  often(fc.record({ kind: fc.constant("rename" as const), uri, to: uri })),
  often(fc.record({ kind: fc.constant("delete folder" as const), uri: deep })),
  often(fc.record({ kind: fc.constant("rename folder" as const), uri: deep, to: deep })),
  often(fc.record({ kind: fc.constant("open" as const), uri, text: report })),
  often(fc.record({ kind: fc.constant("close" as const), uri })),
  often(fc.record({ kind: fc.constant("add workspace folder" as const), uri: fc.constantFrom(...FOLDERS) })),
  often(
    fc.record({ kind: fc.constant("remove workspace folder" as const), uri: fc.constantFrom(...FOLDERS) }),
  ),
  often(fc.record({ kind: fc.constant("wait" as const) })),
  {
    arbitrary: fc.record({
      kind: fc.constant("configure" as const),
      exclude: fc.constantFrom("deep/**", "none"),
    }),
    weight: 1,
  },
);
type Event = typeof event extends fc.Arbitrary<infer T> ? T : never;

/** Does what an event says, and tells the indexer as a client would. */
async function apply(workspace: MemoryWorkspace, indexer: Indexer, event: Event): Promise<void> {
  switch (event.kind) {
    case "write":
      workspace.write(event.uri, event.text);
      return indexer.filesChanged([{ uri: event.uri, gone: false }]);
    case "delete":
    case "delete folder":
      workspace.remove(event.uri);
      return indexer.filesChanged([{ uri: event.uri, gone: true }]);
    case "rename":
    case "rename folder":
      workspace.move(event.uri, event.to);
      return indexer.filesChanged([
        { uri: event.uri, gone: true },
        { uri: event.to, gone: false },
      ]);
    case "open":
      workspace.opened.set(event.uri, event.text);
      return indexer.documentChanged(event.uri);
    case "close":
      workspace.opened.delete(event.uri);
      return indexer.documentChanged(event.uri);
    case "add workspace folder":
      workspace.folders.add(event.uri);
      return indexer.relist();
    case "remove workspace folder":
      workspace.folders.delete(event.uri);
      return indexer.relist();
    case "configure":
      return workspace.configure("file:///one/.tripreport.yaml", `exclude: ["${event.exclude}"]\n`);
    case "wait":
      await indexer.complete();
  }
}

describe("the indexer", () => {
  it("has after 10,000 events what it has after looking afresh", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(event, { minLength: 100, maxLength: 100 }),
        fc.boolean(),
        // How many turns each thread takes for its jobs, or that it dies; nothing where there are no threads.
        fc.array(fc.integer({ min: -1, max: 30 }), { maxLength: 20 }),
        async (events, cached, fates) => {
          const workspace = new MemoryWorkspace();
          workspace.folders.add("file:///one");
          let at = 0;
          const threads = fakeCards(
            () => fates[at++ % fates.length]!,
            (message) => workspace.logged.push(message),
          );
          const indexer = workspace.indexer({ cached, ...(fates.length > 0 ? { cards: threads } : {}) });
          indexer.relist();
          for (const each of events) await apply(workspace, indexer, each);
          const index = await indexer.complete();
          await indexer.save();
          const fresh = workspace.indexer();
          fresh.relist();
          expect(everything(index)).toEqual(everything(await fresh.complete()));
          const again = workspace.indexer({ cached });
          again.relist();
          expect(everything(await again.complete())).toEqual(everything(index));
          const died = "a thread ended unexpectedly; its work is done without it";
          expect(workspace.logged.filter((message) => message !== died)).toEqual([]);
        },
      ),
      { numRuns: 100 },
    );
  });

  it("says which folder's state it could not read, goes on, and names no file", async () => {
    const workspace = new MemoryWorkspace();
    workspace.write("file:///two/a.trip.md", "# A\n");
    workspace.folders.add("file:///one").add("file:///two");
    workspace.closedFolders.add("file:///one");
    const indexer = workspace.indexer();
    indexer.relist();
    expect((await indexer.complete()).uris()).toEqual(["file:///two/a.trip.md"]);
    expect(workspace.logged).toEqual(["a workspace folder cannot be searched: EACCES"]);
  });

  it("holds a file once that two folders hold, and however its URI is spelt", async () => {
    const workspace = new MemoryWorkspace();
    workspace.write("file:///one/inner/Tag%20%281%29.trip.md", "# A\n");
    workspace.folders.add("file:///one").add("file:///one/inner");
    const indexer = workspace.indexer();
    indexer.relist();
    expect((await indexer.complete()).uris()).toEqual(["file:///one/inner/Tag%20%281%29.trip.md"]);
  });

  it("leaves out what is too large to be read without stopping the server, until it is opened", async () => {
    const workspace = new MemoryWorkspace();
    workspace.write("file:///one/large.trip.md", `# Large\n\n${"words ".repeat(700_000)}\n`);
    workspace.write("file:///one/small.trip.md", "# Small\n");
    workspace.folders.add("file:///one");
    const indexer = workspace.indexer();
    indexer.relist();
    expect((await indexer.complete()).uris()).toEqual(["file:///one/small.trip.md"]);
    expect(workspace.logged).toEqual(["texts over 4 MB are not in the index until they are opened: 1"]);
    workspace.opened.set("file:///one/large.trip.md", "# Large\n");
    indexer.documentChanged("file:///one/large.trip.md");
    expect((await indexer.complete()).size).toBe(2);
  });

  it("reads each file once, and nothing again that did not change", async () => {
    const workspace = new MemoryWorkspace();
    for (let i = 0; i < 20; i++) workspace.write(`file:///one/${i}.trip.md`, `# ${i}\n`);
    workspace.folders.add("file:///one");
    const indexer = workspace.indexer();
    indexer.relist();
    await indexer.complete();
    expect(workspace.reads).toBe(20);
    workspace.write("file:///one/3.trip.md", "# changed\n");
    indexer.relist();
    await indexer.complete();
    expect(workspace.reads).toBe(21);
  });

  it("tells how far it is, and stops when it is told to", async () => {
    const workspace = new MemoryWorkspace();
    for (let i = 0; i < 50; i++) workspace.write(`file:///one/${i}.trip.md`, `# ${i}\n`);
    workspace.folders.add("file:///one");
    const indexer = workspace.indexer();
    const seen: number[] = [];
    indexer.onProgress((progress) => {
      if (!progress) return;
      expect(progress.total).toBe(50);
      seen.push(progress.done);
      if (seen.length === 10) indexer.cancel();
    });
    indexer.relist();
    expect((await indexer.complete()).size).toBe(10);
    expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    indexer.relist();
    await indexer.complete();
    expect(seen.at(-1)).toBe(50);
    expect(indexer.index.size).toBe(50);
  });

  it("reads nothing while somebody wants something else, until it is asked", async () => {
    const workspace = new MemoryWorkspace();
    for (let i = 0; i < 5; i++) workspace.write(`file:///one/${i}.trip.md`, `# ${i}\n`);
    workspace.folders.add("file:///one");
    let rests = 0;
    workspace.rest = () => {
      rests++;
      return rests === 1 ? Promise.resolve() : new Promise<void>(() => {});
    };
    const indexer = workspace.indexer();
    indexer.relist();
    while (rests < 2) await new Promise((go) => setImmediate(go));
    for (let turn = 0; turn < 20; turn++) await new Promise((go) => setImmediate(go));
    expect(workspace.reads).toBe(0);
    expect((await indexer.complete()).size).toBe(5);
    expect(workspace.reads).toBe(5);
  });

  it("does not read what is opened before its turn comes", async () => {
    const workspace = new MemoryWorkspace();
    const uri = "file:///one/a.trip.md";
    workspace.write(uri, "# On disk\n");
    workspace.folders.add("file:///one");
    const waiting: (() => void)[] = [];
    workspace.rest = () => new Promise((go) => waiting.push(go));
    const indexer = workspace.indexer();
    const isWaiting = async () => {
      while (waiting.length === 0) await new Promise((go) => setImmediate(go));
      waiting.shift()!();
    };
    indexer.relist();
    await isWaiting();
    while (waiting.length === 0) await new Promise((go) => setImmediate(go));
    workspace.opened.set(uri, "# Open\n");
    await isWaiting();
    expect((await indexer.complete()).card(uri)?.title).toBe("Open");
    expect(workspace.reads).toBe(0);
  });
});
