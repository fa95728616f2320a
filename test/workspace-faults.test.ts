import fc from "fast-check";
import { expect, it } from "vitest";
import type { Indexer } from "../server/src/workspace/indexer.js";
import { everything, MemoryWorkspace } from "./support/memory-workspace.js";

const FOLDER = "file:///one";
const NAMES = ["a.trip.md", "b.trip.md", "c.md", "deep/d.trip.md", "deep/e.md"];
const report = (n: number) =>
  `---\ntype: trip-report\n---\n\n# Harbour Days\n\n## Clocks ${n} (Ilse Varnholt)\n\n[internal: ask Jo ${n}]\n`;

/** What happens to a file while somebody looks for it, reads it or does neither. */
const fault = fc.record({
  kind: fc.constantFrom(
    "vanish",
    "write",
    "become a folder",
    "lock",
    "unlock",
    "folder closed",
    "folder open",
  ),
  uri: fc.constantFrom(...NAMES.map((name) => `${FOLDER}/${name}`)),
  n: fc.nat(9),
});
type Fault = typeof fault extends fc.Arbitrary<infer T> ? T : never;

/** Has it happen, and tells the indexer as a file watcher does. */
function happen(workspace: MemoryWorkspace, indexer: Indexer, { kind, uri, n }: Fault): void {
  const tell = (...uris: { readonly uri: string; readonly gone: boolean }[]) => indexer.filesChanged(uris);
  const { lockedFiles, closedFolders } = workspace;
  if (kind === "vanish") {
    workspace.remove(uri);
    tell({ uri, gone: true });
  } else if (kind === "write") {
    // The file takes the place of a folder, too, with what is in it.
    workspace.remove(uri);
    workspace.write(uri, report(n));
    // Some watchers tell both, some what came of it.
    tell(...(n % 2 === 0 ? [{ uri, gone: true }] : []), { uri, gone: false });
  } else if (kind === "become a folder") {
    const inner = `${uri}/inner.trip.md`;
    workspace.remove(uri);
    workspace.write(inner, report(n));
    tell({ uri, gone: true }, { uri: inner, gone: false });
  } else if (kind === "lock" || kind === "unlock") {
    lockedFiles[kind === "lock" ? "add" : "delete"](uri);
    // Permissions are a part of a file's state.
    workspace.touch(uri);
    tell({ uri, gone: false });
  } else {
    closedFolders[kind === "folder closed" ? "add" : "delete"](FOLDER);
    indexer.relist();
  }
}

it("files that vanish, are locked or become folders while they are read leave an index as if they had been so before", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fault, { maxLength: 60 }), fc.nat(3), async (faults, every) => {
      const workspace = new MemoryWorkspace();
      for (const [n, name] of NAMES.entries()) workspace.write(`${FOLDER}/${name}`, report(n));
      workspace.folders.add(FOLDER);
      const indexer = workspace.indexer({ cached: true });
      const left = faults.values();
      let looks = 0;
      workspace.disturb = () => {
        const next = looks++ % (every + 1) === 0 ? left.next().value : undefined;
        if (next) happen(workspace, indexer, next);
      };
      indexer.relist();
      await indexer.complete();
      workspace.disturb = () => {};
      for (const rest of left) happen(workspace, indexer, rest);
      // As whoever may read them again would have them looked for.
      workspace.closedFolders.clear();
      indexer.relist();
      const index = await indexer.complete();
      await indexer.save();
      const fresh = workspace.indexer();
      fresh.relist();
      expect(everything(index)).toEqual(everything(await fresh.complete()));
      // What could not be read is not remembered as no report.
      workspace.lockedFiles.clear();
      const unlocked = workspace.indexer();
      unlocked.relist();
      const again = workspace.indexer({ cached: true });
      again.relist();
      expect(everything(await again.complete())).toEqual(everything(await unlocked.complete()));
    }),
    { numRuns: 100 },
  );
});
