#!/usr/bin/env node
// Runs the scenarios of test/ui/scenarios in one VS Code window, one after the other; with --web in an editor that has
// nothing but the browser, and those of test/web/scenarios as well.
// node test/ui/run.mjs [--web] [--extension <folder or .vsix>] [--grep <regexp>] [--results <file for the counts>]
import { readdir, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { project } from "../host/cache.mjs";
import { editorVersion } from "../host/install.mjs";
import { isStopping, message, runMain } from "../host/lifetime.mjs";
import { within } from "../host/server.mjs";
import { needsMore, startWebWorkbench } from "../web/workbench.mjs";
import { builtExtension } from "./extension.mjs";
import { startWorkbench } from "./workbench.mjs";

/** @typedef {import("./workbench.mjs").Session} Session */

/**
 * What a scenario file exports: functions by the sentence they prove.
 * @typedef {Record<string, (session: Session) => Promise<void>>} Scenarios
 */

/**
 * What a scenario file may export as `options`: its scenarios run in a window of their own, started so.
 * @typedef {Pick<import("./workbench.mjs").WorkbenchOptions, "settings" | "restricted">} Options
 */

/** How long one scenario may take, in milliseconds. */
const limit = 120_000;
/**
 * How often a scenario is tried, each time in a new window: on a busy machine the editor may be so late that a key or a click
 * meets another state than a person would have met. What passes late is printed as such.
 */
const attempts = 2;

await runMain(async () => {
  const { values } = parseArgs({
    options: {
      extension: { type: "string" },
      grep: { type: "string" },
      results: { type: "string" },
      web: { type: "boolean" },
    },
  });
  const web = values.web === true;
  const evidence = join(project, ".cache", web ? "web-failures" : "ui-failures");
  const open = web ? startWebWorkbench : startWorkbench;
  const scenarios = await collect(new RegExp(values.grep ?? ""), web);
  if (scenarios.length === 0) throw new Error(`no scenario matches ${values.grep}`);
  const extension = values.extension ?? (await builtExtension());
  await rm(evidence, { recursive: true, force: true });
  console.log(`VS Code ${editorVersion} in a headless browser${web ? ", and nowhere else" : ""}`);

  /** @type {Session | undefined} */
  let session;
  /** @type {Options | undefined} */
  let startedWith;
  /** @type {string[]} */
  const failures = [];
  const queue = scenarios.map((found) => ({ ...found, attempt: 1 }));
  for (const { name, scenario, options, attempt } of queue) {
    if (session && options !== startedWith) {
      await session.close();
      session = undefined;
    }
    session ??= await open({ extension, ...options });
    startedWith = options;
    const start = Date.now();
    try {
      await bounded(scenario(session));
      await bounded(session.workbench.reset());
      await session.restore();
      const again = attempt > 1 ? `, attempt ${attempt}` : "";
      console.log(`  ✔ ${name} (${Date.now() - start} ms${again})`);
    } catch (error) {
      if (isStopping()) return 1;
      if (attempt < attempts) queue.push({ name, scenario, options, attempt: attempt + 1 });
      else failures.push(`✘ ${name}: ${message(error)}`);
      const folder = join(evidence, name.replace(/[^\p{L}\p{N}]+/gu, "-"));
      console.log(`  ✘ ${name}\n${indented(error)}`);
      await session
        .saveEvidence(folder)
        .catch((reason) => console.log(`    no evidence: ${message(reason)}`));
      console.log(`    screenshot and logs: ${folder}`);
      // What a failed scenario leaves open must not make the next one fail.
      await session.close();
      session = undefined;
    }
  }
  const failed = failures.length;
  const passed = scenarios.length - failed;
  if (values.results) await writeFile(values.results, JSON.stringify({ passed, failed, failures }));
  console.log(`\n  ${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});

/**
 * @param {RegExp} wanted
 * @param {boolean} web
 */
async function collect(wanted, web) {
  const folders = web ? ["scenarios/", "../web/scenarios/"] : ["scenarios/"];
  /** @type {{ name: string, scenario: Scenarios[string], options?: Options }[]} */
  const found = [];
  for (const file of (await Promise.all(folders.map(files))).flat()) {
    if (web && needsMore.includes(basename(file.pathname))) continue;
    /** @type {{ default: Scenarios, options?: Options }} */
    const { default: scenarios, options } = await import(file.href);
    for (const [name, scenario] of Object.entries(scenarios))
      if (wanted.test(name)) found.push({ name, scenario, options });
  }
  // One window does for all that want nothing of it.
  return [...found.filter(({ options }) => !options), ...found.filter(({ options }) => options)];
}

/** @param {string} folder */
async function files(folder) {
  const url = new URL(folder, import.meta.url);
  const names = (await readdir(url)).filter((name) => name.endsWith(".mjs"));
  return names.sort().map((name) => new URL(name, url));
}

/** @param {Promise<void>} promise */
async function bounded(promise) {
  if (!(await within(limit, promise))) throw new Error(`not done after ${limit / 1000} s`);
}

/** @param {unknown} error */
function indented(error) {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return text.replace(/^/gm, "    ");
}
