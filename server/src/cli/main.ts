import { join } from "node:path";
import { startThread, threadCount } from "../workspace/node-threads.js";
import { Pool } from "../workspace/pool.js";
import type { Outcome, SentJob } from "./report-jobs.js";
import { run } from "./run.js";

/** The process's own streams and environment; everything else gets them handed in. */
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // The reader of a pipe may have seen enough (`| head`).
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
const colour = !NO_COLOR && (Boolean(FORCE_COLOR) || (process.stdout.isTTY === true && TERM !== "dumb"));

/** Clears the line and writes it again. */
const progress = (text: string) => void process.stderr.write(`\r\u001b[K${text}`);

void run(process.argv.slice(2), {
  ...(process.stderr.isTTY ? { progress } : {}),
  threads: (here) =>
    new Pool<SentJob, Outcome>({
      size: threadCount(),
      start: () => startThread(join(__dirname, "cli-worker.js")),
      here,
      log: (message) => process.stderr.write(`trip-report: ${message}\n`),
    }),
  cwd: process.cwd(),
  env: process.env,
  colour,
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  stdin: async () => {
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  },
}).then((status) => {
  process.exitCode = status;
});
