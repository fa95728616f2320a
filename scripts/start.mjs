// `npm start`: sets up what is missing, builds, shows the examples in the terminal and opens them in an editor.
// `--terminal` stops after the terminal's part; `--editor` opens the editor also where nobody is at a terminal.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { runMain } from "../test/host/lifetime.mjs";
import { openEditor } from "./open-editor.mjs";
import { program, script } from "./programs.mjs";
import { root } from "./setup.mjs";

await runMain(async () => {
  const { values } = parseArgs({ options: { terminal: { type: "boolean" }, editor: { type: "boolean" } } });
  await script(join("scripts", "setup.mjs"));
  await script(join("scripts", "build.mjs"), "--if-needed", "--without-web");

  const cli = join("dist", "cli.js");
  const examples = readdirSync(join(root, "examples")).map((name) => join("examples", name));
  await script(cli, "outline", ...examples);
  // The examples hold internal comments on purpose: findings are what is to be seen.
  const status = await program(process.execPath, [cli, "check", ...examples]);
  if (status > 1) return status;
  if (values.terminal) return 0;

  // In a pipeline nobody would ever end an editor that is served until Ctrl+C.
  const attended = process.stdin.isTTY && process.stdout.isTTY && !process.env.CI;
  console.log();
  if (attended || values.editor)
    await openEditor(join(root, "examples"), { file: "two-day-conference.trip.md" });
  else console.log("`npm start -- --editor` opens these examples in VS Code.");
  return 0;
});
