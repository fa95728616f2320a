// Opens the workbench of a running server in a browser.

/**
 * @typedef {object} PageOptions
 * @property {string} [folder]
 * @property {string} [workspace]
 * @property {[string, string][]} [payload]
 * @property {{ width: number, height: number }} [size]
 * @property {number} [scale] device pixels a pixel
 * @property {boolean} [bypassCSP] the page may load from other loopback ports
 * @property {(page: import("playwright-core").Page) => Promise<void>} [prepare] before the workbench loads
 */

/**
 * @param {import("playwright-core").Browser} browser
 * @param {import("./server.mjs").Server} server
 * @param {PageOptions} options
 */
export async function openPage(browser, server, options) {
  const context = await browser.newContext({
    viewport: options.size ?? { width: 1280, height: 800 },
    deviceScaleFactor: options.scale ?? 1,
    reducedMotion: "reduce",
    bypassCSP: options.bypassCSP ?? false,
  });
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: server.origin });
  // Everything is on this machine; a page that asks elsewhere must not make a run depend on a network.
  await context.route(
    (url) => url.hostname !== "127.0.0.1",
    (route) => route.abort(),
  );
  const page = await context.newPage();
  await options.prepare?.(page);
  const payload = /** @type {[string, string][]} */ ([
    ["skipWelcome", "true"],
    ["skipReleaseNotes", "true"],
    ...(options.payload ?? []),
  ]);
  await page.goto(server.address({ ...options, payload }), { timeout: 60_000 });
  return page;
}

/**
 * The address by which the workbench knows a file of this machine.
 * @param {import("./server.mjs").Server} server
 * @param {string} file absolute path
 */
export function remoteUri(server, file) {
  const path = file.replaceAll("\\", "/").replace(/^(?!\/)/, "/");
  return `vscode-remote://${server.authority}${path.split("/").map(encodeURIComponent).join("/")}`;
}
