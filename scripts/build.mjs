// Bundles the extension's client, the language server and the command line into dist/.
// `--production` minifies; `--if-needed` does nothing when dist/ is newer than every source.
import { existsSync, readdirSync, rmSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import esbuild from "esbuild";
import { buildWeb } from "./build-web.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

/** One bundle a program: what runs, and what it is built from. */
const bundles = [
  { out: "client", entry: "client/src/extension.ts", external: ["vscode"] },
  { out: "server", entry: "server/src/lsp/main.ts", external: [] },
  { out: "cli", entry: "server/src/cli/main.ts", external: [] },
  { out: "cli-worker", entry: "server/src/cli/worker.ts", external: [] },
  { out: "index-worker", entry: "server/src/workspace/node-card-worker.ts", external: [] },
  { out: "links", entry: "server/src/lsp/features/link-service.ts", external: [] },
  { out: "agenda", entry: "server/src/agenda/read.ts", external: [] },
  { out: "preview", entry: "server/src/preview/plugin.ts", external: [] },
  { out: "credentials", entry: "server/src/credentials/secretlint.ts", external: [] },
];

/** Modules that are needed only on request stay bundles of their own, loaded then. */
const onRequest = {
  name: "on-request",
  setup({ onResolve }) {
    for (const [filter, path] of [
      [/\/credentials\/secretlint\.js$/, "./credentials.js"],
      [/\/features\/link-service\.js$/, "./links.js"],
      [/\/agenda\/read\.js$/, "./agenda.js"],
    ])
      onResolve({ filter }, ({ kind }) => (kind === "dynamic-import" ? { path, external: true } : undefined));
  },
};

/** Libraries of which a bundle takes a file of ours instead. */
const replaced = {
  name: "replaced",
  setup({ onResolve }) {
    const path = join(root, "server/src/credentials/no-profiler.ts");
    onResolve({ filter: /^@secretlint\/profiler$/ }, () => ({ path }));
  },
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
 * @param {{ folder?: string, production?: boolean }} [options]
 * @returns {Promise<Map<string, Built>>} by the file's path in the folder
 */
export async function buildAll({ folder = join(root, "dist"), production = false } = {}) {
  rmSync(folder, { recursive: true, force: true });
  const results = await Promise.all([
    buildWeb({ folder: join(folder, "web"), production }),
    ...bundles.map(({ out, entry, external }) =>
      esbuild.build({
        absWorkingDir: root,
        entryPoints: [entry],
        outfile: join(folder, `${out}.js`),
        bundle: true,
        platform: "node",
        target: "node20",
        format: "cjs",
        external,
        plugins: [onRequest, replaced],
        // Some libraries ask where their module is; a bundle in CommonJS form has no `import.meta`.
        define: { "import.meta.url": "importMetaUrl" },
        banner: { js: 'const importMetaUrl = require("node:url").pathToFileURL(__filename).href;' },
        minify: production,
        sourcemap: !production,
        legalComments: "none",
        logLevel: "warning",
        metafile: true,
      }),
    ),
  ]);
  /** @type {Map<string, Built>} */
  const built = new Map();
  for (const [path, { bytes, imports, inputs }] of results
    .flat()
    .flatMap(({ metafile }) => Object.entries(metafile.outputs))) {
    if (path.endsWith(".map")) continue;
    const loads = imports.filter((other) => other.external && other.path.startsWith("./"));
    const name = relative(folder, join(root, path)).replaceAll("\\", "/");
    const sources = Object.fromEntries(
      Object.entries(inputs).map(([source, { bytesInOutput }]) => [source, bytesInOutput]),
    );
    built.set(name, { bytes, needs: [], loads: loads.map((other) => other.path.slice(2)), sources });
  }
  return built;
}

/** Whether a source, the manifest or this script is newer than the oldest bundle. */
function stale() {
  const outputs = [...bundles.map(({ out }) => out), join("web", "client"), join("web", "server")];
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
  ];
  return sources.some((file) => statSync(join(root, file)).mtimeMs > oldest);
}

/** The files below a folder of the project, as paths from its root. */
function walk(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length));
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  if (!process.argv.includes("--if-needed") || stale())
    await buildAll({ production: process.argv.includes("--production") });
