import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { processes } from "./processes.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const patience = 120_000;

/** A program of this project that is run in a temporary folder of its own, and every process it ever had. */
class Run {
  private readonly child: ChildProcess;
  private readonly exited: Promise<number | null>;
  private readonly family = new Map<number, string>();
  output = "";

  constructor(temporary: string, command: string, ...args: readonly string[]) {
    // The tests of the tests take the host in the cache, whatever else is installed.
    const { CI: _1, npm_lifecycle_event: _2, ...env } = process.env;
    this.child = spawn(command, args, {
      cwd: root,
      env: { ...env, TMPDIR: temporary, VSCODE_EXECUTABLE: join(root, "test", "host", "code.mjs") },
      stdio: ["ignore", "pipe", "pipe"],
    });
    for (const stream of [this.child.stdout!, this.child.stderr!])
      stream.on("data", (data) => {
        this.output += data;
      });
    this.exited = new Promise((resolve) => this.child.on("exit", resolve));
  }

  /** Waits until it has written something that matches. */
  async says(pattern: RegExp): Promise<RegExpExecArray> {
    return until(
      () => `${pattern} in:\n${this.output}`,
      () => {
        this.look();
        const found = pattern.exec(this.output) ?? undefined;
        if (!found && this.child.exitCode !== null) throw new Error(`it ended:\n${this.output}`);
        return found;
      },
    );
  }

  /** Sends it a signal as a terminal or a build server would, and answers its exit status. */
  async signal(signal: NodeJS.Signals): Promise<number | null> {
    this.look();
    expect(this.family.size, "processes of its own").toBeGreaterThan(1);
    this.child.kill(signal);
    return this.exited;
  }

  ended = () => this.exited;

  /** Has it end in good order when a test has failed before it asked for that. */
  async abandon(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) this.child.kill("SIGTERM");
    await this.exited;
  }

  /** Waits until none of its processes runs any more. */
  async gone(): Promise<void> {
    await until(
      () => `the end of:\n${this.alive().join("\n")}`,
      () => this.alive().length === 0 || undefined,
    );
  }

  private look(): void {
    const all = processes();
    this.family.set(this.child.pid!, "the program");
    for (let size = 0; size !== this.family.size; ) {
      size = this.family.size;
      for (const { pid, parent, command } of all) if (this.family.has(parent)) this.family.set(pid, command);
    }
  }

  private alive(): string[] {
    return processes()
      .filter(({ pid, command }) => command !== "" && this.family.get(pid) === command)
      .map(({ pid, command }) => `${pid} ${command}`);
  }
}

async function until<T>(what: () => string, ask: () => T | undefined): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    const answer = ask();
    if (answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(`waited ${patience / 1000} s for ${what()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

// Killing and counting processes as it is done here is for systems with /proc or ps and signals.
describe.skipIf(process.platform === "win32")("nothing is left behind", () => {
  let temporary: string;
  let run: Run | undefined;
  /** Starts one of the project's scripts. */
  const start = (...args: readonly string[]) => {
    run = new Run(temporary, process.execPath, ...args);
    return run;
  };
  beforeEach(() => {
    temporary = mkdtempSync(join(tmpdir(), "clean-up-"));
  });
  afterEach(async () => {
    await run?.abandon();
    run = undefined;
    rmSync(temporary, { recursive: true, force: true });
  });
  const left = () => readdirSync(temporary).filter((name) => name !== "node-compile-cache");

  const extension = ["test/extension/run.mjs", "--grep", "leaves a plain README"];

  it("by the extension-host tests when they end", async () => {
    const run = start(...extension);
    await run.says(/activation\n/);
    expect(await run.ended(), run.output).toBe(0);
    await run.gone();
    expect(left()).toEqual([]);
  });

  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    it(`by the extension-host tests on ${signal}`, async () => {
      const run = start("test/extension/run.mjs");
      await run.says(/activation\n/);
      expect(await run.signal(signal)).not.toBe(0);
      await run.gone();
      expect(left()).toEqual([]);
    });
  }

  it("by the host's programs when the tests are killed outright", async () => {
    const run = start("test/extension/run.mjs");
    await run.says(/activation\n/);
    await run.signal("SIGKILL");
    await run.gone();
    // A killed process removes nothing; the host that it had started does.
    expect(left().filter((name) => name.startsWith("vscode-host-"))).toEqual([]);
  });

  it("by the user-interface tests on Ctrl+C", async () => {
    const run = start("test/ui/run.mjs");
    await run.says(/✔/);
    expect(await run.signal("SIGINT")).not.toBe(0);
    await run.gone();
    expect(left()).toEqual([]);
  });

  it("by npm test on SIGTERM", async () => {
    const run = start("scripts/test.mjs", "extension");
    await run.says(/activation\n/);
    expect(await run.signal("SIGTERM")).not.toBe(0);
    await run.gone();
    expect(left()).toEqual([]);
    expect(run.output).not.toMatch(/^\d+ passed/m);
  });

  for (const [signal, status] of [
    ["SIGINT", 0],
    ["SIGTERM", 143],
  ] as const) {
    it(`by npm start on ${signal}, and it serves the examples until then`, async () => {
      const before = examples();
      const run = start("scripts/start.mjs", "--editor");
      const [, address = ""] = await run.says(/(http:\/\/127\.0\.0\.1:\d+\S*)\s/);
      expect(run.output).toContain("reports checked");
      expect(await page(address)).toContain("vscode-workbench-web-configuration");
      expect(await run.signal(signal)).toBe(status);
      await run.gone();
      expect(left()).toEqual([]);
      expect(examples()).toEqual(before);
    });
  }

  it("by npm start where nobody is at a terminal: it shows the examples and ends", async () => {
    const run = start("scripts/start.mjs");
    expect(await run.ended(), run.output).toBe(0);
    expect(run.output).toContain("Executive Summary");
    expect(run.output).toMatch(/reports checked/);
    expect(run.output).toContain("npm start -- --editor");
    expect(left()).toEqual([]);
  });
});

/** The page at an address, by way of the cookie that the server exchanges its token for. */
async function page(address: string): Promise<string> {
  const first = await fetch(address, { redirect: "manual" });
  const [cookie = ""] = first.headers.getSetCookie();
  const second = await fetch(new URL(first.headers.get("location") ?? "", address), {
    headers: { cookie: cookie.replace(/;.*/s, "") },
  });
  expect(second.status).toBe(200);
  return second.text();
}

/** The examples' files and what is in them. */
function examples(): Record<string, string> {
  const folder = join(root, "examples");
  const names = readdirSync(folder, { recursive: true }).map(String).sort();
  return Object.fromEntries(
    names.map((name) => [
      name,
      existsSync(join(folder, name)) ? readFileSync(join(folder, name), "utf8") : "",
    ]),
  );
}
