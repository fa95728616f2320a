// Runs a program for a host and outlives it just long enough to clean up: when the host closes the pipe or is gone for
// whatever reason, even killed, the program's whole process group ends and the host's temporary folder is removed.
// Usage: node keeper.mjs <folder> <command> <argument>…
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";

const patience = 3_000;
const [folder, command, ...args] = process.argv.slice(2);

// Ctrl+C reaches the whole terminal group; the host decides when this ends.
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) process.on(signal, () => {});

const child = spawn(/** @type {string} */ (command), args, {
  detached: true,
  stdio: ["ignore", "inherit", "inherit"],
});
let ended = false;
child.on("error", (error) => {
  console.error(`starting ${command}: ${error.message}`);
  finish();
});
child.on("exit", () => {
  ended = true;
  finish();
});

process.stdin.resume();
process.stdin.on("error", stop);
process.stdin.on("close", stop);

function stop() {
  if (ended) return;
  signalGroup("SIGTERM");
  setTimeout(finish, patience);
}

/** Language servers and watchers in the group may still run when the program itself has ended. */
function finish() {
  signalGroup("SIGKILL");
  rmSync(/** @type {string} */ (folder), { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  process.exit(0);
}

/** @param {NodeJS.Signals} signal */
function signalGroup(signal) {
  try {
    if (child.pid) process.kill(-child.pid, signal);
  } catch {
    // The group is gone already.
  }
}
