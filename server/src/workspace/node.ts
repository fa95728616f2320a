import { execFile } from "node:child_process";
import { constants, lstatSync, readFileSync, type Stats } from "node:fs";
import { access, mkdir, readdir, readFile, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import type { FileOnDisk } from "./closed-reports.js";
import { decode, NotText } from "./decode.js";
import type { FileKind, WorkspaceFiles } from "./files.js";
import type { IndexFile } from "./index-cache.js";
import { isLeftOver, temporaryName } from "./node-temporary.js";
import { TEXT_EXTENSIONS } from "./report-files.js";
import { MAX_TEMPLATE_BYTES, MAX_TEMPLATES, type TemplateFile, templateName } from "./templates.js";

/** What could be a report by name or configuration; other files are not even looked at. */
const TEXTS = new RegExp(`\\.(?:${TEXT_EXTENSIONS.join("|")})$`, "i");
/** Folders that are never searched. */
export const IGNORED = ["**/node_modules/**", "**/.git/**"];

/** What the system says where there is no file; anything else may be otherwise the next time. */
const NO_FILE = /^(?:ENOENT|ENOTDIR|EISDIR|ELOOP|ENAMETOOLONG)$/;

/** The text of the file at a `file:` URI; undefined for other URIs and for files that are not there, cannot be read or are no text. */
export async function readFileUri(uri: string): Promise<string | undefined> {
  return textAt(uri).catch(() => undefined);
}

/**
 * The same where it matters whether there is no text or it cannot be read now.
 * @throws the system's error for a file that is there and cannot be read.
 */
export async function textAt(uri: string): Promise<string | undefined> {
  if (!uri.startsWith("file:")) return undefined;
  try {
    return decode(await readFile(fileURLToPath(uri))).text;
  } catch (error) {
    return withoutText(error);
  }
}

/** The same at once: nothing else is done meanwhile. */
export function textAtNow(uri: string): string | undefined {
  if (!uri.startsWith("file:")) return undefined;
  try {
    return decode(readFileSync(fileURLToPath(uri))).text;
  } catch (error) {
    return withoutText(error);
  }
}

function withoutText(error: unknown): undefined {
  if (error instanceof NotText || NO_FILE.test((error as NodeJS.ErrnoException).code ?? "")) return undefined;
  throw error;
}

/** Tells one state of a file from another without reading it; undefined where there is none. */
export async function stampOf(uri: string): Promise<string | undefined> {
  const found = await stat(fileURLToPath(uri)).catch(() => undefined);
  return found?.isFile() ? stampIn(found) : undefined;
}

/** The time that a file was written can be set to what it was, as copying and unpacking do; that of its last change cannot. */
function stampIn({ mtimeMs, ctimeMs, size }: Stats): string {
  return `${mtimeMs}.${ctimeMs}.${size}`;
}

/**
 * The texts below a folder's URI that could be reports. Git is not asked about a `restricted` folder.
 * @throws the system's error where the folder cannot be read.
 */
export async function textFilesBelow(folder: string, restricted = false): Promise<FileOnDisk[]> {
  if (!folder.startsWith("file:")) return [];
  const root = fileURLToPath(folder);
  await access(root, constants.R_OK | constants.X_OK);
  return (await statedBelow(root, restricted)).map(({ path, stamp, size }) => ({
    uri: pathToFileURL(join(root, path)).href,
    stamp,
    size,
  }));
}

/**
 * The paths, from a folder, of the texts below it that could be reports: what git ignores is left out, links are
 * not followed, for they could lead out of the tree or to one file twice.
 */
export async function textsBelow(root: string): Promise<string[]> {
  return (await statedBelow(root)).map(({ path }) => path);
}

/** A file of the cache in a folder, which is made when first written to. `write` is the system's own, or fails as one can. */
export function cacheFile(folder: string, write: typeof writeFile = writeFile): IndexFile {
  const root = folder.startsWith("file:") ? fileURLToPath(folder) : folder;
  return {
    // Decoded as a whole: piece by piece takes as long as reading the cards.
    read: async (name) => (await readFile(join(root, name)).catch(() => undefined))?.toString("utf8"),
    write: async (name, text) => {
      await mkdir(root, { recursive: true });
      for (const file of await readdir(root))
        if (isLeftOver(file, name)) await rm(join(root, file), { force: true });
      // Another server may write at the same time: each writes a file of its own and puts it in place as a whole.
      const own = join(root, temporaryName(name));
      try {
        await write(own, text, { mode: 0o600 });
        await rename(own, join(root, name));
      } catch (error) {
        await rm(own, { force: true });
        throw error;
      }
    },
  };
}

/** After so many files others have their turn. */
const TOGETHER = 32;

async function statedBelow(
  root: string,
  restricted = false,
): Promise<{ path: string; stamp: string; size: number }[]> {
  const all = (restricted ? undefined : await gitFiles(root)) ?? (await allFiles(root));
  const texts = all.filter((path) => TEXTS.test(path) && !/(?:^|\/)node_modules\//.test(path)).sort();
  const kept: { path: string; stamp: string; size: number }[] = [];
  for (const [at, path] of texts.entries()) {
    if (at % TOGETHER === 0) await new Promise((go) => setImmediate(go));
    const entry = lstatNow(join(root, path));
    if (entry?.isFile()) kept.push({ path, stamp: stampIn(entry), size: entry.size });
  }
  return kept;
}

/** The files below a folder, where nobody tells which of them count. */
async function allFiles(root: string): Promise<string[]> {
  const { glob } = await import("tinyglobby");
  return glob(["**/*"], { cwd: root, ignore: IGNORED, followSymbolicLinks: false, dot: false });
}

/** At once: asking for each file by itself takes ten times as long as the file system does. */
function lstatNow(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

const run = promisify(execFile);

/**
 * Git's answer about a folder; undefined where it has none, outside a repository and where there is no git. A
 * repository may come from anybody: the programs that its configuration names are not run.
 * @param timeout milliseconds; without one, as long as it takes
 */
export async function git(
  folder: string,
  args: readonly string[],
  timeout?: number,
): Promise<Buffer | undefined> {
  try {
    const { stdout } = await run("git", ["-C", folder, "-c", "core.fsmonitor=false", ...args], {
      // Windows looks for programs in the working directory first.
      cwd: dirname(process.execPath),
      // What a partial clone lacks would be fetched, by the program that its configuration names.
      env: { ...process.env, GIT_NO_LAZY_FETCH: "1" },
      encoding: "buffer",
      maxBuffer: 1 << 28,
      ...(timeout === undefined ? {} : { timeout }),
    });
    return stdout;
  } catch {
    return undefined;
  }
}

/** The files below a folder that git tracks or would add; undefined outside a repository and where there is no git. */
async function gitFiles(folder: string): Promise<string[] | undefined> {
  const listed = await git(folder, ["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
  return listed && [...new Set(listed.toString("utf8").split("\0").filter(Boolean))];
}

/** Whether there is a file or a folder at a URI. */
export async function statOf(uri: string): Promise<FileKind | undefined> {
  const found = await stat(fileURLToPath(uri)).catch(() => undefined);
  return found && { isDirectory: found.isDirectory() };
}

/** The names in the folder at a URI; none where it cannot be read. */
export async function entriesOf(uri: string): Promise<(readonly [name: string, kind: FileKind])[]> {
  const found = await readdir(fileURLToPath(uri), { withFileTypes: true }).catch(() => []);
  return found.map((entry) => [entry.name, { isDirectory: entry.isDirectory() }]);
}

/** Whether what is at a URI is in one of the folders, or one itself, once links in the file system are followed. */
export async function isWithin(uri: string, folders: readonly string[]): Promise<boolean> {
  const real = async (at: string) => {
    try {
      return await realpath(fileURLToPath(at));
    } catch {
      return undefined;
    }
  };
  const place = await real(uri);
  if (place === undefined) return false;
  for (const folder of folders) {
    const root = await real(folder);
    if (root !== undefined && (place === root || place.startsWith(root.endsWith(sep) ? root : root + sep)))
      return true;
  }
  return false;
}

/**
 * The Markdown files in the folder at a URI, by name without what tells their kind; none where the folder is outside
 * of `root` once links are followed. Files that are links, too large or no text are left out.
 */
export async function templateFiles(folder: string, root: string): Promise<TemplateFile[]> {
  if (!folder.startsWith("file:") || !(await isWithin(folder, [root]))) return [];
  const entries = await readdir(fileURLToPath(folder), { withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile() && /\.(?:md|markdown)$/i.test(entry.name));
  const found: TemplateFile[] = [];
  for (const { name } of files.sort((a, b) => (a.name < b.name ? -1 : 1)).slice(0, MAX_TEMPLATES)) {
    const path = join(fileURLToPath(folder), name);
    const size = (await stat(path).catch(() => undefined))?.size ?? Number.POSITIVE_INFINITY;
    const text = size > MAX_TEMPLATE_BYTES ? undefined : await readFileUri(pathToFileURL(path).href);
    if (text !== undefined) found.push({ name: templateName(name), text });
  }
  return found;
}

/** The name that git knows the user by, in the folder at a URI; undefined where it knows none. */
export async function gitUserName(folder: string): Promise<string | undefined> {
  if (!folder.startsWith("file:")) return undefined;
  const name = (await git(fileURLToPath(folder), ["config", "user.name"], 5000))?.toString("utf8").trim();
  return name === "" ? undefined : name;
}

/** The files on this machine's disk. */
export const diskFiles: WorkspaceFiles = {
  read: readFileUri,
  stamp: stampOf,
  stat: statOf,
  entries: entriesOf,
  list: textFilesBelow,
  within: isWithin,
  templates: templateFiles,
};
