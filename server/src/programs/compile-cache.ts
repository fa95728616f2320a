import { mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import * as nodeModule from "node:module";
import { homedir } from "node:os";
import { join } from "node:path";
import { VERSION } from "../version.js";

/** Node's compile cache, which older versions do not have. Source: https://nodejs.org/api/module.html, since 22.8. */
interface CompileCaching {
  enableCompileCache?(folder: string): unknown;
  flushCompileCache?(): void;
}

/** When what was compiled is written, in milliseconds after the start: by then most of what people do was done once. */
const WRITES_AFTER_MS = 20_000;
/** The same of a thread, which does one thing and is ended when it is done. */
export const THREAD_WRITES_AFTER_MS = 1500;

/**
 * Has Node keep what it compiles of our bundles until the next start. It holds code only, nothing that was read.
 * Whoever could write to the folder could have code run, so it is in the user's own folder and nobody else's, never in
 * the shared one for temporary files that Node would take. Where that cannot be had, there is no cache.
 */
export function keepCompiledCode(writesAfter = WRITES_AFTER_MS): void {
  const { enableCompileCache, flushCompileCache } = nodeModule as CompileCaching;
  // Who names a folder for all Node programs has it already.
  if (!enableCompileCache || process.env.NODE_COMPILE_CACHE) return;
  try {
    const folder = join(userCache(), "trip-report", "compiled");
    const own = join(folder, VERSION);
    if (mkdirSync(own, { recursive: true, mode: 0o700 }) !== undefined) dropOthers(folder);
    if (!isPrivate(folder) || !isPrivate(own)) return;
    enableCompileCache(own);
    // Node writes it at the end, which a process that is killed does not come to.
    if (flushCompileCache) setTimeout(flushCompileCache, writesAfter).unref();
  } catch {
    // A home that cannot be written to only costs the cache.
  }
}

/** Where programs keep what can be made again. Sources: the XDG Base Directory Specification, and the platforms' own. */
function userCache(): string {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (process.platform === "win32") return LOCALAPPDATA || join(homedir(), "AppData", "Local");
  if (process.platform === "darwin") return join(homedir(), "Library", "Caches");
  return XDG_CACHE_HOME?.startsWith("/") ? XDG_CACHE_HOME : join(homedir(), ".cache");
}

/** Whether only this user can write to a folder. Windows has no such bits; there the user's folders are the user's. */
function isPrivate(folder: string): boolean {
  if (process.platform === "win32") return true;
  const { uid, mode } = statSync(folder);
  return uid === process.getuid?.() && (mode & 0o022) === 0;
}

/** What earlier versions compiled is of no more use. */
function dropOthers(folder: string): void {
  for (const name of readdirSync(folder))
    if (name !== VERSION) rmSync(join(folder, name), { recursive: true, force: true });
}
