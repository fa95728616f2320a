// What an editor has in common wherever it runs: the copy of a folder that it opened, and what its page tells.
import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/**
 * What a scenario may do to the opened folder.
 * @param {string} folder the copy
 * @param {string} source what it is a copy of
 */
export function openedFolder(folder, source) {
  return {
    async restore() {
      await rm(folder, { recursive: true, force: true });
      await cp(source, folder, { recursive: true });
    },
    /** @param {Record<string, unknown>} settings */
    async setWorkspaceSettings(settings) {
      const file = join(folder, ".vscode", "settings.json");
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, JSON.stringify(settings, null, 2));
    },
  };
}

/**
 * Collects what a page tells from now on.
 * @param {import("playwright-core").Page} page
 * @param {string[]} messages
 */
export function listenTo(page, messages) {
  page.setDefaultTimeout(30_000);
  page.on("console", (message) => messages.push(`[${message.type()}] ${message.text()}`));
  page.on("pageerror", (error) => messages.push(`[uncaught] ${error.stack ?? error.message}`));
}

/**
 * Writes what is known of a failure into a folder of its own: what the page told and how it looks.
 * @param {string} target
 * @param {import("playwright-core").Page} page
 * @param {readonly string[]} messages
 */
export async function savePage(target, page, messages) {
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });
  await writeFile(join(target, "page.log"), `${messages.join("\n")}\n`);
  await page.screenshot({ path: join(target, "screenshot.png"), timeout: 10_000 });
}
