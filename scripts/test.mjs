// `npm test`: sets up what is missing, builds, and runs every check. Ends with a line `N passed, N failed`.
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { installDependencies, node, root, run } from "./setup.mjs";

installDependencies();
node("scripts/build.mjs");

const ANY = [0, 1, 2];
const bin = (name) => join(root, "node_modules", ".bin", name);
let passed = 0;
let failed = 0;

/** Counts a check that either holds or does not. */
function check(name, command, args) {
  console.log(`\n${name}`);
  if (run(command, args, ANY) === 0) passed++;
  else failed++;
}

check("types", bin("tsc"), ["-p", "."]);
check("lint and format", bin("biome"), ["check", "--error-on-warnings", "."]);

console.log("\nunit and protocol tests");
const results = join(root, ".cache", "unit-results.json");
rmSync(results, { force: true });
run(bin("vitest"), ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${results}`], ANY);
const unit = JSON.parse(readFileSync(results, "utf8"));
passed += unit.numPassedTests;
failed +=
  unit.numFailedTests +
  unit.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0).length;

console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
