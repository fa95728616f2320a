#!/usr/bin/env node
// Opens a folder in an editor with this extension: node scripts/open-editor.mjs [folder] [file]
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { project } from "../test/host/cache.mjs";
import { editorVersion } from "../test/host/install.mjs";
import { endsWithInterrupt, isStopping, runMain } from "../test/host/lifetime.mjs";
import { remoteUri } from "../test/host/page.mjs";
import { makeScratch, startServer } from "../test/host/server.mjs";
import { builtExtension, installExtension } from "../test/ui/extension.mjs";

/**
 * Opens a folder in the installed VS Code, in an extension development window, and returns. Without one, serves VS Code
 * on this machine, prints its address and returns when that ends; Ctrl+C ends the process and leaves nothing behind.
 * @param {string} folder
 * @param {{ file?: string, extension?: string }} [options] a file in it to open at the start, another extension's folder
 * @returns {Promise<void>}
 */
export async function openEditor(folder, { file, extension } = {}) {
  const path = resolve(folder);
  if (!existsSync(path)) throw new Error(`there is no folder ${path}`);
  const developed = extension ?? (await builtExtension("--without-web"));
  if (openDesktop(path, file, developed)) return;

  endsWithInterrupt();
  const scratch = await makeScratch();
  const extensionsDir = await installExtension(developed, scratch);
  const server = await startServer({ scratch, extensionsDir });
  const payload = /** @type {[string, string][]} */ (
    file ? [["openFile", remoteUri(server, join(path, file))]] : []
  );
  console.log(`VS Code ${editorVersion} with Trip Report; open this address in a browser on this machine:`);
  console.log(`\n  ${server.address({ folder: path, payload })}\n\nCtrl+C ends it.`);
  await server.ended;
  if (!isStopping()) throw new Error(`VS Code's server ended by itself\n${server.output().slice(-2000)}`);
}

/**
 * @param {string} folder
 * @param {string | undefined} file
 * @param {string} extension
 * @returns {boolean} whether the installed VS Code took it
 */
function openDesktop(folder, file, extension) {
  const command = process.platform === "win32" ? "code.cmd" : "code";
  const found = (process.env.PATH ?? "")
    .split(delimiter)
    .some((place) => place && existsSync(join(place, command)));
  if (!found) return false;
  const args = [
    "--new-window",
    `--extensionDevelopmentPath=${extension}`,
    folder,
    ...(file ? [join(folder, file)] : []),
  ];
  const shell = process.platform === "win32";
  const { status, error } = spawnSync(command, shell ? args.map((arg) => `"${arg}"`) : args, {
    stdio: "inherit",
    shell,
  });
  if (status === 0) {
    console.log(`opened ${folder} in the installed VS Code`);
    return true;
  }
  console.error(
    `the installed VS Code did not open it (${error?.message ?? `exit code ${status}`}); serving one instead`,
  );
  return false;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runMain(async () => {
    await openEditor(process.argv[2] ?? join(project, "examples"), { file: process.argv[3] });
    return 0;
  });
}
