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

  /**
   * The files below the folders that may be reports and that `skip` does not leave out; of each whether it is `known` to be
   * one in its state.
   */
  async candidates(
    folders: readonly string[],
    skip: (uri: string) => boolean,
  ): Promise<{ readonly file: FileOnDisk; readonly known: boolean }[]> {
    const { known } = this;
    return [...(await this.files(folders)).values()].flatMap((file) => {
      const before = known.get(file.uri);
      const isKnown = before?.stamp === file.stamp;
      return skip(file.uri) || (isKnown && !before.isReport) ? [] : [{ file, known: isKnown }];
    });
  }
}

/** Why something failed, without the words of any file. */
export function reason(error: unknown): string {
  const code = (error as { readonly code?: unknown } | undefined)?.code;
  return typeof code === "string" ? code : error instanceof Error ? error.name : "unknown error";
}
