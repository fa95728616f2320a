// `npm test`: sets up what is missing, builds, and runs every check. Ends with a line `N passed, N failed`.
// `npm test -- <suite>…` runs only those suites: types, lint, unit, programs, host, extension, ui, web, packages, installed, editors.
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { message, runMain } from "../test/host/lifetime.mjs";
import { programs } from "../test/programs/files.mjs";
import { program, script } from "./programs.mjs";
import { root } from "./setup.mjs";

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {number} [skipped]
 * @property {string[]} [failures] what failed, by name
 */

/**
 * Something that is run and judged as a whole. One with results writes a file that says how many tests passed; one
 * without holds or does not.
 * @typedef {object} Suite
 * @property {string} title
 * @property {string} command
 * @property {(results: string) => string[]} args
 * @property {(json: any) => Counts} [counts] read from the results
 * @property {true} [onRequest] only run when it is named: it needs programs that are not the project's
 */

const results = join(root, ".cache", "test-results");
const bin = (/** @type {string} */ name) => join(root, "node_modules", ".bin", name);
const vitest = (/** @type {string} */ output, /** @type {string[]} */ ...options) => [
  "run",
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${output}`,
  ...options,
];

/**
 * The scenarios that are run in a browser alone too: each feature that gets its files or its code there in another way.
 * `node test/ui/run.mjs --web` runs all of them.
 */
const inWeb = [
  "on no disk",
  "somebody else changes",
  "what was found",
  "credential",
  "team's template",
  "opens as a Trip Report",
  "leads to it",
  "light bulb",
  "preview shows",
  "overview leads",
  "Publish…",
  "Sessions view",
  "Tidy Raw Notes",
  "pasted over words",
  "suggestion and a snippet",
].join("|");

/** @type {Record<string, Suite>} */
const suites = {
  types: { title: "types", command: bin("tsc"), args: () => ["-p", "."] },
  lint: {
    title: "lint and format",
    command: bin("biome"),
    args: () => ["check", "--error-on-warnings", "."],
  },
  unit: {
    title: "unit tests",
    command: bin("vitest"),
    args: (output) => vitest(output, ...programs.flatMap((files) => ["--exclude", files])),
    counts: ofVitest,
  },
  programs: {
    title: "tests of running programs",
    command: bin("vitest"),
    args: (output) => vitest(output, "--config", join("test", "programs", "vitest.config.mts")),
    counts: ofVitest,
  },
  // Before the others: it runs parts of them, whose traces must not replace those of a failure.
  host: {
    title: "tests of what editors leave behind",
    command: bin("vitest"),
    args: (output) => vitest(output, "--config", join("test", "host", "vitest.config.mts")),
    counts: ofVitest,
  },
  extension: {
    title: "tests in the editor's extension host",
    command: process.execPath,
    args: (output) => [join("test", "extension", "run.mjs"), "--results", output],
    counts: (json) => json,
  },
  ui: {
    title: "tests by keyboard and mouse",
    command: process.execPath,
    args: (output) => [join("test", "ui", "run.mjs"), "--results", output],
    counts: (json) => json,
  },
  web: {
    title: "tests by keyboard and mouse in an editor that is in the browser only",
    command: process.execPath,
    args: (output) => [join("test", "ui", "run.mjs"), "--web", "--grep", inWeb, "--results", output],
    counts: (json) => json,
  },
  packages: {
    title: "tests of the packages",
    command: bin("vitest"),
    args: (output) => vitest(output, "--config", join("test", "packages", "vitest.config.mts")),
    counts: ofVitest,
  },
  installed: {
    title: "tests of the installed extension",
    command: process.execPath,
    args: (output) => [join("scripts", "test-installed.mjs"), "--results", output],
    counts: (json) => json,
  },
  // By `npm run test:editors`, which installs the editors.
  editors: {
    title: "tests in other editors",
    command: bin("vitest"),
    args: (output) => vitest(output, "--config", join("test", "editors", "vitest.config.mts")),
    counts: ofVitest,
    onRequest: true,
  },
};

await runMain(async () => {
  const wanted = process.argv.slice(2);
  const unknown = wanted.find((name) => !(name in suites));
  if (unknown) throw new Error(`no suite is called ${unknown}; there are: ${Object.keys(suites).join(", ")}`);

  try {
    await script(join("scripts", "setup.mjs"));
    await script(join("scripts", "build.mjs"));
  } catch (error) {
    console.log(`\n${message(error)}: no test was run\n\n0 passed, 1 failed`);
    return 1;
  }
  mkdirSync(results, { recursive: true });

  const total = { passed: 0, failed: 0 };
  const summary = [];
  for (const [name, suite] of Object.entries(suites)) {
    if (wanted.length > 0 ? !wanted.includes(name) : suite.onRequest) continue;
    console.log(`\n${suite.title}`);
    const start = Date.now();
    const { passed, failed, skipped = 0, failures = [], problem } = await run(name, suite);
    total.passed += passed;
    total.failed += failed;
    const counts = [`${passed} passed`, `${failed} failed`, ...(skipped > 0 ? [`${skipped} skipped`] : [])];
    const seconds = ((Date.now() - start) / 1000).toFixed(1);
    summary.push(`  ${suite.title}: ${counts.join(", ")} (${seconds} s)${problem ? ` — ${problem}` : ""}`);
    // Where only the end of the output is kept, it still says what failed.
    summary.push(...failures.map((failure) => failure.replace(/^/gm, "    ")));
  }
  console.log(`\n${summary.join("\n")}\n\n${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
});

/**
 * Runs a suite. One that ends badly without a failed test, or that leaves no results, counts as one failure more.
 * @param {string} name
 * @param {Suite} suite
 * @returns {Promise<Counts & { problem?: string }>}
 */
async function run(name, { command, args, counts }) {
  const file = join(results, `${name}.json`);
  rmSync(file, { force: true });
  const status = await program(command, args(file));
  if (!counts) return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  /** @type {Counts} */
  let found;
  try {
    found = counts(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return { passed: 0, failed: 1, problem: `did not run to its end (exit code ${status})` };
  }
  if (found.failed > 0) return found;
  if (status !== 0) return { ...found, failed: 1, problem: `ended with exit code ${status}` };
  return found.passed > 0 ? found : { ...found, failed: 1, problem: "ran no test" };
}

/**
 * A file that could not be loaded has no tests and counts as one failure.
 * @param {any} json
 * @returns {Counts}
 */
function ofVitest({ numPassedTests, numFailedTests, numPendingTests, testResults }) {
  const unloaded = testResults.filter(
    (/** @type {any} */ file) => file.status === "failed" && file.assertionResults.length === 0,
  );
  return {
    passed: numPassedTests,
    failed: numFailedTests + unloaded.length,
    skipped: numPendingTests,
    failures: [
      ...unloaded.map((/** @type {any} */ file) => `✘ ${file.name}: not loaded`),
      ...testResults.flatMap((/** @type {any} */ file) =>
        file.assertionResults
          .filter((/** @type {any} */ test) => test.status === "failed")
          .map((/** @type {any} */ test) => `✘ ${test.fullName}\n  ${shortened(test.failureMessages[0])}`),
      ),
    ],
  };
}

/** @param {string | undefined} text */
function shortened(text) {
  // Colours would make the cut end in the middle of one.
  const plain = stripVTControlCharacters(text ?? "").split("\n");
  return plain.slice(0, 12).join("\n  ").slice(0, 1_500);
}
