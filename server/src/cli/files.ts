import { readFile, stat } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { glob, isDynamicPattern } from "tinyglobby";
import type { Format } from "../syntax/parse.js";
import { type Decoded, decode, NotText } from "../workspace/decode.js";
import { IGNORED, textsBelow } from "../workspace/node.js";
import { formatOf } from "../workspace/report-files.js";
import type { SettingsStore } from "../workspace/settings-store.js";
import { Failure } from "./io.js";

/** Files larger than this are refused: a report is text that somebody typed. */
export const MAX_BYTES = 32 * 1024 * 1024;

/** A file read and decoded. `path` is as the user named it. */
export interface SourceFile extends Decoded {
  readonly path: string;
  readonly format: Format;
}

/**
 * Reads a file that the user named.
 * @throws Failure with the file's name and the reason, in one line.
 */
export async function readSource(cwd: string, path: string): Promise<SourceFile> {
  const absolute = resolve(cwd, path);
  try {
    const { size } = await stat(absolute);
    if (size > MAX_BYTES)
      throw new NotText(`is larger than ${MAX_BYTES / 1024 / 1024} MB, too large for a report`);
    return { path, ...decode(await readFile(absolute)), format: formatOf(path) };
  } catch (error) {
    throw new Failure(`${path}: ${reason(error)}`);
  }
}

/** Why a file could not be read, in words. */
export function reason(error: unknown): string {
  if (error instanceof NotText || error instanceof Failure) return error.message;
  const code = (error as NodeJS.ErrnoException).code;
  switch (code) {
    case "ENOENT":
      return "no such file";
    case "EISDIR":
      return "is a folder, not a file";
    case "EACCES":
    case "EPERM":
      return "no permission to read it";
    default:
      return code ?? (error instanceof Error ? error.message : String(error));
  }
}

/** The URI of a path, under which configurations are looked for. */
export function uriOf(cwd: string, path: string): string {
  return pathToFileURL(resolve(cwd, path)).href;
}

/**
 * The reports that one path, folder or pattern names: a file as it is, a folder searched for reports, a pattern's files.
 * @throws Failure for a path that does not exist.
 */
export async function* findReports(
  cwd: string,
  name: string,
  settings: SettingsStore,
): AsyncGenerator<string> {
  const kind = await kindOf(resolve(cwd, name));
  if (kind === "file") yield name;
  else if (kind === "folder") yield* reportsBelow(cwd, name, settings);
  else if (isDynamicPattern(name))
    yield* (await glob([name], { cwd, ignore: IGNORED, followSymbolicLinks: false })).sort();
  else throw new Failure(`${name}: no such file`);
}

async function* reportsBelow(cwd: string, folder: string, settings: SettingsStore): AsyncGenerator<string> {
  const root = resolve(cwd, folder);
  for (const candidate of await textsBelow(root)) {
    const path = join(root, candidate);
    const uri = pathToFileURL(path).href;
    const { isReport } = await settings.for(uri);
    const head = /\.txt$/i.test(path) ? "" : await readHead(path);
    if (isReport(uri, () => head)) yield relative(cwd, path) || candidate;
  }
}

/** The text of a file as far as it can be read: what cannot is told when the file is checked. */
async function readHead(path: string): Promise<string> {
  const bytes = await readFile(path).catch(() => undefined);
  return bytes ? Buffer.from(bytes).toString("utf8") : "";
}

async function kindOf(path: string): Promise<"file" | "folder" | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found?.isDirectory() ? "folder" : found ? "file" : undefined;
}
