import type { WorkspaceFiles } from "./files.js";
import type { Settings, SettingsStore } from "./settings-store.js";
import { canonicalUri } from "./uris.js";

/** What looking through folders needs of the files. */
export type FolderAccess = Pick<WorkspaceFiles, "read" | "list" | "stamp">;

/** A text in a folder, in one of its states. */
export interface FileOnDisk {
  readonly uri: string;
  readonly stamp: string;
  /** In bytes. */
  readonly size: number;
}

/** A report on disk that nobody has open, in one of its states. */
export interface ClosedReport {
  readonly uri: string;
  readonly stamp: string;
  readonly text: string;
  readonly settings: Settings;
}

/** Files larger than this are no reports that somebody typed. */
export const MAX_REPORT_BYTES = 32 * 1024 * 1024;

/** The reports below some folders as they are on disk: the only place that looks for them. Files that did not change are not read again. */
export class ClosedReports {
  private known = new Map<string, { readonly stamp: string; readonly isReport: boolean }>();

  constructor(
    private readonly access: FolderAccess,
    private readonly settings: SettingsStore,
    private readonly log: (message: string) => void = () => {},
  ) {}

  /** Forgets which files are reports: a configuration changed. */
  forget(): void {
    // A new map: what is being read under the old configuration must not be remembered under the new one.
    this.known = new Map();
  }

  /** Every text below the folders that could be a report, each once though two folders hold it. */
  async files(folders: readonly string[]): Promise<Map<string, FileOnDisk>> {
    const found = new Map<string, FileOnDisk>();
    for (const folder of folders) {
      const files = await this.access.list(folder).catch((error: unknown) => {
        this.log(`a workspace folder cannot be searched: ${reason(error)}`);
        return [];
      });
      for (const file of files) {
        const uri = canonicalUri(file.uri);
        if (!found.has(uri)) found.set(uri, { ...file, uri });
      }
    }
    return found;
  }

  /** The state that a file is in now; undefined where there is none. */
  stamp(uri: string): Promise<string | undefined> {
    return this.access.stamp(uri);
  }

  /** The text of a file and what holds for it, report or not; undefined where there is no text. */
  async text(uri: string): Promise<{ readonly text: string; readonly settings: Settings } | undefined> {
    const text = await this.access.read(uri);
    return text === undefined ? undefined : { text, settings: await this.settings.for(uri) };
  }

  /** Remembers whether a file that somebody else read is a report. */
  note({ uri, stamp }: FileOnDisk, isReport: boolean): void {
    this.known.set(uri, { stamp, isReport });
  }

  /** Reads a file if it is a report. */
  async read({ uri, stamp, size }: FileOnDisk): Promise<ClosedReport | undefined> {
    const { known } = this;
    const before = known.get(uri);
    if (before?.stamp === stamp && !before.isReport) return undefined;
    const settings = await this.settings.for(uri);
    const text = size > MAX_REPORT_BYTES ? undefined : await this.access.read(uri);
    const isReport = text !== undefined && settings.isReport(uri, () => text);
    known.set(uri, { stamp, isReport });
    return isReport ? { uri, stamp, text, settings } : undefined;
  }

  /**
   * Each report below the folders that `skip` does not leave out. `unchanged` is asked, with its stamp, whether a
   * report needs to be read at all; then it comes without its text.
   */
  async *all(
    folders: readonly string[],
    skip: (uri: string) => boolean,
    unchanged: (uri: string, stamp: string) => boolean,
  ): AsyncGenerator<ClosedReport | { readonly uri: string; readonly stamp: string; readonly text?: never }> {
    for (const file of (await this.files(folders)).values()) {
      const { uri, stamp } = file;
      if (skip(uri)) continue;
      const known = this.known.get(uri);
      if (known?.stamp === stamp && known.isReport && unchanged(uri, stamp)) yield { uri, stamp };
      else {
        const report = await this.read(file);
        if (report) yield report;
      }
    }
  }
}

/** Why something failed, without the words of any file. */
export function reason(error: unknown): string {
  const code = (error as { readonly code?: unknown } | undefined)?.code;
  return typeof code === "string" ? code : error instanceof Error ? error.name : "unknown error";
}
