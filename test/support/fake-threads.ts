import { type CardJob, type CardResult, CardWorker } from "../../server/src/workspace/card-jobs.js";
import { type CardMaker, CardsHere, CardsInThreads } from "../../server/src/workspace/card-maker.js";
import { checksum } from "../../server/src/workspace/checksum.js";
import { Pool, type Thread } from "../../server/src/workspace/pool.js";
import type { ReadText } from "../../server/src/workspace/settings-store.js";

/** Says, again and again, how long something takes (in turns) or that it fails (-1). */
export type Fate = () => number;

/** A thread without a thread: it answers when its fate says so, with copies, or dies. */
export function fakeThread<Job, Result>(
  work: (job: Job) => Promise<Result>,
  fate: Fate,
): Thread<Job, Result> {
  let ended = false;
  return {
    work: async (jobs) => {
      const turns = fate();
      for (let i = 0; i < turns; i++) await Promise.resolve();
      if (turns < 0 || ended) throw new Error("died");
      const results = await Promise.all(structuredClone([...jobs]).map(work));
      return structuredClone(results);
    },
    end: () => {
      ended = true;
    },
  };
}

/** Cards made by such threads, however few there are. */
export function fakeCards(fate: Fate, log: (message: string) => void) {
  return (read: ReadText): CardMaker => {
    const worker = new CardWorker(read, checksum);
    const pool = () =>
      new Pool<CardJob, CardResult>({
        size: 3,
        start: () => fakeThread((job) => worker.work(job), fate),
        here: (job) => worker.work(job),
        log,
      });
    return new CardsInThreads(new CardsHere(read), pool(), pool(), 2);
  };
}
