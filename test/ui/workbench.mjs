// Starts VS Code with the extension installed and gives a page object to work it by keyboard and mouse.
import { cp, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { launchBrowser } from "../host/browser.mjs";
import { project } from "../host/cache.mjs";
import { openPage } from "../host/page.mjs";
import { makeScratch, startServer } from "../host/server.mjs";
import { installExtension } from "./extension.mjs";
import { listenTo, openedFolder, savePage } from "./opened.mjs";
import { Workbench } from "./page-object.mjs";

/** The folder that is opened, as a copy, unless another is named. */
export const sampleWorkspace = join(project, "test", "extension", "fixtures", "workspace");

/**
 * @typedef {object} WorkbenchOptions
 * @property {string} extension the extension's folder or .vsix
 * @property {string} [workspace] the folder to open a copy of
 * @property {Record<string, unknown>} [settings] user settings
 * @property {boolean} [restricted] the folder is not trusted until the user says so
 * @property {{ width: number, height: number }} [size]
 * @property {number} [scale] device pixels a pixel
 */

/**
 * A started editor: the page object, and what belongs to it.
 * @typedef {object} Session
 * @property {Workbench} workbench
 * @property {string} folder the opened copy of the workspace folder
 * @property {string} opened its path as the editor knows it
 * @property {string} logs the folder of all logs
 * @property {number} pid of the process that all of the editor's own descend from
 * @property {() => Promise<void>} restore gives the copy its first content again
 * @property {(settings: Record<string, unknown>) => Promise<void>} setWorkspaceSettings writes .vscode/settings.json, which
 *   takes effect while the window runs
 * @property {(settings: Record<string, unknown>) => Promise<void>} restartWith adds user settings and reloads the window,
 *   because the server does not watch their file
 * @property {(folder: string) => Promise<void>} saveEvidence a screenshot and all logs, into that folder
 * @property {() => Promise<void>} close
 */

/**
 * Starts the editor and waits until it is ready for input.
 * @param {WorkbenchOptions} options
 * @returns {Promise<Session>}
 */
export async function startWorkbench(options) {
  const scratch = await makeScratch();
  const source = options.workspace ?? sampleWorkspace;
  const folder = join(scratch, "opened", basename(source));
  await cp(source, folder, { recursive: true });
  const extensionsDir = await installExtension(options.extension, scratch);
  const [server, browser] = await Promise.all([
    startServer({ scratch, extensionsDir, settings: options.settings, restricted: options.restricted }),
    launchBrowser(scratch),
  ]);

  /** @type {string[]} */
  const messages = [];
  const page = await openPage(browser, server, {
    folder,
    size: options.size,
    scale: options.scale,
    prepare: async (page) => listenTo(page, messages),
  });
  const workbench = new Workbench(page);
  await workbench.ready();

  return {
    workbench,
    folder,
    opened: folder,
    logs: server.logsFolder,
    pid: server.pid,
    ...openedFolder(folder, source),
    async restartWith(settings) {
      const file = join(server.userFolder, "settings.json");
      const present = JSON.parse(await readFile(file, "utf8"));
      await writeFile(file, JSON.stringify({ ...present, ...settings }, null, 2));
      await page.reload();
      await workbench.ready();
    },
    async saveEvidence(target) {
      try {
        await savePage(target, page, messages);
      } finally {
        await writeFile(join(target, "server.log"), server.output());
        await cp(server.logsFolder, join(target, "logs"), { recursive: true }).catch(() => {});
      }
    },
    async close() {
      await browser.close();
      await server.stop();
    },
  };
}
