import { FileType, RelativePattern, Uri, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  type EntryKind,
  FIND_FILES_REQUEST,
  type FileParams,
  type FindFilesAnswer,
  type FindFilesParams,
  READ_FILE_REQUEST,
  READ_FOLDER_REQUEST,
  type ReadFileAnswer,
  type ReadFolderAnswer,
  STAT_REQUEST,
  type StatAnswer,
  WRITE_CACHE_REQUEST,
  type WriteCacheParams,
} from "../../server/src/lsp/protocol.js";

/** Larger files are no text that somebody wrote. */
const LARGEST = 32 * 1024 * 1024;
/** Folders looked through and files found at most, where the editor cannot search for files by itself. */
const MOST_FOLDERS = 5000;
const MOST_FILES = 20_000;
/** Places asked about at the same time. */
const AT_ONCE = 32;

/**
 * Answers a server that asks for files it cannot read itself: those of a browser, or of places that are on no disk.
 * It may have its index kept in `cacheFolder` and writes nothing else.
 */
export function answerFiles(client: BaseLanguageClient, cacheFolder: Uri | undefined): void {
  client.onRequest(READ_FILE_REQUEST, ({ uri }: FileParams) => readFile(Uri.parse(uri)));
  client.onRequest(STAT_REQUEST, ({ uri }: FileParams) => stat(Uri.parse(uri)));
  client.onRequest(READ_FOLDER_REQUEST, ({ uri }: FileParams) => readFolder(Uri.parse(uri)));
  client.onRequest(FIND_FILES_REQUEST, (params: FindFilesParams) => findFiles(params));
  client.onRequest(WRITE_CACHE_REQUEST, async ({ name, text }: WriteCacheParams) => {
    if (!cacheFolder || !/^[\w.-]+$/.test(name) || name.startsWith(".")) return;
    await workspace.fs.createDirectory(cacheFolder);
    await workspace.fs.writeFile(Uri.joinPath(cacheFolder, name), new TextEncoder().encode(text));
  });
}

async function readFile(uri: Uri): Promise<ReadFileAnswer> {
  const found = await stat(uri);
  if (found?.kind !== "file" || found.size > LARGEST) return null;
  const bytes = await quietly(workspace.fs.readFile(uri));
  return bytes ? base64(bytes) : null;
}

async function stat(uri: Uri): Promise<StatAnswer> {
  const found = await quietly(workspace.fs.stat(uri));
  return found ? { kind: kindOf(found.type, true), size: found.size, mtime: found.mtime } : null;
}

async function readFolder(uri: Uri): Promise<ReadFolderAnswer> {
  const found = (await quietly(workspace.fs.readDirectory(uri))) ?? [];
  return found.map(([name, type]) => [name, kindOf(type, false)]);
}

async function findFiles({ folder, extensions }: FindFilesParams): Promise<FindFilesAnswer> {
  const root = Uri.parse(folder);
  // Throws where the folder cannot be read, which is not the same as a folder without files.
  const top = await workspace.fs.readDirectory(root);
  const pattern = new RelativePattern(root, `**/*.{${extensions.join(",")}}`);
  const searched = await quietly(workspace.findFiles(pattern, "**/{node_modules,.git}/**", MOST_FILES));
  // Not every provider of files can search among them; then there is no error, and nothing is found.
  const uris = searched?.length ? searched : await walk(root, top, extensions);
  const found = await inTurns(uris, async (uri) => {
    const entry = await stat(uri);
    return entry?.kind === "file" ? [{ uri: uri.toString(), size: entry.size, mtime: entry.mtime }] : [];
  });
  return found.flat();
}

/** The files below a folder whose entries are `top`, level by level. Links are not followed. */
async function walk(
  root: Uri,
  top: readonly (readonly [string, FileType])[],
  extensions: readonly string[],
): Promise<Uri[]> {
  const endings = extensions.map((extension) => `.${extension}`);
  const files: Uri[] = [];
  let level: (readonly [Uri, readonly (readonly [string, FileType])[]])[] = [[root, top]];
  for (let folders = 0; level.length > 0 && folders < MOST_FOLDERS && files.length < MOST_FILES; ) {
    const below: Uri[] = [];
    for (const [folder, entries] of level)
      for (const [name, type] of entries) {
        const uri = Uri.joinPath(folder, name);
        if (type === FileType.Directory && name !== "node_modules" && !name.startsWith(".")) below.push(uri);
        else if (type === FileType.File && endings.some((end) => name.toLowerCase().endsWith(end)))
          files.push(uri);
      }
    folders += below.length;
    level = await inTurns(
      below.slice(0, MOST_FOLDERS),
      async (uri) => [uri, (await quietly(workspace.fs.readDirectory(uri))) ?? []] as const,
    );
  }
  return files.slice(0, MOST_FILES);
}

/** What an entry is; whether a link counts as what it leads to is the question's affair. */
function kindOf(type: FileType, follow: boolean): EntryKind {
  if (!follow && (type & FileType.SymbolicLink) !== 0) return "other";
  if ((type & FileType.Directory) !== 0) return "folder";
  return (type & FileType.File) !== 0 ? "file" : "other";
}

/** The value, or undefined where there is none to be had. */
async function quietly<T>(promise: Thenable<T>): Promise<T | undefined> {
  try {
    return await promise;
  } catch {
    return undefined;
  }
}

/** Does something for each, a few at the same time; the answers are in the order of the questions. */
async function inTurns<T, R>(all: readonly T[], action: (item: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = [];
  for (let at = 0; at < all.length; at += AT_ONCE)
    answers.push(...(await Promise.all(all.slice(at, at + AT_ONCE).map(action))));
  return answers;
}

/** Bytes as a text that every transport carries. */
function base64(bytes: Uint8Array): string {
  const STEP = 0x8000;
  let text = "";
  for (let at = 0; at < bytes.length; at += STEP)
    text += String.fromCharCode(...bytes.subarray(at, at + STEP));
  return btoa(text);
}
