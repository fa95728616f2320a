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

/**
 * What a scenario file exports: functions by the sentence they prove.
 * @typedef {Record<string, (session: import("./workbench.mjs").Session) => Promise<void>>} Scenarios
 */

/** How long one scenario may take, in milliseconds. */
const limit = 120_000;
const failures = join(project, ".cache", "ui-failures");

await runMain(async () => {
  const { values } = parseArgs({
    options: {
      extension: { type: "string" },
      grep: { type: "string" },
      results: { type: "string" },
      web: { type: "boolean" },
    },
  });
  const open = values.web ? startWebWorkbench : startWorkbench;
  const scenarios = await collect(new RegExp(values.grep ?? ""), values.web === true);
  if (scenarios.length === 0) throw new Error(`no scenario matches ${values.grep}`);
  const extension = values.extension ?? (await builtExtension());
  await rm(failures, { recursive: true, force: true });
  console.log(`VS Code ${editorVersion} in a headless browser${values.web ? ", and nowhere else" : ""}`);

  /** @type {import("./workbench.mjs").Session | undefined} */
  let session;
  let failed = 0;
  for (const [name, scenario] of scenarios) {
    session ??= await open({ extension });
    const start = Date.now();
    try {
      await bounded(scenario(session));
      await bounded(session.workbench.reset());
      await session.restore();
      console.log(`  ✔ ${name} (${Date.now() - start} ms)`);
    } catch (error) {
      if (isStopping()) return 1;
      failed++;
      const folder = join(failures, name.replace(/[^\p{L}\p{N}]+/gu, "-"));
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
  const passed = scenarios.length - failed;
  if (values.results) await writeFile(values.results, JSON.stringify({ passed, failed }));
  console.log(`\n  ${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
});

/**
 * @param {RegExp} wanted
 * @param {boolean} web
 */
async function collect(wanted, web) {
  /** @type {[string, Scenarios[string]][]} */
  const found = [];
  for (const file of web
    ? [...(await files("scenarios/")), ...(await files("../web/scenarios/"))]
    : await files("scenarios/")) {
    if (web && needsMore.includes(basename(file.pathname))) continue;
    /** @type {{ default: Scenarios }} */
    const module = await import(file.href);
    found.push(...Object.entries(module.default).filter(([name]) => wanted.test(name)));
  }
  return found;
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
