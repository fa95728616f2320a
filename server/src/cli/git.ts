import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { Failure } from "./io.js";

const run = promisify(execFile);
const LIMITS = { maxBuffer: 1 << 28, encoding: "buffer" } as const;

/** Git's answer, or undefined outside a repository and where there is no git. */
async function git(cwd: string, args: readonly string[]): Promise<Buffer | undefined> {
  try {
    return (await run("git", args, { ...LIMITS, cwd })).stdout;
  } catch {
    return undefined;
  }
}

/** The files that are staged, as paths from the current folder. */
export async function stagedFiles(cwd: string): Promise<string[]> {
  const listed = await git(cwd, [
    "diff",
    "--cached",
    "--name-only",
    "--relative",
    "-z",
    "--diff-filter=ACMR",
  ]);
  if (!listed) throw new Failure("--staged: not in a git repository");
  return names(listed);
}

/** The staged content of a file, whatever the working tree holds. */
export async function stagedContent(cwd: string, path: string): Promise<Uint8Array> {
  const content = await git(cwd, ["show", `:./${path}`]);
  if (!content) throw new Failure(`${path}: its staged content cannot be read`);
  return content;
}

function names(listed: Buffer): string[] {
  return listed.toString("utf8").split("\0").filter(Boolean);
}
