import type { ReadText, Settings, SettingsStore } from "./settings-store.js";

/** What looking through folders needs of the machine. */
export interface FolderAccess {
  readonly read: ReadText;
  /** The URIs of the texts below a folder's. */
  list(folder: string): Promise<readonly string[]>;
  /** Tells one state of a file from another without reading it; undefined where there is none. */
  stamp(uri: string): Promise<string | undefined>;
}

/** A report on disk that nobody has open, in one of its states. */
export interface ClosedReport {
  readonly uri: string;
  readonly stamp: string;
  readonly text: string;
  readonly settings: Settings;
}

/** The reports below some folders as they are on disk. Files that did not change are not read again. */
export class ClosedReports {
  private readonly known = new Map<string, { readonly stamp: string; readonly isReport: boolean }>();

  constructor(
    private readonly access: FolderAccess,
    private readonly settings: SettingsStore,
  ) {}

  /** Forgets which files are reports: a configuration changed. */
  forget(): void {
    this.known.clear();
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
    for (const folder of folders)
      for (const uri of await this.access.list(folder)) {
        const stamp = skip(uri) ? undefined : await this.access.stamp(uri);
        if (stamp === undefined) continue;
        const known = this.known.get(uri);
        if (known?.stamp === stamp && !known.isReport) continue;
        if (known?.stamp === stamp && unchanged(uri, stamp)) yield { uri, stamp };
        else {
          const settings = await this.settings.for(uri);
          const text = await this.access.read(uri);
          const isReport = text !== undefined && settings.isReport(uri, () => text);
          this.known.set(uri, { stamp, isReport });
          if (isReport) yield { uri, stamp, text, settings };
        }
      }
  }
}
