// `npm run generate`: writes the files that are made of the code, the rules' pages, the settings' schema and the client's messages.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { installDependencies, root } from "./setup.mjs";

installDependencies();
const { build } = await import("esbuild");
const folder = mkdtempSync(join(tmpdir(), "trip-report-generate-"));
try {
  const outfile = join(folder, "generated.mjs");
  const banner = {
    js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
  };
  await build({
    absWorkingDir: root,
    entryPoints: ["scripts/generated.ts"],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    banner,
    logLevel: "warning",
  });
  const { generatedFiles } = await import(pathToFileURL(outfile).href);
  rmSync(join(root, "docs/rules"), { recursive: true, force: true });
  for (const [path, content] of Object.entries(generatedFiles(root))) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
