import { readFile, stat } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import type { Format } from "../syntax/parse.js";
import { decode, NotText } from "../workspace/decode.js";
import { formatOf, isReport } from "../workspace/report-files.js";
import { Failure } from "./io.js";

/** Files larger than this are refused: a report is text that somebody typed. */
export const MAX_BYTES = 64 * 1024 * 1024;

/** A file read and decoded. `path` is as the user named it. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
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
    if (size > MAX_BYTES) throw new NotText(`is larger than ${MAX_BYTES / 1024 / 1024} MB`);
    const { text } = decode(await readFile(absolute));
    return { path, text, format: formatOf(path) };
  } catch (error) {
    throw new Failure(`${path}: ${reason(error)}`);
  }
}

/** Why a file could not be read, in words. */
export function reason(error: unknown): string {
  if (error instanceof NotText) return error.message;
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

/**
 * The reports that paths, folders and patterns name: files as they are, folders and patterns searched for reports.
 * Without any, every report below the current folder.
 * @throws Failure for a path that does not exist.
 */
export async function findReports(cwd: string, named: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  for (const name of named.length === 0 ? ["."] : named) {
    const kind = await kindOf(resolve(cwd, name));
    if (kind === "file") found.add(name);
    else if (kind === "folder") for (const path of await reportsBelow(cwd, name)) found.add(path);
    else if (isDynamicPattern(name))
      for (const path of await glob([name], { ...SEARCH, cwd })) found.add(path);
    else throw new Failure(`${name}: no such file`);
  }
  return [...found];
}

const SEARCH = {
  ignore: ["**/node_modules/**", "**/.git/**"],
  followSymbolicLinks: false,
  dot: false,
} as const;

async function reportsBelow(cwd: string, folder: string): Promise<string[]> {
  const root = resolve(cwd, folder);
  const candidates = await glob(["**/*.{md,markdown}"], { ...SEARCH, cwd: root });
  const paths: string[] = [];
  for (const candidate of candidates.sort()) {
    const path = join(root, candidate);
    const head = await readFile(path).catch(() => undefined);
    if (head === undefined || isReport(candidate, () => Buffer.from(head).toString("utf8")))
      paths.push(relative(cwd, path) || candidate);
  }
  return paths;
}

async function kindOf(path: string): Promise<"file" | "folder" | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found?.isDirectory() ? "folder" : found ? "file" : undefined;
}
