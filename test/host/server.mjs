// Starts and stops VS Code's server on a free loopback port, with a fresh profile in a temporary folder.
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { installEditor } from "./install.mjs";
import { atEnd } from "./lifetime.mjs";

/**
 * @typedef {object} ServerOptions
 * @property {string} [scratch] the temporary folder to use
 * @property {boolean} [testDriver] honour extension development and test paths; hides notifications
 * @property {Record<string, unknown>} [settings] user settings, besides those that make the editor quiet
 * @property {string} [userDataDir] a desktop profile whose settings, key bindings and snippets are taken over
 * @property {string} [extensionsDir] where extensions are installed; an empty folder unless given
 * @property {boolean} [restricted] folders are not trusted until the user says so
 * @property {NodeJS.ProcessEnv} [env] environment of the extension host
 */

/**
 * @typedef {object} Server
 * @property {string} origin `http://127.0.0.1:<port>`
 * @property {string} authority what stands after `vscode-remote://`
 * @property {number} pid of the process that all others of the server descend from
 * @property {string} scratch the temporary folder, removed with the server
 * @property {string} userFolder where settings.json is
 * @property {string} logsFolder where the logs are
 * @property {(options: { folder?: string, workspace?: string, payload?: [string, string][] }) => string} address
 * @property {() => string} output what the server wrote
 * @property {Promise<void>} ended resolves when the server has ended for whatever reason
 * @property {() => Promise<void>} stop
 */

const startLimit = 30_000;
const stopLimit = 10_000;

/** Nothing that looks for a network, no welcome, no second side bar. */
export const quietSettings = {
  "chat.disableAIFeatures": true,
  "editor.minimap.enabled": false,
  "extensions.ignoreRecommendations": true,
  "files.autoSave": "off",
  "git.enabled": false,
  "security.workspace.trust.banner": "never",
  "security.workspace.trust.startupPrompt": "never",
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "window.commandCenter": false,
  "workbench.colorTheme": "Light Modern",
  "workbench.secondarySideBar.defaultVisibility": "hidden",
  "workbench.startupEditor": "none",
};

/**
 * Makes the temporary folder that everything of one run goes into.
 * @returns {Promise<string>}
 */
export async function makeScratch() {
  const scratch = await mkdtemp(join(tmpdir(), "vscode-host-"));
  atEnd(() => rm(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }));
  return scratch;
}

/**
 * Starts the server, installing it first when it is not in the cache.
 * @param {ServerOptions} [options]
 * @returns {Promise<Server>}
 */
export async function startServer(options = {}) {
  const { node, main } = await installEditor();
  const scratch = options.scratch ?? (await makeScratch());
  const data = join(scratch, "data");
  const userFolder = join(data, "data", "User");
  const temporary = join(scratch, "tmp");
  await Promise.all([userFolder, temporary].map((folder) => mkdir(folder, { recursive: true })));
  await writeFile(
    join(userFolder, "settings.json"),
    JSON.stringify({ ...quietSettings, ...options.settings }, null, 2),
  );
  if (options.userDataDir) await takeOver(join(options.userDataDir, "User"), userFolder);

  const token = randomBytes(16).toString("hex");
  const args = [
    main,
    "--host=127.0.0.1",
    "--port=0",
    `--connection-token=${token}`,
    "--accept-server-license-terms",
    `--server-data-dir=${data}`,
    `--extensions-dir=${options.extensionsDir ?? join(scratch, "extensions")}`,
    "--force-disable-user-env",
    "--disable-update-check",
    "--disable-experiments",
    "--disable-telemetry",
    ...(options.restricted ? [] : ["--disable-workspace-trust"]),
    ...(options.testDriver ? ["--enable-smoke-test-driver"] : []),
  ];
  const keeper = spawn(
    process.execPath,
    [fileURLToPath(new URL("keeper.mjs", import.meta.url)), scratch, node, ...args],
    {
      cwd: scratch,
      detached: true,
      env: environment(options.env ?? process.env, temporary),
      stdio: ["pipe", "pipe", "pipe"],
    },
  );
  let output = "";
  for (const stream of [keeper.stdout, keeper.stderr]) stream.on("data", (data) => (output += data));
  const ended = new Promise((resolve) => keeper.on("close", resolve)).then(() => undefined);
  const stop = atEnd(async () => {
    keeper.stdin.destroy();
    if (!(await within(stopLimit, ended)))
      throw new Error(`the server did not stop within ${stopLimit / 1000} s`);
  });

  const port = await within(startLimit, Promise.race([listening(keeper, () => output), ended.then(() => 0)]));
  if (!port) {
    await stop();
    throw new Error(
      `starting VS Code's server: no port after ${startLimit / 1000} s or ended early\n${output.slice(-2000)}`,
    );
  }
  const authority = `127.0.0.1:${port}`;
  const origin = `http://${authority}`;
  return {
    origin,
    authority,
    pid: keeper.pid ?? 0,
    scratch,
    userFolder,
    logsFolder: join(data, "data", "logs"),
    address({ folder, workspace, payload }) {
      const query = new URLSearchParams({ tkn: token });
      if (folder) query.set("folder", folder);
      if (workspace) query.set("workspace", workspace);
      if (payload) query.set("payload", JSON.stringify(payload));
      return `${origin}/?${query}`;
    },
    output: () => output,
    ended,
    stop,
  };
}

/**
 * Copies what a desktop profile has of the parts a server has too.
 * @param {string} from
 * @param {string} to
 */
async function takeOver(from, to) {
  for (const part of ["settings.json", "keybindings.json", "snippets"]) {
    await cp(join(from, part), join(to, part), { recursive: true }).catch((error) => {
      if (error.code !== "ENOENT") throw error;
    });
  }
}

/**
 * @param {NodeJS.ProcessEnv} given
 * @param {string} temporary
 */
function environment(given, temporary) {
  // A terminal inside VS Code has variables that lead its tools to that window.
  const {
    VSCODE_IPC_HOOK_CLI: _1,
    VSCODE_NLS_CONFIG: _2,
    VSCODE_ESM_ENTRYPOINT: _3,
    ELECTRON_RUN_AS_NODE: _4,
    ...rest
  } = given;
  return { ...rest, TMPDIR: temporary, XDG_RUNTIME_DIR: temporary, EXTENSIONS_GALLERY: "{}" };
}

/**
 * @param {import("node:child_process").ChildProcessByStdio<any, import("node:stream").Readable, any>} child
 * @param {() => string} output
 * @returns {Promise<number>}
 */
const listening = (child, output) =>
  new Promise((resolve) => {
    child.stdout.on("data", () => {
      const port = /Extension host agent listening on (\d+)/.exec(output())?.[1];
      if (port) resolve(Number(port));
    });
  });

/**
 * Waits for a promise, at most so long: its value (or true when it has none), or undefined when the time is over.
 * @template T
 * @param {number} limit milliseconds
 * @param {Promise<T>} promise
 * @returns {Promise<(T extends void ? true : T) | undefined>}
 */
export async function within(limit, promise) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const late = new Promise((resolve) => {
    timer = setTimeout(() => resolve(undefined), limit);
  });
  try {
    return await Promise.race([promise.then((value) => value ?? true), late]);
  } finally {
    clearTimeout(timer);
  }
}
