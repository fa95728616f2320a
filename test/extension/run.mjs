#!/usr/bin/env node
// Runs the tests of test/extension/suite inside VS Code.
// node test/extension/run.mjs [--extension <folder>] [--grep <regexp>] [--results <file for the counts>]
import { cp, mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { runTests } from "@vscode/test-electron";
import esbuild from "esbuild";
import { project } from "../host/cache.mjs";
import { atEnd, runMain } from "../host/lifetime.mjs";
import { describe, whichEditor } from "../host/which-editor.mjs";
import { builtExtension } from "../ui/extension.mjs";

const bundles = join(project, ".cache", "extension-tests");

await runMain(async () => {
  const { values } = parseArgs({
    options: { extension: { type: "string" }, grep: { type: "string" }, results: { type: "string" } },
  });
  const editor = await whichEditor();
  console.log(describe(editor));
  const extension = values.extension ?? (await builtExtension());
  await bundleTests();

  const folder = await realpath(await mkdtemp(join(tmpdir(), "trip-report-")));
  atEnd(() => rm(folder, { recursive: true, force: true }));
  const workspace = join(folder, "workspace");
  await cp(join(project, "test", "extension", "fixtures", "workspace"), workspace, { recursive: true });

  /** @type {Promise<number>} */
  const run = runTests({
    vscodeExecutablePath: editor.executable,
    extensionDevelopmentPath: extension,
    extensionTestsPath: join(bundles, "index.js"),
    extensionTestsEnv: {
      MOCHA_GREP: values.grep,
      TEST_COLOR: process.stdout.isTTY && !process.env.NO_COLOR ? "1" : "0",
      TEST_RESULTS: values.results && resolve(values.results),
    },
    launchArgs: [
      workspace,
      `--user-data-dir=${join(folder, "profile")}`,
      `--extensions-dir=${join(folder, "extensions")}`,
      "--disable-telemetry",
    ],
  }).catch((error) => {
    console.error(error.message);
    return 1;
  });
  // runTests passes only SIGINT on to the editor; its clean-up is waited for.
  process.once("SIGTERM", () => process.emit("SIGINT"));
  atEnd(() => run);
  return run;
});

/** Each test file becomes one CommonJS file; mocha itself stays in node_modules. */
async function bundleTests() {
  await rm(bundles, { recursive: true, force: true });
  await esbuild.build({
    absWorkingDir: project,
    entryPoints: ["test/extension/suite/index.ts", "test/extension/suite/*.test.ts"],
    outdir: bundles,
    outbase: "test/extension/suite",
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    external: ["vscode", "mocha"],
    sourcemap: "inline",
    logLevel: "warning",
  });
}
