import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Pool } from "../server/src/workspace/pool.js";
import { fakeThread } from "./support/fake-threads.js";

const twice = async (job: number) => job * 2;

describe("a pool", () => {
  it("does each job once, in any order and whichever threads die, and has at most its size of threads", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.integer({ min: -1, max: 9 }), { minLength: 1, maxLength: 40 }),
        fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 6 }),
        async (size, fates, bursts) => {
          let at = 0;
          let live = 0;
          const logged: string[] = [];
          const pool = new Pool<number, number>({
            size,
            start: () => {
              expect(++live).toBeLessThanOrEqual(size);
              const thread = fakeThread(twice, () => fates[at++ % fates.length]!);
              return {
                work: thread.work,
                end: () => {
                  live--;
                  thread.end();
                },
              };
            },
            here: twice,
            log: (message) => logged.push(message),
          });
          const answers: Promise<number>[] = [];
          for (const burst of bursts) {
            for (let i = 0; i < burst; i++) answers.push(pool.run(answers.length));
            await answers[answers.length >> 1];
          }
          expect(await Promise.all(answers)).toEqual(answers.map((_, job) => job * 2));
          pool.end();
          await Promise.resolve();
          expect(live).toBe(0);
          const died = fates.slice(0, at).some((fate) => fate < 0);
          if (died) expect(new Set(logged).size).toBe(1);
          if (!fates.some((fate) => fate < 0)) expect(logged).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("works without threads where none can be started, and says so", async () => {
    const logged: string[] = [];
    const pool = new Pool<number, number>({
      size: 2,
      start: () => {
        throw new Error("no threads");
      },
      here: twice,
      log: (message) => logged.push(message),
    });
    expect(await Promise.all([1, 2, 3].map((job) => pool.run(job)))).toEqual([2, 4, 6]);
    expect(logged).toEqual([
      "a thread ended unexpectedly; its work is done without it",
      "a thread ended unexpectedly; its work is done without it",
    ]);
  });

  it("starts threads again after it was ended", async () => {
    let started = 0;
    const pool = new Pool<number, number>({
      size: 1,
      start: () => {
        started++;
        return fakeThread(twice, () => 0);
      },
      here: twice,
      log: () => {},
    });
    await pool.run(1);
    await pool.run(2);
    expect(started).toBe(1);
    pool.end();
    await pool.run(3);
    expect(started).toBe(2);
  });

  it("gives a thread that was just started one job, then more and more at a time", async () => {
    const taken: number[] = [];
    const pool = new Pool<number, number>({
      size: 1,
      start: () => {
        const thread = fakeThread(twice, () => 1);
        return {
          ...thread,
          work: (jobs: readonly number[]) => {
            taken.push(jobs.length);
            return thread.work(jobs);
          },
        };
      },
      here: twice,
      log: () => {},
    });
    await Promise.all(Array.from({ length: 24 }, (_, job) => pool.run(job)));
    expect(taken).toEqual([1, 2, 4, 8, 8, 1]);
    pool.end();
    await Promise.resolve();
    await Promise.all([1, 2, 3].map((job) => pool.run(job)));
    expect(taken.slice(6)).toEqual([1, 2]);
  });
});
