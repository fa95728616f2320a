// Runs in the extension host: collects the bundled test files beside this one and runs them with mocha.
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What VS Code calls; it fails when a test fails or when there is none. The counts go to the file TEST_RESULTS names. */
export async function run(): Promise<void> {
  const { MOCHA_GREP: grep, TEST_COLOR: color, TEST_RESULTS: results } = process.env;
  // mocha is an ES module: import() takes it in the hosts of older editors too.
  const { default: Mocha } = await import("mocha");
  const mocha = new Mocha({ ui: "bdd", color: color === "1", timeout: 90_000, slow: 5_000 });
  if (grep) mocha.grep(new RegExp(grep));
  // A run that is counted is a run of everything.
  if (results) mocha.forbidOnly();
  for (const file of readdirSync(__dirname).sort()) {
    if (file.endsWith(".test.js")) mocha.addFile(join(__dirname, file));
  }
  await mocha.loadFilesAsync();
  await new Promise<void>((resolve, reject) => {
    const failures: string[] = [];
    const runner = mocha.run((failed) => {
      const { passes: passed = 0, pending: skipped = 0 } = runner.stats ?? {};
      if (results) writeFileSync(results, JSON.stringify({ passed, failed, skipped, failures }));
      if (failed > 0) reject(new Error(`${failed} of ${runner.total} tests failed`));
      else if (runner.total === 0) reject(new Error("no test was run"));
      else resolve();
    });
    runner.on("fail", (test, error) => failures.push(`✘ ${test.fullTitle()}: ${String(error)}`));
  });
}
