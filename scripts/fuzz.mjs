// `npm run fuzz [-- --seconds N --seed N]`: publishes generated reports for as long as it is told and looks for leaks.
import { mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import esbuild from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const { values } = parseArgs({
  options: { seconds: { type: "string", default: "60" }, seed: { type: "string" } },
});
const outfile = join(root, ".cache", "fuzz.cjs");
mkdirSync(join(root, ".cache"), { recursive: true });
esbuild.buildSync({
  absWorkingDir: root,
  entryPoints: ["test/support/fuzz.ts"],
  outfile,
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  define: { "import.meta.url": "importMetaUrl" },
  banner: { js: 'const importMetaUrl = require("node:url").pathToFileURL(__filename).href;' },
  logLevel: "warning",
});
const seed = values.seed === undefined ? Date.now() % 1_000_000_000 : Number(values.seed);
const { fuzz } = createRequire(import.meta.url)(outfile);
process.exitCode = fuzz(Number(values.seconds), seed, join(root, "examples")) === 0 ? 0 : 1;
