// Measures recognition against hand labels: `npm run score -- DIR [--verbose]`, where DIR holds reports,
// their labels in `gold/` and the scorer `score.mjs`. Fails when a figure is below its recorded floor.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { remarksText, scoreRemarks } from "./score-remarks.mjs";
import { installDependencies, node, root } from "./setup.mjs";

const FLOORS = "test/recognition-floors.json";

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
const outline = run(join(root, "dist/cli.js"), "outline", "--format", "json", ...files);
const place = mkdtempSync(join(tmpdir(), "trip-report-score-"));
try {
  const predicted = join(place, "outline.json");
  writeFileSync(predicted, outline);
  const scorer = join(corpus, "score.mjs");
  process.stdout.write(run(scorer, "--predicted", predicted, ...options));
  const figures = run(scorer, "--predicted", predicted, "--json").trim().split("\n").at(-1) ?? "{}";
  process.exitCode = check(JSON.parse(figures)) ? 0 : 1;
} finally {
  rmSync(place, { recursive: true, force: true });
}

if (existsSync(join(corpus, "remarks.tsv"))) console.log(remarksText(await scoreRemarks(corpus)));

/** What a script prints; ends this one where it fails. */
function run(...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (status === 0) return stdout;
  process.stderr.write(stderr);
  process.exit(status ?? 1);
}

/** Whether no figure is below its floor; names those that are. */
function check(figures) {
  const { floors } = JSON.parse(readFileSync(join(root, FLOORS), "utf8"));
  const fallen = Object.entries(floors).flatMap(([group, named]) =>
    Object.entries(named)
      .map(([figure, floor]) => ({ group, figure, floor, value: figures[group]?.[figure] }))
      .filter(({ value, floor }) => !(value >= floor)),
  );
  for (const { group, figure, floor, value } of fallen)
    console.error(
      `score: ${group}: ${figure} is ${value?.toFixed(4) ?? "missing"}, below its floor of ${floor} in ${FLOORS}`,
    );
  return fallen.length === 0;
}
