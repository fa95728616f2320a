#!/usr/bin/env node
// Which VS Code the tests run in: the one named by VSCODE_EXECUTABLE; else the desktop build, where it can be downloaded
// and has a display; else the server with a headless browser beside this file. Run by itself it prints the choice.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { downloadAndUnzipVSCode } from "@vscode/test-electron";
import { project } from "./cache.mjs";
import { editorVersion } from "./install.mjs";
import { message, runMain } from "./lifetime.mjs";

const host = fileURLToPath(new URL("code.mjs", import.meta.url));
const releases = "https://update.code.visualstudio.com/api/releases/stable";
const patience = 1_500;

/**
 * @typedef {object} Editor
 * @property {string} executable
 * @property {string} version
 * @property {string} description what it is and why it was chosen
 * @property {boolean} isHost whether it is the host of this project
 */

/** @returns {Promise<Editor>} */
export async function whichEditor() {
  const named = process.env.VSCODE_EXECUTABLE;
  if (named) {
    if (!existsSync(named)) throw new Error(`VSCODE_EXECUTABLE names ${named}, which does not exist`);
    return desktop(named, "named by VSCODE_EXECUTABLE");
  }
  const obstacle = (await whyNoDesktop()) ?? (await tryDownload());
  if (typeof obstacle !== "string") return obstacle;
  return {
    executable: host,
    version: editorVersion,
    description: `server with a headless browser (${obstacle})`,
    isHost: true,
  };
}

/** One line for people: which editor, which version, why. @param {Editor} editor */
export const describe = ({ version, description, executable, isHost }) =>
  `VS Code ${version}: ${description}${isHost ? "" : `, ${executable}`}`;

/** Why the desktop build is out of the question here, if it is. */
async function whyNoDesktop() {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform === "linux" && !DISPLAY && !WAYLAND_DISPLAY) return "no display for the desktop build";
  try {
    const answer = await fetch(releases, { signal: AbortSignal.timeout(patience) });
    await answer.body?.cancel();
    return answer.ok ? undefined : `the desktop build's address answers ${answer.status}`;
  } catch {
    return "the desktop build's address does not answer";
  }
}

async function tryDownload() {
  try {
    const executable = await downloadAndUnzipVSCode({
      cachePath: join(project, ".cache", "vscode-desktop"),
      timeout: 30_000,
    });
    return desktop(executable, "desktop build");
  } catch (error) {
    return `the desktop build's download failed: ${message(error)}`;
  }
}

/**
 * @param {string} executable
 * @param {string} description
 * @returns {Editor}
 */
function desktop(executable, description) {
  if (executable === host) return { executable, version: editorVersion, description, isHost: true };
  const beside = dirname(executable);
  const manifests = [join(beside, "resources", "app"), join(beside, "..", "Resources", "app")].map((folder) =>
    join(folder, "package.json"),
  );
  const manifest = manifests.find(existsSync);
  const version = manifest ? JSON.parse(readFileSync(manifest, "utf8")).version : "of unknown version";
  return { executable, version, description, isHost: false };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runMain(async () => {
    console.log(describe(await whichEditor()));
    return 0;
  });
}
