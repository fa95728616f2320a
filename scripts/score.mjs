// Measures recognition against hand labels: `npm run score -- DIR [--verbose]`, where DIR holds reports,
// their labels in `gold/` and the scorer `score.mjs`.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { installDependencies, node, root } from "./setup.mjs";

const [folder, ...options] = process.argv.slice(2);
if (!folder || !existsSync(join(folder, "score.mjs"))) {
  console.error(
    `score: ${folder ?? "no folder named"}: expected a folder that holds score.mjs, gold/ and reports`,
  );
  process.exit(2);
}
installDependencies();
node("scripts/build.mjs", "--if-needed");

const corpus = resolve(folder);
const files = ["seeds", "reports"]
  .map((name) => join(corpus, name))
  .filter(existsSync)
  .flatMap((place) => readdirSync(place).map((name) => join(place, name)));
const outline = spawnSync(
  process.execPath,
  [join(root, "dist/cli.js"), "outline", "--format", "json", ...files],
  {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  },
);
if (outline.status !== 0) {
  process.stderr.write(outline.stderr);
  process.exit(outline.status ?? 1);
}
const place = mkdtempSync(join(tmpdir(), "trip-report-score-"));
try {
  const predicted = join(place, "outline.json");
  writeFileSync(predicted, outline.stdout);
  const scored = spawnSync(
    process.execPath,
    [join(corpus, "score.mjs"), "--predicted", predicted, ...options],
    { stdio: "inherit" },
  );
  process.exitCode = scored.status ?? 1;
} finally {
  rmSync(place, { recursive: true, force: true });
}
