import { createHash } from "node:crypto";
import { type CardJob, type CardResult, CardWorker } from "./card-jobs.js";
import { CardsHere, CardsInThreads } from "./card-maker.js";
import { textAt, textAtNow } from "./node.js";
import { serveJobs, startThread, threadCount } from "./node-threads.js";
import { Pool } from "./pool.js";
import type { ReadText } from "./settings-store.js";

const contentHash = (text: string) => createHash("sha256").update(text).digest("base64").slice(0, 24);

/** Makes cards of files, many of those on this machine in threads that run the bundle at a path; `read` knows other places too. */
export function nodeCards(script: string, read: ReadText, log: (message: string) => void): CardsInThreads {
  const worker = new CardWorker(textAt, contentHash);
  const pool = (size: number, large: boolean) =>
    new Pool<CardJob, CardResult>({
      size,
      start: () => startThread(script, large),
      here: (job) => worker.work(job),
      log,
    });
  const readHere: ReadText = (uri) => (uri.startsWith("file:") ? textAt(uri) : read(uri));
  return new CardsInThreads(new CardsHere(readHere, contentHash), pool(threadCount(), false), pool(1, true));
}

/** The other side: does the work of such a thread. */
export function serveCards(): void {
  // In a thread of its own nobody waits while a file is read.
  const worker = new CardWorker(async (uri) => textAtNow(uri), contentHash);
  serveJobs((job: CardJob) => worker.work(job));
}
