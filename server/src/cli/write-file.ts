import type { Stats } from "node:fs";
import * as nodeFs from "node:fs";
import { basename, dirname, isAbsolute, join, relative } from "node:path";
import { isLeftOver, temporaryName } from "../workspace/node-temporary.js";
import { Failure } from "./io.js";
import { undisturbed } from "./undisturbed.js";

/** What writing needs of a file system; tests hand in one that fails. */
export interface WritableFs {
  lstatSync(path: string): Stats;
  statSync(path: string): Stats;
  openSync(path: string, flags: string, mode?: number): number;
  writeSync(file: number, bytes: Uint8Array, offset: number): number;
  fsyncSync(file: number): void;
  closeSync(file: number): void;
  renameSync(from: string, to: string): void;
  linkSync(from: string, to: string): void;
  unlinkSync(path: string): void;
  readdirSync(path: string): string[];
}

export interface WriteOptions {
  /** Files that must not be overwritten whatever name they are given by. */
  readonly sources: readonly string[];
  /** Whether the file must be a new one: nothing is ever overwritten then. */
  readonly fresh?: true;
  readonly fs?: WritableFs;
}

/**
 * Writes a file whole or not at all: a temporary file beside it is renamed into place. The file keeps its old
 * content when anything fails. A signal comes before or after it and not between.
 * @throws Failure for a target that is a source, a link or no file, and for whatever the file system says.
 */
export function writeWhole(path: string, bytes: Uint8Array, options: WriteOptions): Promise<void> {
  return undisturbed(() => writeNow(path, bytes, options));
}

function writeNow(path: string, bytes: Uint8Array, { sources, fresh, fs = nodeFs }: WriteOptions): void {
  const known = statOf(() => fs.lstatSync(path));
  if (known && fresh) throw new Failure(`${path}: ${EXISTS}`);
  if (known?.isSymbolicLink()) throw new Failure(`${path}: is a link; nothing is written through links`);
  if (known && !known.isFile()) throw new Failure(`${path}: is no file`);
  for (const source of sources) {
    const other = statOf(() => fs.statSync(source));
    if (known && other && known.ino === other.ino && known.dev === other.dev)
      throw new Failure(`${path}: is the report itself; a copy never overwrites its source`);
  }
  const temporary = join(dirname(path), temporaryName(basename(path)));
  try {
    removeLeftOver(fs, path);
    writeSynced(fs, temporary, bytes, known ? known.mode & 0o777 : 0o644);
    if (fresh) placeNew(fs, temporary, path);
    else fs.renameSync(temporary, path);
  } catch (error) {
    tryTo(() => fs.unlinkSync(temporary));
    throw new Failure(`${path}: ${whyNot(error)}`);
  }
  // The new name must outlive a power cut; not every file system can be asked for it.
  tryTo(() => {
    const folder = fs.openSync(dirname(path), "r");
    try {
      fs.fsyncSync(folder);
    } finally {
      fs.closeSync(folder);
    }
  });
}

const EXISTS = "exists already; it is not overwritten";

/** Gives a file its name without taking that of another, which may have come up meanwhile. */
function placeNew(fs: WritableFs, temporary: string, path: string): void {
  try {
    fs.linkSync(temporary, path);
    fs.unlinkSync(temporary);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "";
    if (code === "EEXIST") throw new Failure(EXISTS);
    if (!/^(?:EPERM|ENOSYS|ENOTSUP|EOPNOTSUPP|EMLINK)$/.test(code)) throw error;
    // Some file systems have no links: the name was free a moment ago.
    fs.renameSync(temporary, path);
  }
}

function writeSynced(fs: WritableFs, path: string, bytes: Uint8Array, mode: number): void {
  const file = fs.openSync(path, "wx", mode);
  try {
    for (let done = 0; done < bytes.length; ) done += fs.writeSync(file, bytes, done);
    fs.fsyncSync(file);
  } finally {
    fs.closeSync(file);
  }
}

/** Removes what a run that was killed between writing and renaming left beside the file. */
function removeLeftOver(fs: WritableFs, path: string): void {
  for (const name of fs.readdirSync(dirname(path)))
    if (isLeftOver(name, basename(path))) tryTo(() => fs.unlinkSync(join(dirname(path), name)));
}

function statOf(stat: () => Stats): Stats | undefined {
  try {
    return stat();
  } catch {
    return undefined;
  }
}

function tryTo(action: () => void): void {
  try {
    action();
  } catch {
    // Only tidying up: the failure that matters is told by the caller.
  }
}

/** Why a file could not be written, in words. */
export function whyNot(error: unknown): string {
  if (error instanceof Failure) return error.message;
  switch ((error as NodeJS.ErrnoException).code) {
    case "ENOENT":
      return "its folder does not exist";
    case "EACCES":
    case "EPERM":
      return "no permission to write it";
    case "EROFS":
      return "is on a read-only file system";
    case "ENOSPC":
      return "the disk is full";
    case "ENOTDIR":
      return "a part of its path is no folder";
    default:
      return (
        (error as NodeJS.ErrnoException).code ?? (error instanceof Error ? error.message : String(error))
      );
  }
}

/** Whether a folder, or as much of its path as there is, lies in another once links are followed. */
export function isInside(root: string, folder: string): boolean {
  let existing = folder;
  while (!nodeFs.existsSync(existing) && dirname(existing) !== existing) existing = dirname(existing);
  const way = relative(nodeFs.realpathSync(root), nodeFs.realpathSync(existing));
  return !/^\.\.(?:[/\\]|$)/.test(way) && !isAbsolute(way);
}
