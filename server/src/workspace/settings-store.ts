import picomatch from "picomatch";
import { Analyser } from "../analysis.js";
import { type Config, DEFAULT_CONFIG, recognitionSettings } from "../config.js";
import { CONFIG_NAMES, type ConfigProblem, loadConfig, termProblems } from "../config-file.js";
import { compileTerms, type Terms } from "../report/suspects-terms.js";
import { checksum } from "./checksum.js";
import { isReport } from "./report-files.js";

/** What holds for the files of a folder: a configuration, and what is made of it once. */
export interface Settings {
  readonly config: Config;
  readonly analyser: Analyser;
  /** The configured terms, ready to be searched for. */
  readonly terms: Terms;
  /** The configuration's file; absent where the defaults hold. */
  readonly source?: ConfigSource;
  /** Whether the file at `uri` is a report when nobody named it. `text` is asked for only where the name does not tell. */
  isReport(uri: string, text: () => string): boolean;
}

/** A configuration's file and what is wrong in it. */
export interface ConfigSource {
  readonly uri: string;
  readonly text: string;
  readonly problems: readonly ConfigProblem[];
}

/** Reads the text of the file at a URI; undefined where there is none. */
export type ReadText = (uri: string) => Promise<string | undefined>;

/**
 * Finds the configuration for each file: the nearest one in its folder or above. Each is read once, until
 * `forget` is called.
 */
export class SettingsStore {
  private readonly byFolder = new Map<string, Promise<Settings>>();
  private readonly defaults = settingsOf(undefined);

  constructor(private readonly read: ReadText) {}

  /** The settings for the file at a URI; those of documents without a place are the defaults. */
  for(uri: string): Promise<Settings> {
    const folder = parentOf(uri);
    return folder === undefined ? Promise.resolve(this.defaults) : this.forFolder(folder);
  }

  /** Drops everything read: a configuration came, went or changed. */
  forget(): void {
    this.byFolder.clear();
  }

  private forFolder(folder: string): Promise<Settings> {
    const known = this.byFolder.get(folder);
    if (known) return known;
    const found = this.find(folder);
    this.byFolder.set(folder, found);
    return found;
  }

  private async find(folder: string): Promise<Settings> {
    for (const name of CONFIG_NAMES) {
      const uri = `${folder}/${name}`;
      const text = await this.read(uri);
      if (text !== undefined) return settingsOf({ uri, text });
    }
    const above = parentOf(folder);
    return above === undefined ? this.defaults : this.forFolder(above);
  }
}

/** Tells settings that are understood otherwise apart: equal for the same configuration in the same place. */
export function settingsKey({ source }: Settings): string {
  return source ? checksum(`${source.uri}\n${source.text}`) : "";
}

/** The settings that a configuration's file gives; without one, the defaults. */
export function settingsOf(file: { readonly uri: string; readonly text: string } | undefined): Settings {
  const { config, problems } = file ? loadConfig(file.text) : { config: DEFAULT_CONFIG, problems: [] };
  const terms = compileTerms(config.terms);
  const folder = file && parentOf(file.uri);
  const included = matcher(config.include, folder);
  const excluded = matcher(config.exclude, folder);
  return {
    config,
    analyser: new Analyser(recognitionSettings(config)),
    terms: terms.ok,
    ...(file
      ? { source: { ...file, problems: [...problems, ...termProblems(file.text, terms.problems)] } }
      : {}),
    isReport: (uri, text) => !excluded(uri) && (included(uri) || isReport(uri, text)),
  };
}

/** Whether a file below `folder` matches one of the patterns, which count from there. */
function matcher(patterns: readonly string[], folder: string | undefined): (uri: string) => boolean {
  if (folder === undefined || patterns.length === 0) return () => false;
  // Nested groups of patterns could take very long to match; globs do without.
  const matches = picomatch([...patterns], { dot: true, noextglob: true, nonegate: true, maxLength: 1000 });
  return (uri) => uri.startsWith(`${folder}/`) && matches(decoded(uri.slice(folder.length + 1)));
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The folder of a file or folder, without a slash at the end; undefined at the top and for URIs without a path. */
function parentOf(uri: string): string | undefined {
  const path = /^[a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?(?=\/)/i.exec(uri)?.[0];
  const slash = uri.lastIndexOf("/");
  return path === undefined || slash < path.length ? undefined : uri.slice(0, slash);
}
