import { execFile } from "node:child_process";
import { lstat, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { glob } from "tinyglobby";
import { decode } from "./decode.js";

/** What could be a report by name or configuration; other files are not even looked at. */
const TEXTS = /\.(?:md|markdown|mdown|mkd|txt|text)$/i;
/** Folders that are never searched. */
export const IGNORED = ["**/node_modules/**", "**/.git/**"];

/** The text of the file at a `file:` URI; undefined for other URIs and for files that are not there or no text. */
export async function readFileUri(uri: string): Promise<string | undefined> {
  if (!uri.startsWith("file:")) return undefined;
  try {
    return decode(await readFile(fileURLToPath(uri))).text;
  } catch {
    return undefined;
  }
}

/** Tells one state of a file from another without reading it; undefined where there is none. */
export async function stampOf(uri: string): Promise<string | undefined> {
  const found = await stat(fileURLToPath(uri)).catch(() => undefined);
  return found && `${found.mtimeMs}.${found.size}`;
}

/** The URIs of the texts below a folder's URI. */
export async function textUrisBelow(folder: string): Promise<string[]> {
  if (!folder.startsWith("file:")) return [];
  const root = fileURLToPath(folder);
  return (await textsBelow(root)).map((path) => pathToFileURL(join(root, path)).href);
}

/**
 * The paths, from a folder, of the texts below it that could be reports: what git ignores is left out, links are
 * not followed, for they could lead out of the tree or to one file twice.
 */
export async function textsBelow(root: string): Promise<string[]> {
  const all =
    (await gitFiles(root)) ??
    (await glob(["**/*"], { cwd: root, ignore: IGNORED, followSymbolicLinks: false, dot: false }));
  const texts = all.filter((path) => TEXTS.test(path) && !/(?:^|\/)node_modules\//.test(path)).sort();
  const kept: string[] = [];
  for (const path of texts)
    if ((await lstat(join(root, path)).catch(() => undefined))?.isFile()) kept.push(path);
  return kept;
}

const run = promisify(execFile);

/** The files below a folder that git tracks or would add; undefined outside a repository and where there is no git. */
async function gitFiles(folder: string): Promise<string[] | undefined> {
  try {
    const args = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
    const { stdout } = await run("git", args, { cwd: folder, maxBuffer: 1 << 28, encoding: "buffer" });
    return [...new Set(stdout.toString("utf8").split("\0").filter(Boolean))];
  } catch {
    return undefined;
  }
}
