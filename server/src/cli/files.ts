import { readFileSync, statSync } from "node:fs";
import { stat } from "node:fs/promises";
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
export function readSource(cwd: string, path: string): SourceFile {
  const absolute = resolve(cwd, path);
  try {
    const { size } = statSync(absolute);
    if (size > MAX_BYTES)
      throw new NotText(`is larger than ${MAX_BYTES / 1024 / 1024} MB, too large for a report`);
    return { path, ...decode(readFileSync(absolute)), format: formatOf(path) };
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

/** A file that a path, a folder or a pattern names. */
export interface Candidate {
  readonly path: string;
  /** It was found in a folder: its name, settings or content tell whether it is a report. */
  readonly unsure?: true;
}

/**
 * What one path, folder or pattern names, in order: a file as it is, a folder's texts, a pattern's files.
 * @throws Failure for a path that does not exist.
 */
export async function* candidates(cwd: string, name: string): AsyncGenerator<Candidate> {
  const kind = await kindOf(resolve(cwd, name));
  if (kind === "file") yield { path: name };
  else if (kind === "folder") {
    const root = resolve(cwd, name);
    for (const found of await textsBelow(root))
      yield { path: relative(cwd, join(root, found)) || found, unsure: true };
  } else if (isDynamicPattern(name)) {
    const found = await glob([name], { cwd, ignore: IGNORED, followSymbolicLinks: false });
    for (const path of found.sort()) yield { path };
  } else throw new Failure(`${name}: no such file`);
}

/**
 * The reports among them.
 * @throws Failure for a path that does not exist.
 */
export async function* findReports(
  cwd: string,
  name: string,
  settings: SettingsStore,
): AsyncGenerator<string> {
  for await (const { path, unsure } of candidates(cwd, name)) {
    const uri = uriOf(cwd, path);
    if (!unsure || (await settings.for(uri)).isReport(uri, () => readHead(cwd, path))) yield path;
  }
}

/** The text of a file as far as it can be read: what cannot is told when the file is checked. */
export function readHead(cwd: string, path: string): string {
  try {
    return readFileSync(resolve(cwd, path)).toString("utf8");
  } catch {
    return "";
  }
}

async function kindOf(path: string): Promise<"file" | "folder" | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found?.isDirectory() ? "folder" : found ? "file" : undefined;
}
