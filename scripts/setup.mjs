// Installs the dependencies pinned in package-lock.json unless they are installed already.
// Plain Node without a dependency, so that `npm start` and `npm test` work on a fresh clone.
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

/** Makes node_modules match the lockfile. Ends the process with npm's status when npm fails. */
export function installDependencies() {
  const installed = join(root, "node_modules", ".package-lock.json");
  const current =
    existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(root, "package-lock.json")).mtimeMs;
  if (current) return;
  console.error("installing the packages of package-lock.json into node_modules/, half a gigabyte …");
  run("npm", ["ci", "--no-audit", "--no-fund"]);
}

/** Runs a program in the project's root and ends this process with its status unless that is 0 or expected. */
export function run(command, args, expected = [0]) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (error) console.error(`${command}: ${error.message}`);
  if (!expected.includes(status ?? 1)) process.exit(status ?? 1);
  return status ?? 1;
}

/** Runs one of the project's own scripts or a tool's JavaScript entry with this Node. */
export function node(...args) {
  return run(process.execPath, args);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) installDependencies();
