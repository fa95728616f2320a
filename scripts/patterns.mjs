// `npm run patterns`: has a checker prove that every regular expression of ours takes a time that grows with the text alone.
// Those it cannot prove stand in `scripts/patterns.json`, each with the reason why what it is given is short.
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { installDependencies, root } from "./setup.mjs";

installDependencies();
const { parse } = await import("acorn");
const { build, transformSync } = await import("esbuild");
const require = createRequire(import.meta.url);
// The checker's own choice would be a Java program or a native one; this is the same in JavaScript.
const { checkSync } = require("recheck/lib/browser.js");

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
// What the checker said of a pattern holds until the pattern or the checker changes, so it is kept: only new ones cost time.
const listFile = join(root, "scripts", "patterns.json");
const { version } = require("recheck/package.json");
/** @type {{ checker: string, proven: string[], open: Record<string, string> }} */
const kept = JSON.parse(readFileSync(listFile, "utf8"));
const proven = new Set(kept.checker === version ? kept.proven : []);
const again = process.argv.includes("--write");
/** @type {Record<string, string>} */
const open = {};
const unknown = [];
/** @type {Set<string>} */
const now = new Set();
for (const { file: path, line, source, flags } of all.values()) {
  const written = `/${source}/${flags}`;
  // A pattern can be as long as the words it is made of; what stands in the list is short.
  const key =
    written.length > 160
      ? `${path} ${createHash("sha256").update(written).digest("hex")}`
      : `${path} ${written}`;
  if (!proven.has(key) && !(key in kept.open)) {
    const verdict = verdictOn(source, flags);
    if (verdict === "safe") proven.add(key);
    else if (again) open[key] = verdict;
    else unknown.push(`${path}:${line}: ${verdict}: ${written.slice(0, 200)}`);
  }
  if (proven.has(key)) now.add(key);
  else if (key in kept.open) open[key] = kept.open[key] ?? "";
}

/**
 * What the checker says: `safe`, or how the time grows. It searches from each place of a text unless the pattern is sticky.
 * @param {string} source
 * @param {string} flags
 */
function verdictOn(source, flags) {
  try {
    const { status, complexity } = checkSync(source, flags, { timeout: 5000 });
    return status === "safe" ? "safe" : (complexity?.summary ?? status);
  } catch {
    // It recurses, and some lists of words are long.
    return "too large for the checker";
  }
}

for (const told of unknown) console.log(told);
for (const place of unseen) console.log(`${place}: no call was seen, so its pattern is not checked`);
const gone = Object.keys(kept.open).filter((key) => !(key in open));
for (const key of gone) console.log(`${key}: is no more, or proven; take it from the list`);
if (again)
  writeFileSync(
    listFile,
    `${JSON.stringify({ checker: version, proven: [...now].sort(), open }, null, 2)}\n`,
  );
const bad = unknown.length + unseen.length + (again ? 0 : gone.length);
console.log(`${all.size} patterns: ${now.size} proven linear, ${Object.keys(open).length} listed`);
console.log(`${all.size - bad} passed, ${bad} failed`);
process.exitCode = bad === 0 ? 0 : 1;
