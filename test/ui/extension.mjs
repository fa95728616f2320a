// Puts an extension where an editor finds it, as if a user had installed it.
import { mkdir, readFile, symlink } from "node:fs/promises";
import { join, resolve } from "node:path";
import { project, run } from "../host/cache.mjs";
import { installEditor } from "../host/install.mjs";

/**
 * Builds this project's extension when a source is newer than what was built.
 * @param {string[]} options of the script that builds
 * @returns {Promise<string>} its folder
 */
export async function builtExtension(...options) {
  const script = join(project, "scripts", "build.mjs");
  await run(
    "building the extension",
    process.execPath,
    [script, "--if-needed", ...options],
    project,
    120_000,
  );
  return project;
}

/**
 * Installs a package (.vsix) or links a folder.
 * @param {string} extension
 * @param {string} scratch
 * @returns {Promise<string>} the folder of installed extensions
 */
export async function installExtension(extension, scratch) {
  const installed = join(scratch, "extensions");
  await mkdir(installed, { recursive: true });
  if (extension.endsWith(".vsix")) {
    const { node, main } = await installEditor();
    const folders = [`--extensions-dir=${installed}`, `--server-data-dir=${join(scratch, "data")}`];
    const args = [
      main,
      "--accept-server-license-terms",
      "--install-extension",
      resolve(extension),
      ...folders,
    ];
    await run(`installing ${extension}`, node, args, scratch, 60_000);
  } else {
    const { publisher, name, version } = JSON.parse(await readFile(join(extension, "package.json"), "utf8"));
    await symlink(resolve(extension), join(installed, `${publisher}.${name}-${version}`), "junction");
  }
  return installed;
}
