import { resolve } from "node:path";
import { type Decoded, decode } from "../workspace/decode.js";
import type { SettingsStore } from "../workspace/settings-store.js";
import { candidates, reason, uriOf } from "./files.js";
import { stagedContent, stagedFiles } from "./git.js";
import { Failure, type Io } from "./io.js";
import type { Shard } from "./shard.js";

/** A file to be checked. */
export interface CheckSource {
  /** Its place among all files that there are to choose from. */
  readonly at: number;
  readonly path: string;
  /** Its content, where that is not the file's own. */
  readonly content?: Decoded;
  /** It may be no report. */
  readonly unsure?: true;
}

export interface SourceOptions {
  readonly staged?: true;
  readonly stdinFilename: string;
}

/**
 * Everything to check, one after the other; what cannot be read comes as the failure that says why. Of files that are
 * divided, only those in `shard`; `all` is told at the end how many there were.
 */
export async function* checkSources(
  io: Io,
  named: readonly string[],
  options: SourceOptions,
  settings: SettingsStore,
  shard: Shard | undefined,
  all: (files: number) => void = () => {},
): AsyncGenerator<CheckSource | Failure> {
  let at = 0;
  const sources = options.staged ? staged(io, named, settings) : namedSources(io, named, options);
  for await (const source of sources) {
    if (source instanceof Failure) yield source;
    else if (!shard || shard.has(io.cwd, source.path)) yield { ...source, at: at++ };
    else at++;
  }
  all(at);
}

type Source = Omit<CheckSource, "at">;

async function* namedSources(
  io: Io,
  named: readonly string[],
  { stdinFilename }: SourceOptions,
): AsyncGenerator<Source | Failure> {
  if (named.includes("-")) yield await stdin(io, stdinFilename).catch(failure);
  const paths = named.filter((name) => name !== "-");
  if (named.length > 0 && paths.length === 0) return;
  const seen = new Set<string>();
  for (const name of paths.length === 0 ? ["."] : paths) {
    try {
      for await (const candidate of candidates(io.cwd, name)) {
        const absolute = resolve(io.cwd, candidate.path);
        if (seen.has(absolute)) continue;
        // One place cannot have a file twice.
        if (paths.length > 1) seen.add(absolute);
        yield candidate;
      }
    } catch (error) {
      yield failure(error);
    }
  }
}

async function stdin(io: Io, path: string): Promise<Source> {
  try {
    return { path, content: decode(await io.stdin()) };
  } catch (error) {
    throw new Failure(`standard input: ${reason(error)}`);
  }
}

async function* staged(
  io: Io,
  named: readonly string[],
  settings: SettingsStore,
): AsyncGenerator<Source | Failure> {
  const below = named.map((name) => resolve(io.cwd, name));
  for (const path of await stagedFiles(io.cwd)) {
    const absolute = resolve(io.cwd, path);
    if (below.length > 0 && !below.some((place) => absolute === place || absolute.startsWith(`${place}/`)))
      continue;
    try {
      const content = decode(await stagedContent(io.cwd, path));
      const uri = uriOf(io.cwd, path);
      if ((await settings.for(uri)).isReport(uri, () => content.text)) yield { path, content };
    } catch (error) {
      // What is not text is no report, unless its name says that it is one.
      if (/\.trip(?:report)?\.md$/i.test(path)) yield new Failure(`${path}: ${reason(error)}`);
    }
  }
}

/** A failure as it is; anything else is a mistake of ours and goes on up. */
function failure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  throw error;
}
