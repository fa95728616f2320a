import { Analyser } from "../analysis.js";
import { CONFIG_NAMES, type Config, DEFAULT_CONFIG, recognitionSettings } from "../config.js";
import type { ConfigProblem } from "../config-file.js";
import { noTerms, type Terms } from "../report/suspects-terms.js";
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
  private readonly defaults = defaultSettings();

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
      if (text !== undefined) return settingsIn({ uri, text });
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
export async function settingsIn(
  file: { readonly uri: string; readonly text: string } | undefined,
): Promise<Settings> {
  if (!file) return defaultSettings();
  // What checks a configuration and searches for its terms is loaded only where a team has set something.
  const { settingsOf } = await import("./team-settings.js");
  return settingsOf(file);
}

/** The settings where there is no configuration. */
function defaultSettings(): Settings {
  return {
    config: DEFAULT_CONFIG,
    analyser: new Analyser(recognitionSettings(DEFAULT_CONFIG)),
    terms: noTerms(),
    isReport,
  };
}

/** The folder of a file or folder, without a slash at the end; undefined at the top and for URIs without a path. */
export function parentOf(uri: string): string | undefined {
  const path = /^[a-z][a-z0-9+.-]*:(?:\/\/[^/]*)?(?=\/)/i.exec(uri)?.[0];
  const slash = uri.lastIndexOf("/");
  return path === undefined || slash < path.length ? undefined : uri.slice(0, slash);
}
