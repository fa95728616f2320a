// What has to be undone before this process ends: children to stop, temporary folders to remove.

/** @type {Set<() => unknown>} */
const cleanups = new Set();
/** @type {Promise<void> | undefined} */
let ending;
let watching = false;

const signals = /** @type {const} */ ({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 });

/**
 * Has something undone at the end, also when the process is told to end by a signal. The last one added is done first.
 * @param {() => unknown} undo
 * @returns {() => Promise<void>} does it now, once
 */
export function atEnd(undo) {
  watchSignals();
  cleanups.add(undo);
  return async () => {
    if (cleanups.delete(undo)) await undo();
  };
}

/** Undoes everything that was registered. Failures are reported and do not keep the others from being done. */
export function end() {
  ending ??= (async () => {
    for (const undo of [...cleanups].reverse()) {
      cleanups.delete(undo);
      try {
        await undo();
      } catch (error) {
        console.error(`cleaning up: ${message(error)}`);
      }
    }
    ending = undefined;
  })();
  return ending;
}

/** Has this process end in good order when the one that started it is gone, which sends no signal by itself. */
export function endWithParent() {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, "SIGTERM");
  }, 500).unref();
}

/**
 * Runs a program's main function, cleans up and ends the process with the code it returned, or 1 when it failed.
 * @param {() => Promise<number | undefined>} main
 */
export async function runMain(main) {
  // npm ends its scripts when it is told to end, but not when it is killed.
  if (process.env.npm_lifecycle_event) endWithParent();
  let code = 1;
  try {
    code = (await main()) ?? 0;
  } catch (error) {
    // Errors of this project's own say the step and the reason; others are mistakes in the program.
    const ours = !(error instanceof Error) || error.constructor === Error;
    if (!stopping) console.error(ours ? message(error) : error.stack);
  }
  if (stopping) return;
  await end();
  await Promise.all([flushed(process.stdout), flushed(process.stderr)]);
  process.exit(code);
}

/** Whether a signal has asked this process to end. */
export const isStopping = () => stopping;
let stopping = false;

/** Makes Ctrl+C the regular way to end this program: its exit code is 0 then. */
export function endsWithInterrupt() {
  interruptIsSuccess = true;
}
let interruptIsSuccess = false;

function watchSignals() {
  if (watching) return;
  watching = true;
  for (const [signal, code] of Object.entries(signals)) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      void end().finally(() => process.exit(interruptIsSuccess && signal === "SIGINT" ? 0 : code));
    });
  }
}

/**
 * The text of an error, for people.
 * @param {unknown} error
 */
export const message = (error) => (error instanceof Error ? error.message : String(error));

/** @param {NodeJS.WriteStream} stream */
const flushed = (stream) => new Promise((resolve) => stream.write("", () => resolve(undefined)));
