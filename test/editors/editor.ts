import { spawn } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import manifest from "../../package.json" with { type: "json" };
import { configurations } from "./documentation.js";

/** An editor that tests can start. */
export interface Editor {
  readonly name: string;
  /** The name of its configuration on the page about other editors, and the file in the home folder that holds it. */
  readonly configuration: { readonly block: string; readonly file: string };
  /** The program, and its arguments in a scratch folder. */
  readonly command: string;
  readonly args: (scratch: string) => readonly string[];
}

/** What came of a step that the editor was driven through. */
export type Outcome = { readonly value: unknown } | { readonly error: string };

/** What an editor did: each step's outcome by its name, and what it wrote. */
export interface Session {
  readonly steps: Readonly<Record<string, Outcome>>;
  readonly workspace: string;
  readonly output: string;
}

/** How long an editor may take for all its steps. */
const PATIENCE_MS = 120_000;

const here = fileURLToPath(new URL(".", import.meta.url));
const project = join(here, "..", "..");

/** Runs an editor on a copy of the example workspace, with a home folder that holds its documented configuration only. */
export async function drive(editor: Editor): Promise<Session> {
  const scratch = realpathSync(mkdtempSync(join(tmpdir(), "trip-report-editor-")));
  try {
    const workspace = join(scratch, "workspace");
    cpSync(join(here, "fixtures", "workspace"), workspace, { recursive: true });
    const { block, file } = editor.configuration;
    const text = configurations().get(block);
    if (text === undefined) throw new Error(`no configuration is called ${block}`);
    write(join(scratch, "home", file), text);
    const results = join(scratch, "results.json");
    const output = await run(editor, scratch, {
      ...environment(scratch),
      PATH: [install(scratch), process.env.PATH].join(delimiter),
      EDITOR_RESULTS: results,
      EDITOR_WORKSPACE: workspace,
    });
    return { steps: read(results, output), workspace, output };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Puts the built programs where nothing of the project is beside them, as a package manager would. Answers the folder of commands. */
function install(scratch: string): string {
  const dist = join(scratch, "lib", "dist");
  mkdirSync(dist, { recursive: true });
  for (const name of readdirSync(join(project, "dist")).filter((name) => name.endsWith(".js")))
    copyFileSync(join(project, "dist", name), join(dist, name));
  const bin = join(scratch, "bin");
  mkdirSync(bin);
  for (const [name, file] of Object.entries(manifest.bin)) {
    const program = join(scratch, "lib", file);
    chmodSync(program, 0o755);
    symlinkSync(program, join(bin, name));
  }
  return bin;
}

/** Nothing of the user's own is read or written. */
function environment(scratch: string): NodeJS.ProcessEnv {
  const home = join(scratch, "home");
  const runtime = join(scratch, "run");
  mkdirSync(runtime, { mode: 0o700 });
  return {
    HOME: home,
    TMPDIR: runtime,
    XDG_RUNTIME_DIR: runtime,
    XDG_CONFIG_HOME: join(home, ".config"),
    XDG_DATA_HOME: join(home, ".local", "share"),
    XDG_STATE_HOME: join(home, ".local", "state"),
    XDG_CACHE_HOME: join(home, ".cache"),
    LANG: "C.UTF-8",
    TERM: "dumb",
  };
}

/** Runs the editor to its end and answers what it wrote; one that takes too long is ended, with all that it started. */
function run(editor: Editor, scratch: string, env: NodeJS.ProcessEnv): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(editor.command, [...editor.args(scratch)], {
      cwd: join(scratch, "workspace"),
      env,
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const late = setTimeout(() => {
      output += `\n${editor.name} was ended after ${PATIENCE_MS / 1000} s`;
      if (child.pid) process.kill(-child.pid, "SIGKILL");
    }, PATIENCE_MS);
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (text) => {
        output += text;
      });
    child.on("error", reject);
    child.on("close", () => {
      clearTimeout(late);
      resolve(output);
    });
  });
}

function read(results: string, output: string): Session["steps"] {
  try {
    return JSON.parse(readFileSync(results, "utf8"));
  } catch (error) {
    throw new Error(`the editor left no results: ${String(error)}\n${output}`);
  }
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
