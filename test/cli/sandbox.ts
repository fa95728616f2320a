import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Io } from "../../server/src/cli/io.js";
import { run } from "../../server/src/cli/run.js";

/** What a run of the command line left: its exit status and what it printed. */
export interface Outcome {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** A folder of its own for the command line to work in. */
export class Sandbox {
  readonly folder = mkdtempSync(join(tmpdir(), "trip-report-cli-"));

  path(name: string): string {
    return join(this.folder, name);
  }

  write(name: string, content: string | Uint8Array): void {
    mkdirSync(dirname(this.path(name)), { recursive: true });
    writeFileSync(this.path(name), content);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Runs the command line in the folder, with arguments separated by spaces or given one by one. */
  async cli(
    args: string | readonly string[],
    stdin: string | Uint8Array = "",
    more: Partial<Io> = {},
  ): Promise<Outcome> {
    const out: string[] = [];
    const err: string[] = [];
    const status = await run(typeof args === "string" ? args.split(" ").filter(Boolean) : args, {
      cwd: this.folder,
      env: {},
      colour: false,
      out: (text) => void out.push(text),
      err: (text) => void err.push(text),
      stdin: async () => (typeof stdin === "string" ? new TextEncoder().encode(stdin) : stdin),
      ...more,
    });
    return { status, out: out.join(""), err: err.join("") };
  }
}
