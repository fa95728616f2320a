// Bundles the extension's client, the language server and the command line into dist/.
// `--production` minifies; `--if-needed` does nothing when dist/ is newer than every source; `--without-web` leaves out
// what editors in a browser load, which takes half as long again.
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import esbuild from "esbuild";
import { buildWeb } from "./build-web.mjs";
import { common } from "./bundling.mjs";
import { root } from "./setup.mjs";

/** What is started from outside, by its file in dist/. What these load on request, and what they share, are further files. */
export const programs = {
  client: "client/src/extension.ts",
  preview: "server/src/preview/plugin.ts",
  server: "server/src/programs/server.ts",
  cli: "server/src/programs/cli.ts",
  "cli-worker": "server/src/programs/cli-worker.ts",
  "findings-worker": "server/src/programs/findings-worker.ts",
  "index-worker": "server/src/programs/index-worker.ts",
};

/**
 * A file of dist/.
 * @typedef {object} Built
 * @property {number} bytes
 * @property {string[]} needs the files that are loaded together with it
 * @property {string[]} loads the files that it loads on request
 * @property {Record<string, number>} sources how many bytes of it came from which source
 */

/**
 * Bundles everything that is in dist/ into a folder of nothing else.
 *
 * No code is in two files: what several programs need is in files they share, and what is imported by `import()` is in
 * files that are loaded then. esbuild splits ES modules only, and an extension's main file must be CommonJS, which also
 * starts faster; so each file is made CommonJS afterwards.
 * @param {{ folder?: string, production?: boolean, withWeb?: boolean }} [options]
 * @returns {Promise<Map<string, Built>>} by the file's path in the folder
 */
export async function buildAll({ folder = join(root, "dist"), production = false, withWeb = true } = {}) {
  const { outputFiles, metafile } = await esbuild.build({
    ...common,
    entryPoints: programs,
    outdir: folder,
    splitting: true,
    chunkNames: "[name]-[hash]",
    platform: "node",
    target: "node20",
    format: "esm",
    external: ["vscode"],
    // Some libraries ask where their module is.
    define: { "import.meta.url": "importMetaUrl" },
    minify: production,
    sourcemap: production ? false : "inline",
    metafile: true,
    write: false,
  });
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  /** @type {Map<string, Built>} */
  const built = new Map();
  await Promise.all(
    outputFiles.map(async ({ path, text }) => {
      const code = await commonJs(basename(path), text, production);
      writeFileSync(path, code, { mode: code.startsWith("#!") ? 0o755 : 0o644 });
      built.set(basename(path), { bytes: Buffer.byteLength(code), needs: [], loads: [], sources: {} });
    }),
  );
  const web = withWeb ? await buildWeb({ folder: join(folder, "web"), production }) : [];
  for (const result of web)
    for (const path of Object.keys(result.metafile.outputs))
      if (!path.endsWith(".map"))
        built.set(`web/${basename(path)}`, {
          bytes: statSync(join(root, path)).size,
          needs: [],
          loads: [],
          sources: {},
        });
  describe(built, "", metafile);
  for (const result of web) describe(built, "web/", result.metafile);
  return built;
}

/**
 * Says of files what they need and what they are made of.
 * @param {Map<string, Built>} built
 * @param {string} prefix of the files' names
 * @param {import("esbuild").Metafile} metafile
 */
function describe(built, prefix, { outputs }) {
  for (const [path, { imports, inputs }] of Object.entries(outputs)) {
    const file = built.get(prefix + basename(path));
    if (!file) continue;
    for (const { path: imported, kind, external } of imports)
      if (!external) (kind === "dynamic-import" ? file.loads : file.needs).push(basename(imported));
    for (const [source, { bytesInOutput }] of Object.entries(inputs)) file.sources[source] = bytesInOutput;
  }
}

/** A bundle in CommonJS form, with what it loads on request loaded by `require` as well. */
async function commonJs(name, text, production) {
  const { code } = await esbuild.transform(text, {
    sourcefile: name,
    format: "cjs",
    platform: "node",
    target: "node20",
    supported: { "dynamic-import": false },
    minify: production,
    sourcemap: production ? false : "inline",
    charset: common.charset,
    legalComments: common.legalComments,
    ...(text.includes("importMetaUrl")
      ? { banner: 'const importMetaUrl = require("node:url").pathToFileURL(__filename).href;' }
      : {}),
  });
  return code;
}

/** Whether a source, the manifest or this script is newer than the oldest bundle. @param {boolean} withWeb */
function stale(withWeb) {
  const web = withWeb ? [join("web", "client"), join("web", "server")] : [];
  const outputs = [...Object.keys(programs), ...web];
  const built = outputs.map((out) => join(root, "dist", `${out}.js`));
  if (!built.every(existsSync)) return true;
  const oldest = Math.min(...built.map((file) => statSync(file).mtimeMs));
  const sources = [
    ...walk("client/src"),
    ...walk("server/src"),
    ...walk("l10n"),
    "package.json",
    "package-lock.json",
    "scripts/build.mjs",
    "scripts/build-web.mjs",
    "scripts/bundling.mjs",
  ];
  return sources.some((file) => statSync(join(root, file)).mtimeMs > oldest);
}

/** The files below a folder of the project, as paths from its root. */
function walk(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const withWeb = !process.argv.includes("--without-web");
  if (!process.argv.includes("--if-needed") || stale(withWeb)) {
    console.error("building into dist/ …");
    const start = Date.now();
    await buildAll({ production: process.argv.includes("--production"), withWeb });
    console.error(`built in ${((Date.now() - start) / 1000).toFixed(1)} s`);
  }
}
