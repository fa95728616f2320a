// Runs an extension's tests in the workbench, as desktop VS Code does with --extensionTestsPath.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { launchBrowser } from "./browser.mjs";
import { isStopping } from "./lifetime.mjs";
import { openPage, remoteUri } from "./page.mjs";
import { makeScratch, startServer, within } from "./server.mjs";

/** Stands before every text that the tests wrote, to tell it from the workbench's own log. */
const wrote = "\u0002";
/** Is sent when the tests came to an end: an extension host that crashes reports exit code 0 as well. */
const done = "\u0002\u0003done";

/** Messages of every run, whether it succeeds or not. */
const noise = /Ignoring fetching additional builtin|\[Service Worker\]|Creating a socket|AccountPolicyGate/;

/** How long all tests together may take, in milliseconds. */
const limit = Number(process.env.VSCODE_HOST_TIMEOUT ?? 600) * 1000;

/**
 * @param {object} options
 * @param {string} options.extension the extension's folder
 * @param {string} options.tests the module that exports `run`
 * @param {string} [options.folder]
 * @param {string} [options.workspace]
 * @param {string[]} [options.files] opened at the start
 * @param {string} [options.userDataDir]
 * @param {string} [options.extensionsDir]
 * @param {boolean} [options.verbose] also show the workbench's log
 * @returns {Promise<number>} the exit code
 */
export async function runTests({
  extension,
  tests,
  folder,
  workspace,
  files = [],
  userDataDir,
  extensionsDir,
  verbose,
}) {
  const scratch = await makeScratch();
  const [server, browser] = await Promise.all([
    startServer({ scratch, testDriver: true, userDataDir, extensionsDir }),
    launchBrowser(scratch),
  ]);
  const relay = join(server.scratch, "tests.cjs");
  await writeFile(relay, relayModule(tests));

  let finished = false;
  let over = false;
  /** @type {string[]} */
  const log = [];
  /** @type {Promise<number>} */
  const exit = new Promise((resolve) => {
    /** @param {string} reason */
    const fail = (reason) => {
      // When the tests are over or this process is told to end, the parts end on purpose.
      if (!over && !isStopping()) resolve(crashed(reason, log));
    };
    /** @param {import("playwright-core").Page} page */
    const prepare = async (page) => {
      await page.exposeFunction(
        "codeAutomationLog",
        (/** @type {string} */ level, /** @type {unknown[]} */ args) => {
          const [first] = args;
          if (first === done) finished = true;
          else if (typeof first === "string" && first.startsWith(wrote)) {
            (level === "error" || level === "warn" ? process.stderr : process.stdout).write(
              `${first.slice(1)}\n`,
            );
          } else {
            log.push(`[${level}] ${args.join(" ")}`);
            if (verbose) console.error(log.at(-1));
          }
        },
      );
      await page.exposeFunction("codeAutomationExit", (/** @type {number} */ code) => resolve(code));
      page.on("crash", () => fail("the page crashed"));
    };
    void server.ended.then(() => fail(`the server ended\n${server.output().slice(-2000)}`));
    browser.on("disconnected", () => fail("the browser ended"));
    const payload = /** @type {[string, string][]} */ ([
      ["extensionDevelopmentPath", remoteUri(server, extension)],
      ["extensionTestsPath", remoteUri(server, relay)],
      ...files.map((file) => ["openFile", remoteUri(server, file)]),
    ]);
    openPage(browser, server, { folder, workspace, payload, prepare }).catch((error) =>
      fail(`opening the workbench: ${error.message}`),
    );
  });
  const code = await within(limit, exit);
  over = true;
  if (code === undefined) return crashed(`no end after ${limit / 1000} s (VSCODE_HOST_TIMEOUT)`, log);
  if (code === 0 && !finished) return crashed("the extension host ended before the tests did", log);
  return code;
}

/**
 * @param {string} reason
 * @param {string[]} log
 */
function crashed(reason, log) {
  const lines = log.filter((entry) => !noise.test(entry)).map((entry) => entry.split("\n")[0]);
  console.error(`${reason}\nthe workbench's last messages:\n  ${lines.slice(-15).join("\n  ")}`);
  return 1;
}

/**
 * The module loaded instead of the tests: it marks what they write, as one formatted string, and reports their end.
 * @param {string} tests
 */
const relayModule = (tests) => `
const { format } = require("node:util");
const send = { log: console.log, error: console.error, warn: console.warn, info: console.info, debug: console.debug };
// VS Code's console methods are accessors without a setter: an assignment would be ignored.
Object.defineProperties(console, Object.fromEntries(Object.entries(send).map(([name, write]) =>
  [name, { configurable: true, writable: true, value: (...args) => write.call(console, ${JSON.stringify(wrote)} + format(...args)) }])));
exports.run = async (root) => {
  const { run } = require(${JSON.stringify(tests)});
  await new Promise((resolve, reject) => {
    const result = run(root, (error, failures) => error ? reject(error) : failures ? reject(new Error(failures + " failed")) : resolve());
    if (result && typeof result.then === "function") result.then(resolve, reject);
  });
  send.log.call(console, ${JSON.stringify(done)});
};
`;
