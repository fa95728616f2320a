import { availableParallelism } from "node:os";
import { parentPort, Worker } from "node:worker_threads";
import type { Thread } from "./pool.js";

/** More threads than this share one disk and one memory to no use. */
const MOST = 8;
/**
 * In megabytes: what analyses of usual reports need. Without limits V8 collects so late that each thread takes twice
 * as much; with half of it, collecting takes longer than analysing.
 */
const LIMITS = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 80 };

/** How many threads work on reports at the same time on this machine. */
export function threadCount(): number {
  return Math.max(1, Math.min(MOST, availableParallelism()));
}

/**
 * Starts a thread that runs a bundle of ours, which calls `serveJobs`. The process does not wait for it to end.
 * `large` threads may take as much memory as the process.
 */
export function startThread<Job, Result>(script: string, large = false): Thread<Job, Result> {
  const worker = new Worker(script, large ? {} : { resourceLimits: LIMITS });
  let fail: ((error: Error) => void) | undefined;
  let answer: ((results: readonly Result[]) => void) | undefined;
  let gone: Error | undefined;
  const die = (error: Error) => {
    gone ??= error;
    fail?.(gone);
  };
  worker.on("error", die);
  worker.on("messageerror", die);
  worker.on("exit", () => die(new Error("the thread has ended")));
  worker.on("message", (results: readonly Result[]) => answer?.(results));
  worker.unref();
  return {
    work: (jobs) =>
      new Promise((done, failed) => {
        if (gone) return failed(gone);
        answer = done;
        fail = failed;
        worker.ref();
        worker.postMessage(jobs);
      }).finally(() => worker.unref()) as Promise<readonly Result[]>,
    end: () => void worker.terminate(),
  };
}

/** Works, in a thread that `startThread` started, on the jobs that it is sent. `work` must not throw. */
export function serveJobs<Job, Result>(work: (job: Job) => Promise<Result>): void {
  parentPort?.on("message", async (jobs: readonly Job[]) => {
    const results: Result[] = [];
    for (const job of jobs) results.push(await work(job));
    parentPort?.postMessage(results);
  });
}
