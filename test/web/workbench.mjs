// Starts VS Code without anything but the browser: no machine behind it, extensions in a worker, files from a provider.
import { cp } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { launchBrowser } from "../host/browser.mjs";
import { openPage } from "../host/page.mjs";
import { makeScratch, quietSettings, startServer } from "../host/server.mjs";
import { listenTo, openedFolder, savePage } from "../ui/opened.mjs";
import { Workbench } from "../ui/page-object.mjs";
import { sampleWorkspace } from "../ui/workbench.mjs";
import { installMarkdown } from "./markdown.mjs";
import { startMount } from "./mount.mjs";

/** Files of scenarios about what no browser has: processes, and the disk below a folder that is not trusted. */
export const needsMore = ["server.mjs", "trust.mjs"];

/**
 * Starts the editor and waits until it is ready for input. Its folder is one of this machine, which it knows by
 * requests only.
 * @param {import("../ui/workbench.mjs").WorkbenchOptions} options
 * @returns {Promise<import("../ui/workbench.mjs").Session>}
 */
export async function startWebWorkbench(options) {
  const scratch = await makeScratch();
  const source = options.workspace ?? sampleWorkspace;
  const mounted = join(scratch, "mounted");
  const folder = join(mounted, basename(source));
  await cp(source, folder, { recursive: true });
  const extensions = {
    files: fileURLToPath(new URL("file-provider", import.meta.url)),
    extension: options.extension,
    markdown: await installMarkdown(),
  };
  const mount = await startMount({ folder: mounted, extensions });
  const [server, browser] = await Promise.all([startServer({ scratch }), launchBrowser(scratch)]);

  const { hostname, port } = new URL(mount.origin);
  const configuration = {
    additionalBuiltinExtensions: Object.keys(extensions).map((name) => ({
      scheme: "http",
      authority: `${hostname}:${port}`,
      path: `/extension/${name}`,
    })),
    configurationDefaults: { ...quietSettings, ...options.settings },
  };
  /** @type {string[]} */
  const messages = [];
  const page = await openPage(browser, server, {
    folder: `vscode-vfs://mount/${basename(source)}`,
    size: options.size,
    scale: options.scale,
    bypassCSP: true,
    prepare: async (page) => {
      listenTo(page, messages);
      await withoutMachine(page);
      await page.addInitScript(configure, configuration);
    },
  });
  const workbench = new Workbench(page);
  await workbench.ready();

  return {
    workbench,
    folder,
    opened: `/${basename(source)}`,
    logs: server.logsFolder,
    pid: server.pid,
    ...openedFolder(folder, source),
    async restartWith(settings) {
      Object.assign(configuration.configurationDefaults, settings);
      await page.addInitScript(configure, configuration);
      await page.reload();
      await workbench.ready();
    },
    saveEvidence: (target) => savePage(target, page, messages),
    async close() {
      await browser.close();
      await Promise.all([server.stop(), mount.stop()]);
    },
  };
}

/** What the served workbench says of the machine that serves it, and what one without a machine says there. */
const machine = /** @type {const} */ ([
  [/remoteAuthority:location\.host/, "remoteAuthority:void 0"],
  [
    /(\w+)\.file\(this\.userDataPath\)\.with\(\{scheme:(\w+)\.vscodeRemote\}\)/,
    '$1.file("/").with({scheme:$2.vscodeUserData})',
  ],
]);

/**
 * Has the workbench do without the machine that serves it.
 * @param {import("playwright-core").Page} page
 */
async function withoutMachine(page) {
  await page.route(/\/workbench\/workbench\.js$/, async (route) => {
    const response = await route.fetch();
    const script = await response.text();
    if (!machine.every(([said]) => said.test(script)))
      throw new Error("the workbench names its machine in another way now");
    const body = machine.reduce((text, [said, instead]) => text.replace(said, instead), script);
    await route.fulfill({ response, body });
  });
}

/**
 * Runs in the page, before the workbench reads what it is to be.
 * @param {object} more
 */
function configure(more) {
  const { document, MutationObserver } = /** @type {any} */ (globalThis);
  new MutationObserver((/** @type {unknown} */ _changes, /** @type {any} */ observer) => {
    const meta = document.getElementById("vscode-workbench-web-configuration");
    if (!meta) return;
    observer.disconnect();
    const { remoteAuthority: _, ...rest } = JSON.parse(meta.getAttribute("data-settings"));
    meta.setAttribute("data-settings", JSON.stringify({ ...rest, ...more }));
  }).observe(document, { childList: true, subtree: true });
}
