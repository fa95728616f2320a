/** Signals that end a process unless it listens, which the one that asked for its end expects. */
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Does work that must not end half-way. A signal that asks the process to end waits for it, and then ends the process
 * as it would have at once. Work in work waits for the whole.
 */
export async function undisturbed<T>(work: () => T | Promise<T>): Promise<T> {
  const told: NodeJS.Signals[] = [];
  const note = (signal: NodeJS.Signals) => void told.push(signal);
  for (const signal of SIGNALS) process.on(signal, note);
  try {
    return await work();
  } finally {
    // A signal that came in the midst of it is told in the next turn, or the one after.
    for (let turn = 0; turn < 2; turn++) await new Promise((done) => setImmediate(done));
    for (const signal of SIGNALS) process.off(signal, note);
    if (told[0]) process.kill(process.pid, told[0]);
  }
}
