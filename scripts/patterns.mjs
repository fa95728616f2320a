// `npm run patterns`: has a checker prove that every regular expression of ours takes a time that grows with the text alone.
// Those it cannot prove stand in `scripts/patterns.json`, each with the reason why what it is given is short.
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { Worker } from "node:worker_threads";
import { installDependencies, root } from "./setup.mjs";

installDependencies();
const { parse } = await import("acorn");
const { build, transformSync } = await import("esbuild");
const require = createRequire(import.meta.url);

/** @typedef {{ file: string, line: number, source: string, flags: string }} Pattern */

const file = (/** @type {string} */ path) => relative(root, path).replaceAll("\\", "/");

/**
 * The patterns that stand in a source as literals.
 * @param {string} path
 * @returns {Pattern[]}
 */
function literals(path) {
  const text = readFileSync(path, "utf8");
  const { code } = transformSync(text, { loader: "ts", target: "esnext" });
  /** @type {Pattern[]} */
  const found = [];
  let from = 0;
  parse(code, {
    ecmaVersion: "latest",
    sourceType: "module",
    onToken({ type, value }) {
      if (type.label !== "regexp") return;
      const at = text.indexOf(value.value?.toString() ?? `/${value.pattern}/`, from);
      if (at >= 0) from = at + 1;
      const line = text.slice(0, Math.max(at, 0)).split("\n").length;
      found.push({ file: file(path), line, source: value.pattern, flags: value.flags });
    },
  });
  return found;
}

/**
 * The patterns that are put together when the program runs: all sources are loaded and used once, with the calls noted.
 * @param {string[]} paths
 * @returns {Promise<{ patterns: Pattern[], unseen: string[] }>}
 */
async function composed(paths) {
  const folder = mkdtempSync(join(tmpdir(), "trip-report-patterns-"));
  /** @type {Set<string>} */
  const places = new Set();
  /** @type {Pattern[]} */
  const patterns = [];
  Object.assign(globalThis, {
    notePattern(/** @type {string} */ place, /** @type {string} */ source, flags = "") {
      const [path = "", line = "0"] = place.split(":");
      places.delete(place);
      patterns.push({ file: path, line: Number(line), source: String(source), flags });
      return new RegExp(source, flags);
    },
  });
  try {
    const outfile = join(folder, "all.cjs");
    await build({
      absWorkingDir: root,
      entryPoints: ["test/support/bounds/patterns.ts"],
      outfile,
      bundle: true,
      platform: "node",
      format: "cjs",
      define: { "import.meta.url": "importMetaUrl" },
      banner: { js: 'const importMetaUrl = require("node:url").pathToFileURL(__filename).href;' },
      logLevel: "warning",
      plugins: [
        {
          name: "note patterns",
          setup({ onLoad }) {
            onLoad({ filter: /[\\/]server[\\/]src[\\/].*\.ts$/ }, ({ path }) => ({
              loader: "ts",
              contents: readFileSync(path, "utf8")
                .split("\n")
                .map((line, index) =>
                  line.replaceAll("new RegExp(", () => {
                    const place = `${file(path)}:${index + 1}`;
                    places.add(place);
                    return `globalThis.notePattern(${JSON.stringify(place)}, `;
                  }),
                )
                .join("\n"),
            }));
          },
        },
      ],
    });
    require(outfile).useAll();
  } finally {
    rmSync(folder, { recursive: true });
  }
  const all = paths.flatMap((path) =>
    readFileSync(path, "utf8")
      .split("\n")
      .flatMap((line, index) => (line.includes("new RegExp(") ? [`${file(path)}:${index + 1}`] : [])),
  );
  const seen = new Set(patterns.map((pattern) => `${pattern.file}:${pattern.line}`));
  return { patterns, unseen: all.filter((place) => !seen.has(place)) };
}

const { globSync } = await import("tinyglobby");
const paths = globSync(["{server,client}/src/**/*.ts"], { cwd: root, absolute: true }).sort();
const { patterns, unseen } = await composed(paths);
/** @type {Map<string, Pattern>} */
const all = new Map();
for (const pattern of [...paths.flatMap(literals), ...patterns]) {
  const key = JSON.stringify([pattern.file, pattern.source, pattern.flags]);
  if (!all.has(key)) all.set(key, pattern);
}
// What the checker proved holds until the pattern or the checker changes, so it is kept: only other patterns cost time.
const listFile = join(root, "scripts", "patterns.json");
const { version } = require("recheck/package.json");
/** @type {{ checker: string, proven: string[], open: Record<string, string> }} */
const kept = JSON.parse(readFileSync(listFile, "utf8"));
const proven = new Set(kept.checker === version ? kept.proven : []);
/** @type {Map<string, Pattern>} */
const byKey = new Map();
for (const pattern of all.values()) {
  const written = `/${pattern.source}/${pattern.flags}`;
  // A pattern can be as long as the words it is made of; what stands in the list is short.
  byKey.set(
    written.length > 160 ? `sha256 ${createHash("sha256").update(written).digest("hex")}` : written,
    pattern,
  );
}
for (const key of proven) if (!byKey.has(key)) proven.delete(key);
const waiting = [...byKey].filter(([key]) => !proven.has(key) && !(key in kept.open));
/** @type {string[]} */
const unknown = [];

/** Written with each proof: a run that is ended early is not for nothing. */
function keep() {
  const list = { checker: version, proven: [...proven].sort(), open: kept.open };
  writeFileSync(listFile, `${JSON.stringify(list, null, 2)}\n`);
}

/** Milliseconds after which a thread is ended that does not answer. */
const PATIENCE = 5000;

const thread = () => new Worker(new URL("pattern-checker.mjs", import.meta.url));

/**
 * What the checker says of a pattern; undefined when it does not answer in time.
 * @param {Worker} worker
 * @param {Pattern} pattern
 * @returns {Promise<string | undefined>}
 */
function verdictOf(worker, { source, flags }) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(undefined), PATIENCE);
    worker.removeAllListeners();
    worker.once("error", reject).once("message", (verdict) => {
      clearTimeout(timer);
      resolve(verdict);
    });
    worker.postMessage({ source, flags });
  });
}

/** Takes what waits, one by one, until nothing does. */
async function check() {
  let worker = thread();
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const [key, pattern] = next;
    const verdict = await verdictOf(worker, pattern);
    if (verdict === undefined) {
      await worker.terminate();
      worker = thread();
    }
    if (verdict === "safe") {
      proven.add(key);
      keep();
    } else {
      unknown.push(key);
      console.log(`${pattern.file}:${pattern.line}: ${verdict ?? "not proven in time"}: ${key}`);
    }
  }
  await worker.terminate();
}
await Promise.all([check(), check()]);

for (const place of unseen) console.log(`${place}: no call was seen, so its pattern is not checked`);
const gone = Object.keys(kept.open).filter((key) => !byKey.has(key));
for (const key of gone) console.log(`${key}: is no more; take it from the list`);
const bad = unknown.length + unseen.length + gone.length;
console.log(`${byKey.size} patterns: ${proven.size} proven linear, ${Object.keys(kept.open).length} listed`);
console.log(`${proven.size} passed, ${bad} failed`);
process.exitCode = bad === 0 ? 0 : 1;
