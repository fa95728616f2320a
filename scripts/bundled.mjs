// Loads TypeScript of ours into a script: bundled below .cache, as its tests would see it.
import { mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { root } from "./setup.mjs";

/**
 * What a module of the project exports, its own imports with it.
 * @param {string} entry from the project's root
 * @param {string} name of the bundle below `.cache`; a module that finds files by its own place wants one as deep as itself
 * @param {string[]} [external] packages that are loaded where they are
 * @returns {Promise<any>}
 */
export async function bundled(entry, name, external = []) {
  // Only now: a script may have to install it first.
  const { buildSync } = await import("esbuild");
  const outfile = join(root, ".cache", name);
  mkdirSync(dirname(outfile), { recursive: true });
  buildSync({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile,
    bundle: true,
    external,
    // As in what is shipped: it keeps every mark it makes, and would be what is measured.
    alias: { "@secretlint/profiler": "./server/src/credentials/no-profiler.ts" },
    platform: "node",
    target: "node20",
    format: "cjs",
    define: { "import.meta.url": "importMetaUrl" },
    banner: { js: 'const importMetaUrl = require("node:url").pathToFileURL(__filename).href;' },
    logLevel: "warning",
  });
  return createRequire(import.meta.url)(outfile);
}
