// The extension as users get it: its package is made, installed into a real VS Code, and worked by keyboard and mouse.
// node scripts/test-installed.mjs [--results <file for the counts>]
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { atEnd, runMain } from "../test/host/lifetime.mjs";
import { literally } from "../test/ui/quick-input.mjs";
import { pack } from "./pack.mjs";
import { program } from "./programs.mjs";

/** Scenarios that together load every bundle of the extension's and open each kind of file that it ships. */
const scenarios = [
  "a report opens as a Trip Report",
  "the Outline view has every section once and leads to it",
  "the hover explains an internal comment",
  "the light bulb offers a quick fix and applies it",
  "the preview shows internal comments with their audience",
  "the overview leads to the text by mouse and by keyboard",
  "a whole report is written from an agenda, marked and published by keyboard alone",
  "reloading the window ends the server and starts another",
];

await runMain(async () => {
  const { values } = parseArgs({ options: { results: { type: "string" } } });
  const scratch = await mkdtemp(join(tmpdir(), "trip-report-installed-"));
  atEnd(() => rm(scratch, { recursive: true, force: true }));
  const { vsix } = await pack(scratch);
  const counts = join(scratch, "counts.json");
  const wanted = `^(?:${scenarios.map(literally).join("|")})$`;
  const args = [join("test", "ui", "run.mjs"), "--extension", vsix, "--grep", wanted, "--results", counts];
  const status = await program(process.execPath, args);
  const { passed, failed, failures } = JSON.parse(await readFile(counts, "utf8"));
  const missing = scenarios.length - passed - failed;
  if (missing > 0) console.log(`${missing} of the scenarios are not there any more`);
  if (values.results)
    await writeFile(values.results, JSON.stringify({ passed, failed: failed + missing, failures }));
  return missing > 0 ? 1 : status;
});
