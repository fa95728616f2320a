// The regular expressions of ours: those that stand in a source as literals, and those that are put together at run time.
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { parse } from "acorn";
import { build, transformSync } from "esbuild";
import { globSync } from "tinyglobby";
import { root } from "./setup.mjs";

/** @typedef {{ file: string, line: number, source: string, flags: string }} Pattern */

const require = createRequire(import.meta.url);
/** A pattern can be as long as the words it is made of; what stands in a list is short. */
const LONGEST_KEY = 160;

const file = (/** @type {string} */ path) => relative(root, path).replaceAll("\\", "/");

/**
 * All patterns of the server and the client by what names them in the list, and the calls that put one together but were not
 * made, so that it is not known which.
 * @returns {Promise<{ patterns: Map<string, Pattern>, unseen: string[] }>}
 */
export async function patternsOfSources() {
  const paths = globSync(["{server,client}/src/**/*.ts"], { cwd: root, absolute: true }).sort();
  const { patterns, unseen } = await composed(paths);
  /** @type {Map<string, Pattern>} */
  const byKey = new Map();
  for (const pattern of [...paths.flatMap(literals), ...patterns]) {
    const key = keyOf(pattern);
    if (!byKey.has(key)) byKey.set(key, pattern);
  }
  return { patterns: byKey, unseen };
}

/** @param {Pattern} pattern */
function keyOf({ source, flags }) {
  const written = `/${source}/${flags}`;
  return written.length > LONGEST_KEY
    ? `sha256 ${createHash("sha256").update(written).digest("hex")}`
    : written;
}

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
  const making = paths.flatMap((path) => {
    const lines = readFileSync(path, "utf8").split("\n");
    const numbers = lines.flatMap((line, index) => (line.includes("new RegExp(") ? [index + 1] : []));
    return numbers.length > 0 ? [{ path, numbers }] : [];
  });
  /** @type {Pattern[]} */
  const patterns = [];
  Object.assign(globalThis, {
    notePattern(/** @type {string} */ place, /** @type {string} */ source, flags = "") {
      const [path = "", line = "0"] = place.split(":");
      patterns.push({ file: path, line: Number(line), source: String(source), flags });
      return new RegExp(source, flags);
    },
  });
  try {
    const outfile = join(folder, "all.cjs");
    await build({
      absWorkingDir: root,
      stdin: { contents: entryOf(making.map(({ path }) => path)), resolveDir: root },
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
                  line.replaceAll(
                    "new RegExp(",
                    `globalThis.notePattern(${JSON.stringify(`${file(path)}:${index + 1}`)}, `,
                  ),
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
  const all = making.flatMap(({ path, numbers }) => numbers.map((line) => `${file(path)}:${line}`));
  const seen = new Set(patterns.map((pattern) => `${pattern.file}:${pattern.line}`));
  return { patterns, unseen: all.filter((place) => !seen.has(place)) };
}

/**
 * What loads the sources, and then has them make what they make only when they run.
 * @param {string[]} paths
 */
function entryOf(paths) {
  const entry = 'export { useAll } from "./test/support/bounds/patterns.ts";';
  return [entry, ...paths.map((path) => `import ${JSON.stringify(path)};`)].join("\n");
}
