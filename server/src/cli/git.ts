import { git } from "../workspace/node.js";
import { Failure } from "./io.js";

/** The files that are staged, as paths from the current folder. */
export async function stagedFiles(cwd: string): Promise<string[]> {
  const listed = await git(cwd, [
    "diff",
    "--cached",
    "--name-only",
    "--no-ext-diff",
    "--relative",
    "-z",
    "--diff-filter=ACMR",
  ]);
  if (!listed) throw new Failure("--staged: not in a git repository");
  return names(listed);
}

/** The staged content of a file, whatever the working tree holds. */
export async function stagedContent(cwd: string, path: string): Promise<Uint8Array> {
  const content = await git(cwd, ["show", "--no-textconv", "--no-ext-diff", `:./${path}`]);
  if (!content) throw new Failure(`${path}: its staged content cannot be read`);
  return content;
}

function names(listed: Buffer): string[] {
  return listed.toString("utf8").split("\0").filter(Boolean);
}
