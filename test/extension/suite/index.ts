// Runs in the extension host: collects the bundled test files beside this one and runs them with mocha.
import { readdirSync } from "node:fs";
import { join } from "node:path";

/** What VS Code calls; it fails when a test fails or when there is none. */
export async function run(): Promise<void> {
  // mocha is an ES module: import() takes it in the hosts of older editors too.
  const { default: Mocha } = await import("mocha");
  const mocha = new Mocha({ ui: "bdd", color: true, timeout: 20_000, slow: 2_000 });
  if (process.env.MOCHA_GREP) mocha.grep(new RegExp(process.env.MOCHA_GREP));
  for (const file of readdirSync(__dirname).sort()) {
    if (file.endsWith(".test.js")) mocha.addFile(join(__dirname, file));
  }
  await mocha.loadFilesAsync();
  await new Promise<void>((resolve, reject) => {
    const runner = mocha.run((failures) => {
      if (failures > 0) reject(new Error(`${failures} of ${runner.total} tests failed`));
      else if (runner.total === 0) reject(new Error("no test was run"));
      else resolve();
    });
  });
}
