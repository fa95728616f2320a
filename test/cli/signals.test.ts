import { spawn } from "node:child_process";
import { createHash, randomFillSync } from "node:crypto";
import { once } from "node:events";
import { cpSync, readdirSync, readFileSync, rmSync, watch } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Sandbox } from "./sandbox.js";

const CLI = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));
const NAMES = ["a", "b", "c"];
const ARGS = ["publish", ...NAMES.map((name) => `${name}.trip.md`), "--manifest", "--out-dir"];
/** Large enough that signals come while they are written. */
const PICTURE_BYTES = 2_000_000;

const sandbox = new Sandbox();
/** What is in the folder of copies before and after a run that nothing ends. */
let before: ReadonlyMap<string, string>;
let after: ReadonlyMap<string, string>;

/** Writes the reports and their pictures anew. */
function write(edition: string): void {
  for (const name of NAMES) {
    const pictures = [1, 2].map((n) => `![Picture ${n}](${name}${n}.png)`).join("\n\n");
    sandbox.write(
      `${name}.trip.md`,
      `# Harbour Days ${name}\n\n${edition} <!-- internal: a -->\n\n${pictures}\n`,
    );
    for (const n of [1, 2]) sandbox.write(`${name}${n}.png`, randomFillSync(new Uint8Array(PICTURE_BYTES)));
  }
}

/** The hashes of the files in a folder, by name. */
function files(folder: string): ReadonlyMap<string, string> {
  return new Map(readdirSync(sandbox.path(folder)).map((name) => [name, hashOf(join(folder, name))]));
}

function hashOf(path: string): string {
  return createHash("sha256")
    .update(readFileSync(sandbox.path(path)))
    .digest("hex");
}

/** Starts afresh, publishes over the copies from before, and sends a signal at the nth sign of something being written. */
async function interrupted(signal: NodeJS.Signals, at: number) {
  rmSync(sandbox.path("out"), { recursive: true, force: true });
  cpSync(sandbox.path("before"), sandbox.path("out"), { recursive: true });
  const child = spawn(process.execPath, [CLI, ...ARGS, "out"], { cwd: sandbox.folder, stdio: "ignore" });
  let seen = 0;
  const watcher = watch(sandbox.path("out"), () => {
    if (++seen === at) child.kill(signal);
  });
  const [code, ended] = (await once(child, "exit")) as [number | null, NodeJS.Signals | null];
  watcher.close();
  return { code, ended };
}

beforeAll(async () => {
  write("first");
  expect(await sandbox.cli([...ARGS, "before"])).toMatchObject({ status: 0 });
  write("second");
  expect(await sandbox.cli([...ARGS, "after"])).toMatchObject({ status: 0 });
  before = files("before");
  after = files("after");
});
afterAll(() => sandbox.remove());

/** The files of which there is neither the old nor the new content. */
function torn(): string[] {
  return [...files("out")]
    .filter(([name, hash]) => hash !== before.get(name) && hash !== after.get(name))
    .map(([name]) => name);
}

describe("publish", () => {
  for (const [signal, steps] of [
    ["SIGTERM", [1, 2, 5]],
    ["SIGINT", [1, 5, 13]],
    ["SIGHUP", [1]],
  ] as const)
    for (const at of steps)
      it(`told to end by ${signal} after ${at} steps leaves whole copies with their manifests, and nothing else`, async () => {
        const { code, ended } = await interrupted(signal, at);
        // The last steps are seen too late to end anything.
        expect([
          [0, null],
          [null, signal],
        ]).toContainEqual([code, ended]);
        expect([...files("out").keys()]).toEqual([...before.keys()]);
        expect(torn()).toEqual([]);
        for (const name of NAMES) {
          const manifest = JSON.parse(
            readFileSync(sandbox.path(`out/${name}.trip.md.manifest.json`), "utf8"),
          );
          expect(manifest.copy).toBe(`sha256:${hashOf(`out/${name}.trip.md`)}`);
        }
      });

  for (const at of [1, 5, 13])
    it(`killed after ${at} steps leaves whole copies, and the next run clears away the rest`, async () => {
      await interrupted("SIGKILL", at);
      expect(torn().filter((name) => !name.endsWith(".trip-report-tmp"))).toEqual([]);
      expect(await sandbox.cli([...ARGS, "out"])).toMatchObject({ status: 0 });
      expect(files("out")).toEqual(after);
    });
});
