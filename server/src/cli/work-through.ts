import type { Pool } from "../workspace/pool.js";
import type { Settings } from "../workspace/settings-store.js";
import { type Outcome, outcomeOf, type ReportJob, ReportWorker, type SentJob } from "./report-jobs.js";

/** Threads for jobs; `here` does what a thread leaves undone. */
export type StartThreads = (here: (job: SentJob) => Promise<Outcome>) => Pool<SentJob, Outcome>;

/** A job, or what came of it without one. */
export interface Item<T> {
  readonly about: T;
  readonly job?: ReportJob;
  readonly settings?: Settings;
}

/** With fewer files, starting threads takes longer than the work. */
const WORTH_THREADS = 24;

/**
 * Does jobs one after the other, or in threads where there are many, and answers them in their order. Only some are in
 * work at the same time, so memory does not grow with their number.
 */
export async function* workThrough<T>(
  items: AsyncIterable<Item<T>>,
  start: StartThreads | undefined,
): AsyncGenerator<readonly [T, Outcome | undefined]> {
  const iterator = items[Symbol.asyncIterator]();
  const here = async ({ about, job, settings }: Item<T>) =>
    [about, job && settings && (await outcomeOf(job, settings))] as const;
  const first: Item<T>[] = [];
  let next = await iterator.next();
  while (!next.done && first.length < WORTH_THREADS) {
    first.push(next.value);
    next = await iterator.next();
  }
  if (next.done || !start) {
    for (const item of first) yield await here(item);
    for (; !next.done; next = await iterator.next()) yield await here(next.value);
    return;
  }
  const worker = new ReportWorker();
  const pool = start((job) => worker.work(job));
  const there = async ({ about, job, settings }: Item<T>) => {
    if (!job) return [about, undefined] as const;
    const { source } = settings ?? {};
    const config = source && { uri: source.uri, text: source.text };
    return [about, await pool.run({ job, config })] as const;
  };
  try {
    const working = first.map(there);
    for (;;) {
      for (; !next.done && working.length < pool.width; next = await iterator.next())
        working.push(there(next.value));
      const done = working.shift();
      if (!done) return;
      yield await done;
    }
  } finally {
    pool.end();
  }
}
