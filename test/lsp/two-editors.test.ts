import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  watch,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, it } from "vitest";
import { ServerProcess } from "./client.js";

const COUNT = 80;
const ROUNDS = 4;
const report = (n: number, edition: number) => `# Harbour Days ${n}

${Array.from({ length: 10 }, (_, at) => `## Clocks ${edition}.${at} (Ilse Varnholt)\n\n[internal: not for ${n}]\n`).join("\n")}`;

let root: string;
const path = (n: number) => join(root, "workspace", `${n}.trip.md`);
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "trip-two-")));
  for (const folder of ["workspace", "cache"]) mkdirSync(join(root, folder));
  for (let n = 0; n < COUNT; n++) writeFileSync(path(n), report(n, 0));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** An editor's server over the workspace, with the cache unless it is to do without. */
async function started(cacheFolder?: string): Promise<ServerProcess> {
  const server = new ServerProcess();
  server.connection.onRequest("client/registerCapability", () => null);
  await server.connection.sendRequest("initialize", {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: [{ name: "workspace", uri: pathToFileURL(join(root, "workspace")).href }],
    capabilities: { textDocument: { diagnostic: {} }, workspace: { workspaceFolders: true } },
    ...(cacheFolder ? { initializationOptions: { cacheFolder: pathToFileURL(cacheFolder).href } } : {}),
  });
  await server.connection.sendNotification("initialized", {});
  return server;
}

/** Everything it knows of all reports. */
const overview = (server: ServerProcess) => server.request<object>("tripReport/overview", {});

it("two editors over one workspace with one cache both answer what is there, and the cache is always whole", async () => {
  const cache = join(root, "cache");
  let looks = 0;
  const torn: string[] = [];
  // Whenever something happens to the cache, the file that the next start would read.
  const watcher = watch(cache, (_, name) => {
    if (!name?.endsWith(".jsonl")) return;
    looks++;
    const text = readFileSync(join(cache, name), "utf8");
    if (text.split("\n").length !== COUNT + 2 || !text.endsWith("\n")) torn.push(text.slice(-100));
  });
  for (let round = 1; round <= ROUNDS; round++) {
    const servers = await Promise.all([started(cache), started(cache)]);
    await Promise.all(servers.map(overview));
    // One of them changes some files while both look; each is told, as watchers do.
    const changed = Array.from({ length: 10 }, (_, at) => (at * 7 + round) % COUNT);
    for (const n of changed) writeFileSync(path(n), report(n, round));
    const changes = changed.map((n) => ({ uri: pathToFileURL(path(n)).href, type: 2 }));
    for (const { connection } of servers)
      await connection.sendNotification("workspace/didChangeWatchedFiles", { changes });
    const [one, two] = await Promise.all(servers.map(overview));
    const fresh = await started();
    expect(one).toEqual(await overview(fresh));
    expect(two).toEqual(one);
    // Both write the cache at the same time.
    expect(await Promise.all([...servers, fresh].map((server) => server.stop()))).toEqual([0, 0, 0]);
    expect(readdirSync(cache)).toEqual([expect.stringMatching(/^index-[\da-f]+\.jsonl$/)]);
  }
  watcher.close();
  expect(looks).toBeGreaterThanOrEqual(ROUNDS);
  expect(torn).toEqual([]);
});
