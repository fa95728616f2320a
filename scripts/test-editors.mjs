// `npm run test:editors`: installs Neovim and Emacs where they are missing, builds, and runs the tests in them.
// Ends with a line `N passed, N failed`.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { message, runMain } from "../test/host/lifetime.mjs";
import { program } from "./programs.mjs";

/** What the tests need: a program that answers 0 where it is there, and Debian's packages that hold it. */
const needed = [
  { probe: ["nvim", "--version"], packages: ["neovim"] },
  { probe: ["emacs", "--batch", "--eval", "(require 'eglot)"], packages: ["emacs-nox", "elpa-eglot"] },
];

await runMain(async () => {
  try {
    await installEditors();
  } catch (error) {
    console.log(`${message(error)}: no test was run\n\n0 passed, 1 failed`);
    return 1;
  }
  return program(process.execPath, [join("scripts", "test.mjs"), "editors"]);
});

/** Has Debian's package manager install what is missing; fails, and says what is, where that cannot be done. */
async function installEditors() {
  const packages = missing();
  if (packages.length === 0) return;
  if (process.getuid?.() === 0 && answers(["apt-get", "--version"])) {
    const quiet = { DEBIAN_FRONTEND: "noninteractive" };
    await program("apt-get", ["-qq", "update"], quiet);
    await program("apt-get", ["-qq", "install", "-y", "--no-install-recommends", ...packages], quiet);
  }
  const left = missing();
  if (left.length > 0) throw new Error(`these packages have to be installed: ${left.join(", ")}`);
}

function missing() {
  return needed.filter(({ probe }) => !answers(probe)).flatMap(({ packages }) => packages);
}

/** @param {string[]} command */
function answers([name = "", ...args]) {
  return spawnSync(name, args, { stdio: "ignore", timeout: 30_000 }).status === 0;
}
