import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Outcome, SentJob } from "../../server/src/cli/report-jobs.js";
import { ReportWorker } from "../../server/src/cli/report-jobs.js";
import { Pool } from "../../server/src/workspace/pool.js";
import { fakeThread } from "../support/fake-threads.js";
import { Sandbox } from "./sandbox.js";

const REPORTS = 60;
const paths = Array.from({ length: REPORTS }, (_, n) => `deep ${n % 7}/${n}.trip.md`);

const box = new Sandbox();
beforeAll(() => {
  for (const [n, path] of paths.entries()) {
    const name = n % 9 === 0 ? "Ilse Varnhold" : "Ilse Varnholt";
    box.write(path, `# Harbour Days ${n}\n\n## Clocks (${name})\n\nwords </internal>\n`);
  }
  box.write("deep 3/binary.trip.md", new Uint8Array([0, 1]));
  box.write("deep 4/.tripreport.yaml", "rules: { stray-internal-close: error, nonsense: off }\n");
  box.write("deep 5/README.md", "# No report\n");
});
afterAll(() => box.remove());

const COMMANDS = [
  ["check", "--format", "json"],
  ["check", "--format", "text", "--show-text"],
  ["check", "--format", "junit", "--config", "deep 4/.tripreport.yaml"],
  ["outline", "--format", "json", ...paths, "none.trip.md"],
  ["outline", ...paths],
];

describe("with threads", () => {
  it("commands print what they print without, whichever threads are slow or die", async () => {
    const expected = await Promise.all(COMMANDS.map((args) => box.cli(args)));
    expect(expected.map(({ status }) => status)).toEqual([2, 2, 2, 2, 0]);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(COMMANDS.length - 1),
        fc.array(fc.integer({ min: -1, max: 30 }), { minLength: 1, maxLength: 10 }),
        async (which, fates) => {
          let at = 0;
          const worker = new ReportWorker();
          const threads = (here: (job: SentJob) => Promise<Outcome>) =>
            new Pool<SentJob, Outcome>({
              size: 3,
              start: () =>
                fakeThread(
                  (job) => worker.work(job),
                  () => fates[at++ % fates.length]!,
                ),
              here,
              log: () => {},
            });
          expect(await box.cli(COMMANDS[which]!, "", { threads })).toEqual(expected[which]);
          expect(at).toBeGreaterThan(0);
        },
      ),
      { numRuns: 20 },
    );
  });

  it("an audience that is none ends the run with one line", async () => {
    const worker = new ReportWorker();
    const threads = (here: (job: SentJob) => Promise<Outcome>) =>
      new Pool<SentJob, Outcome>({
        size: 2,
        start: () =>
          fakeThread(
            (job) => worker.work(job),
            () => 1,
          ),
        here,
        log: () => {},
      });
    const { status, err } = await box.cli("check --audience nobody", "", { threads });
    expect({ status, lines: err.trimEnd().split("\n").length }).toEqual({ status: 2, lines: 1 });
  });

  it("the built program does too", async () => {
    const program = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));
    for (const args of COMMANDS.slice(0, 4)) {
      const { status, out, err } = await box.cli(args);
      const built = await promisify(execFile)(process.execPath, [program, ...args], {
        cwd: box.folder,
        env: { ...process.env, NO_COLOR: "1" },
        maxBuffer: 1 << 26,
      }).catch((error: { code: number; stdout: string; stderr: string }) => error);
      expect({ status: "code" in built ? built.code : 0, out: built.stdout, err: built.stderr }).toEqual({
        status,
        out,
        err,
      });
    }
  });
});
