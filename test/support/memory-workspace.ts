import { Analyser } from "../../server/src/analysis.js";
import { DEFAULT_CONFIG, recognitionSettings } from "../../server/src/config.js";
import { makeCard } from "../../server/src/index/make-card.js";
import { ReportIndex } from "../../server/src/index/report-index.js";
import { type CardMaker, CardsHere } from "../../server/src/workspace/card-maker.js";
import { ClosedReports, type FileOnDisk } from "../../server/src/workspace/closed-reports.js";
import { IndexCache, type IndexFile } from "../../server/src/workspace/index-cache.js";
import { Indexer } from "../../server/src/workspace/indexer.js";
import { formatOf } from "../../server/src/workspace/report-files.js";
import { type ReadText, SettingsStore } from "../../server/src/workspace/settings-store.js";

const analyser = new Analyser(recognitionSettings(DEFAULT_CONFIG));

/** The card of a report under the built-in settings. */
export function cardOf(text: string, uri = "file:///w/a.trip.md") {
  return makeCard(analyser.analyse(text, formatOf(uri)));
}

/** The index of some reports, given by the names of their files. */
export function indexOf(reports: Readonly<Record<string, string>>): ReportIndex {
  const index = new ReportIndex();
  for (const [name, text] of Object.entries(reports)) index.put(`file:///w/${name}`, cardOf(text));
  return index;
}

/** A file system and an editor in memory, and servers that look at them. */
export class MemoryWorkspace {
  readonly files = new Map<string, { readonly text: string; readonly stamp: string }>();
  readonly opened = new Map<string, string>();
  readonly folders = new Set<string>();
  readonly caches = new Map<string, string>();
  readonly logged: string[] = [];
  /** The URIs of folders that cannot be read. */
  readonly closedFolders = new Set<string>();
  /** The URIs of files that are there and cannot be read. */
  readonly lockedFiles = new Set<string>();
  /** Called before each look at a file or folder: something may happen meanwhile. */
  disturb: () => void = () => {};
  /** Resolves when nobody wanted anything for so many milliseconds. */
  rest: (ms: number) => Promise<void> = () => turns(this.reads % 3);
  /** How often a file was read. */
  reads = 0;
  private stamps = 0;
  private readonly configured: (() => void)[] = [];

  write(uri: string, text: string): void {
    this.files.set(uri, { text, stamp: String(++this.stamps) });
  }

  /** Writes the same again: its date is another. */
  touch(uri: string): void {
    const file = this.files.get(uri);
    if (file) this.write(uri, file.text);
  }

  /** Moves a file, or a folder with all below it. */
  move(from: string, to: string): void {
    for (const [uri, file] of [...this.files])
      if (uri === from || uri.startsWith(`${from}/`)) {
        this.files.delete(uri);
        this.files.set(to + uri.slice(from.length), file);
      }
  }

  remove(from: string): void {
    for (const uri of [...this.files.keys()])
      if (uri === from || uri.startsWith(`${from}/`)) this.files.delete(uri);
  }

  /** Writes a configuration and has all servers read it. */
  configure(uri: string, text: string): void {
    this.write(uri, text);
    for (const tell of this.configured) tell();
  }

  /** An indexer that has seen nothing yet. */
  indexer({
    cached = false,
    version = "1",
    cards = (read: ReadText): CardMaker => new CardsHere(read),
  } = {}): Indexer {
    const settings = new SettingsStore(async (uri) => this.files.get(uri)?.text);
    const read = async (uri: string) => {
      this.reads++;
      await turns(this.reads % 3);
      this.disturb();
      if (this.lockedFiles.has(uri)) throw Object.assign(new Error("no"), { code: "EACCES" });
      return this.files.get(uri)?.text;
    };
    const closed = new ClosedReports(
      {
        read,
        list: (folder) => this.list(folder),
        stamp: async (uri) => {
          await turns(this.reads % 2);
          this.disturb();
          return this.files.get(uri)?.stamp;
        },
      },
      settings,
      (message) => this.logged.push(message),
    );
    const indexer = new Indexer({
      index: new ReportIndex(),
      settings,
      closed,
      cache: cached ? new IndexCache(this.cacheFile(), [...this.folders].join("\n"), version) : undefined,
      folders: () => [...this.folders],
      opened: () => [...this.opened.keys()],
      open: async (uri) => {
        const text = this.opened.get(uri);
        if (text === undefined) return undefined;
        const isReport = (await settings.for(uri)).isReport(uri, () => text);
        return { card: isReport ? cardOf(text, uri) : undefined };
      },
      cards: cards(read),
      pause: () => turns(1),
      now: () => performance.now(),
      rest: (ms) => this.rest(ms),
      log: (message) => this.logged.push(message),
    });
    this.configured.push(() => {
      settings.forget();
      closed.forget();
      indexer.settingsChanged();
    });
    return indexer;
  }

  private cacheFile(): IndexFile {
    return {
      read: async (name) => this.caches.get(name),
      write: async (name, text) => {
        this.caches.set(name, text);
      },
    };
  }

  private async list(folder: string): Promise<FileOnDisk[]> {
    await turns(2);
    this.disturb();
    if (this.closedFolders.has(folder)) throw Object.assign(new Error("no"), { code: "EACCES" });
    return (
      [...this.files]
        .filter(([uri]) => uri.startsWith(`${folder}/`) && /\.(?:md|txt)$/.test(uri))
        // As file systems spell them; editors escape more.
        .map(([uri, { text, stamp }]) => ({
          uri: encodeURI(decodeURIComponent(uri)),
          stamp,
          size: text.length,
        }))
    );
  }
}

/** Lets others run for some turns. */
async function turns(count: number): Promise<void> {
  for (let i = 0; i < count; i++) await Promise.resolve();
}

/** Everything an index answers, as plain data. */
export function everything(index: ReportIndex) {
  return {
    reports: index.reports().map(({ uri, card }) => ({ uri, card })),
    people: index.people(),
    persons: index.people().map(({ name }) => index.person(name)),
    names: [...index.names().counts].sort(),
    tags: index.tags(),
    events: index.events(),
    followUps: index.followUps().map(({ uri, followUp }) => ({ uri, followUp })),
    symbols: index.symbols("a", 1000),
    all: index.symbols("", 1000),
  };
}
