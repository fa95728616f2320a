// Installs things once into the cache folder, each whole or not at all.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { atEnd, message } from "./lifetime.mjs";

/** The project's folder. */
export const project = fileURLToPath(new URL("../../", import.meta.url));

/** Where the editor, its Node and its browser are kept between runs. */
export const cacheFolder = process.env.VSCODE_HOST_CACHE || join(project, ".cache", "vscode-host");

const mark = "is-complete";
const hour = 3_600_000;

/**
 * The folder of an installed part; installs it first when it is missing. Safe with other processes doing the same.
 * @param {string} name folder name, with the version in it
 * @param {string} what what it is, for the message
 * @param {(folder: string) => Promise<void>} build fills an empty folder
 */
export async function installed(name, what, build) {
  const folder = join(cacheFolder, name);
  if (existsSync(join(folder, mark))) return folder;
  await mkdir(cacheFolder, { recursive: true });
  await removeAbandoned();
  const start = Date.now();
  console.error(`installing ${what} into the cache …`);
  const temporary = await mkdtemp(join(cacheFolder, "tmp-"));
  const discard = atEnd(() => rm(temporary, { recursive: true, force: true }));
  try {
    await build(temporary);
    await writeFile(join(temporary, mark), `${new Date().toISOString()}\n`);
    await rename(temporary, folder).catch((error) => {
      // Another process may have put its own in place meanwhile.
      if (!existsSync(join(folder, mark))) throw error;
    });
  } catch (error) {
    throw new Error(`cannot install ${what}: ${message(error)}`);
  } finally {
    await discard();
  }
  console.error(`installed ${what} in ${((Date.now() - start) / 1000).toFixed(1)} s`);
  return folder;
}

/**
 * Fetches a package's tarball from the npm registry and compares it with the pinned checksum.
 * @param {{ name: string, version: string, sha512: string }} pin
 * @param {string} folder
 * @returns {Promise<string>} the tarball's path
 */
export async function fetchPackage({ name, version, sha512 }, folder) {
  const spec = `${name}@${version}`;
  const target = join(folder, "tarball");
  await mkdir(target, { recursive: true });
  await npm(
    `fetching ${spec}`,
    ["pack", spec, "--silent", "--ignore-scripts", "--pack-destination", target],
    folder,
  );
  const file = (await readdir(target)).find((entry) => entry.endsWith(".tgz"));
  if (!file) throw new Error(`fetching ${spec}: npm pack wrote no tarball`);
  const found = createHash("sha512")
    .update(await readFile(join(target, file)))
    .digest("base64");
  if (found !== sha512)
    throw new Error(`fetching ${spec}: checksum is sha512-${found}, expected sha512-${sha512}`);
  return join(target, file);
}

/**
 * Runs npm in a folder.
 * @param {string} step
 * @param {string[]} args
 * @param {string} folder
 */
export const npm = (step, args, folder) =>
  run(step, process.platform === "win32" ? "npm.cmd" : "npm", args, folder);

/**
 * Runs a program to its end; fails with its output when it fails or takes longer than the limit.
 * @param {string} step what it is run for
 * @param {string} command
 * @param {string[]} args
 * @param {string} cwd
 * @param {number} [limit] milliseconds
 * @returns {Promise<string>} what it wrote
 */
export async function run(step, command, args, cwd, limit = 300_000) {
  const shell = command.endsWith(".cmd");
  const child = spawn(command, args, { cwd, shell, stdio: ["ignore", "pipe", "pipe"], timeout: limit });
  const stop = atEnd(() => child.kill("SIGKILL"));
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (output += data));
  const problem = await new Promise((resolve) => {
    child.on("error", (error) => resolve(message(error)));
    child.on("close", (code, signal) => resolve(code === 0 ? "" : `${command} ended with ${code ?? signal}`));
  });
  await stop();
  if (problem) throw new Error(`${step}: ${problem}${output ? `\n${output.trim().slice(-2000)}` : ""}`);
  return output;
}

/** Removes what earlier installs left that were killed before they could clean up. */
async function removeAbandoned() {
  for (const entry of await readdir(cacheFolder)) {
    if (!entry.startsWith("tmp-")) continue;
    const folder = join(cacheFolder, entry);
    const age = await stat(folder).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    );
    if (age > hour) await rm(folder, { recursive: true, force: true });
  }
}
