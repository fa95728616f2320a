// Runs other programs so that Ctrl+C and signals end them and all that they started, and waits for their clean-up.
import { spawn } from "node:child_process";
import { atEnd, isStopping } from "../test/host/lifetime.mjs";
import { root } from "./setup.mjs";

const patience = 30_000;
const windows = process.platform === "win32";

/**
 * Runs a program in the project's root to its end; what it writes is shown, and it has no input.
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env] added to this process's environment
 * @returns {Promise<number>} its exit status, 1 when it could not start or was killed
 */
export async function program(command, args, env = {}) {
  // A process group of its own, as whole as a terminal's: signals reach what the program started, too.
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    detached: !windows,
    shell: windows && !/\.exe$/i.test(command),
    stdio: ["ignore", "inherit", "inherit"],
  });
  const ended = new Promise((resolve) => {
    child.on("error", (error) => {
      console.error(`${command}: ${error.message}`);
      resolve(1);
    });
    child.on("exit", (code) => resolve(code ?? 1));
  });
  const stop = atEnd(async () => {
    signal("SIGINT");
    const late = setTimeout(() => signal("SIGKILL"), patience);
    await ended;
    clearTimeout(late);
  });
  /** @param {NodeJS.Signals} name */
  function signal(name) {
    try {
      if (windows) child.kill(name);
      else if (child.pid) process.kill(-child.pid, name);
    } catch {
      // Nothing of it is left.
    }
  }
  const code = await ended;
  // What it left running would outlive this process.
  await stop();
  // Whoever asked for a program told to end must not go on with the next one.
  return isStopping() ? new Promise(() => {}) : code;
}

/**
 * Runs one of the project's own scripts or a tool's JavaScript with this Node; fails when it fails.
 * @param {...string} args
 */
export async function script(...args) {
  const code = await program(process.execPath, args);
  if (code !== 0) throw new Error(`${args.join(" ")} ended with ${code}`);
}
