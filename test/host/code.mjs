#!/usr/bin/env node
// An executable that stands in for desktop VS Code where its build cannot be downloaded or has no display: it takes the
// same arguments for extension tests, runs VS Code's server with a headless browser and ends with the tests' exit code.
import { statSync } from "node:fs";
import { resolve } from "node:path";
import { editorVersion } from "./install.mjs";
import { end, endWithParent, runMain } from "./lifetime.mjs";
import { runTests } from "./run-tests.mjs";

const usage = `usage: code.mjs --extensionDevelopmentPath=<folder> --extensionTestsPath=<module> [--user-data-dir=<folder>]
  [--extensions-dir=<folder>] [--verbose] [<folder> | <file.code-workspace>] [<file>…]
  Other arguments of desktop VS Code are accepted and have no effect.`;

/** Options of desktop VS Code whose value may be the next argument. */
const withValue = ["extensionDevelopmentPath", "extensionTestsPath", "user-data-dir", "extensions-dir"];

await runMain(async () => {
  const { options, paths } = parse(process.argv.slice(2));
  if (options.has("version")) return void console.log(editorVersion);
  const extension = options.get("extensionDevelopmentPath");
  const tests = options.get("extensionTestsPath");
  if (!extension?.[0] || !tests?.[0]) throw new Error(usage);
  if (extension.length > 1) throw new Error("this host takes one --extensionDevelopmentPath only");
  if (options.has("extensionDevelopmentKind")) throw new Error("this host has no --extensionDevelopmentKind");
  endWithParent();

  const isFolder = (/** @type {string} */ path) => statSync(path).isDirectory();
  const folder = paths.find(isFolder);
  const workspace = paths.find((path) => path.endsWith(".code-workspace"));
  const code = await runTests({
    extension: resolve(extension[0]),
    tests: resolve(tests[0]),
    folder,
    workspace,
    files: paths.filter((path) => path !== workspace && !isFolder(path)),
    userDataDir: options.get("user-data-dir")?.[0],
    extensionsDir: options.get("extensions-dir")?.[0],
    verbose: options.has("verbose"),
  });
  await end();
  // @vscode/test-electron drops what is still in the pipes at the moment this process exits, and nothing says that it has
  // read them: the one wait here that is for time.
  await new Promise((done) => setTimeout(done, 250));
  return code;
});

/** @param {string[]} args */
function parse(args) {
  /** @type {Map<string, string[]>} */
  const options = new Map();
  /** @type {string[]} */
  const paths = [];
  for (let at = 0; at < args.length; at++) {
    const arg = /** @type {string} */ (args[at]);
    const [, name, value] = /^--?([^=]+)(?:=(.*))?$/s.exec(arg) ?? [];
    if (!name) paths.push(resolve(arg));
    else {
      const given = value ?? (withValue.includes(name) ? args[++at] : undefined) ?? "";
      options.set(name, [...(options.get(name) ?? []), given]);
    }
  }
  return { options, paths };
}
