import { publicPart, type ReportCard } from "../index/card.js";
import type { ReportIndex } from "../index/report-index.js";
import { type FileOnDisk, reason } from "./closed-reports.js";
import { type CachedFile, checksum } from "./index-cache.js";
import type { IndexerHost, Progress } from "./indexer-host.js";
import type { Settings } from "./settings-store.js";

/** Work goes on for this long, in milliseconds, before requests get their turn. */
const SLICE_MS = 10;
/** Larger files come last: while one is read nothing else is answered. */
const LARGE = 500_000;
/** Larger ones would stop the server for many seconds: they are read when they are opened. */
const TOO_LARGE = 4_000_000;
/** How long the typing must rest before a document's card is made again unasked. */
const REST_MS = 300;

/**
 * Keeps an index as the files and open documents are. Events only say where to look again; what is there is looked
 * at when its turn comes, so that events may come late, twice or in any order.
 */
export class Indexer {
  /** Files to be looked at, with their state where a listing just told it. */
  private readonly dirty = new Map<string, FileOnDisk | undefined>();
  /** Open documents to be looked at, when somebody asks or the typing rests. */
  private readonly edited = new Set<string>();
  /** Reports that came from the cache without their private parts. */
  private readonly partial = new Set<string>();
  private readonly turns = new Map<string, number>();
  private readonly listeners: ((progress: Progress | undefined) => void)[] = [];
  private readonly changeListeners: (() => void)[] = [];
  private listed: Map<string, FileOnDisk> = new Map();
  /** What was read of each file on disk, in its last known state. */
  private readonly remembered = new Map<string, CachedFile>();
  private loaded = false;
  private rested = false;
  private stopTimer = () => {};
  private mustList = false;
  private listing = false;
  private running: Promise<void> | undefined;
  private turn = 0;
  private sliceEnd = 0;
  private saved = 0;
  private changes = 0;
  private total = 0;

  constructor(private readonly host: IndexerHost) {}

  get index(): ReportIndex {
    return this.host.index;
  }

  /** Looks through all folders again: at the start, and when folders came or went. */
  relist(): void {
    this.mustList = true;
    this.run();
  }

  /** A document was opened, changed or closed. `uri` is canonical. */
  documentChanged(uri: string): void {
    this.edited.add(uri);
    this.stopTimer();
    this.stopTimer = this.host.later(() => this.rest(), REST_MS);
  }

  /** Files or folders came, went or changed. `gone` is what the notification says; it may be wrong. */
  filesChanged(uris: readonly { readonly uri: string; readonly gone: boolean }[]): void {
    // The list that is being made may have seen the files before or after.
    if (this.listing) this.mustList = true;
    const gone = uris.filter((change) => change.gone).map(({ uri }) => uri);
    for (const { uri } of uris)
      if (this.listed.has(uri)) this.dirty.set(uri, undefined);
      else if (!gone.includes(uri)) this.mustList = true;
    // A folder goes as one; its files are not told.
    if (gone.length > 0) {
      const folders = new Set(gone);
      for (const uri of this.listed.keys()) if (inOneOf(folders, uri)) this.dirty.set(uri, undefined);
    }
    this.run();
  }

  /** Configurations changed: every file may now be a report or none, and be understood otherwise. */
  settingsChanged(): void {
    for (const uri of this.host.opened()) this.edited.add(uri);
    this.rested = true;
    this.relist();
  }

  /** Stops looking through files until something changes; what is known stays. */
  cancel(): void {
    this.dirty.clear();
    this.partial.clear();
    this.mustList = false;
  }

  /** The index with all open documents as they are now. Files may be missing while they are being read. */
  async current(): Promise<ReportIndex> {
    await this.readOpen();
    return this.host.index;
  }

  /** The index when everything has been looked at. */
  async complete(): Promise<ReportIndex> {
    do {
      if (this.mustList || this.dirty.size > 0 || this.partial.size > 0) this.run();
      while (this.running) await this.running;
      await this.readOpen();
    } while (this.mustList || this.dirty.size > 0 || this.partial.size > 0);
    return this.host.index;
  }

  /** Has `listener` called as files are read, and with undefined when all have been. */
  onProgress(listener: (progress: Progress | undefined) => void): void {
    this.listeners.push(listener);
  }

  /** Has `listener` called after the index changed, once for changes that come together. */
  onDidChange(listener: () => void): void {
    this.changeListeners.push(listener);
  }

  /** Writes the cache, if there is one and something changed since it was last written. */
  async save(): Promise<void> {
    const { cache, log } = this.host;
    if (!cache || this.saved === this.changes) return;
    const changes = this.changes;
    const files = [...this.remembered].map(
      ([uri, file]) => [uri, { ...file, card: file.card && publicPart(file.card) }] as const,
    );
    try {
      await cache.save(files, () => this.breathe());
      this.saved = changes;
    } catch (error) {
      log(`the index could not be written: ${reason(error)}`);
    }
  }

  private rest(): void {
    this.rested = true;
    this.run();
  }

  private run(): void {
    this.running ??= this.work()
      .catch((error: unknown) => this.host.log(`indexing failed: ${reason(error)}`))
      .finally(() => {
        this.running = undefined;
      });
  }

  private async work(): Promise<void> {
    // What came in the same breath is done together.
    await Promise.resolve();
    this.sliceEnd = this.host.now() + SLICE_MS;
    const before = this.host.index.generation;
    for (;;) {
      if (this.rested) {
        this.rested = false;
        await this.readOpen();
      } else if (this.mustList) await this.list();
      else if (!(await this.lookAtNext())) break;
      await this.breathe();
    }
    if (this.host.index.generation !== before) for (const listener of this.changeListeners) listener();
    this.total = 0;
    for (const listener of this.listeners) listener(undefined);
  }

  /** Looks at one file that waits for it; answers false where none does. */
  private async lookAtNext(): Promise<boolean> {
    for (const [uri, file] of this.dirty) {
      this.dirty.delete(uri);
      await this.look(uri, file, false);
      this.tell();
      return true;
    }
    for (const uri of this.partial) {
      this.partial.delete(uri);
      await this.look(uri, undefined, true);
      this.tell();
      return true;
    }
    return false;
  }

  private tell(): void {
    const left = this.dirty.size + this.partial.size;
    this.total = Math.max(this.total, left + 1);
    for (const listener of this.listeners) listener({ done: this.total - left, total: this.total });
  }

  private async readOpen(): Promise<void> {
    const uris = [...this.edited];
    this.edited.clear();
    await Promise.all(uris.map((uri) => this.look(uri, undefined, true)));
  }

  private async list(): Promise<void> {
    const { closed, folders, index, opened, cache, log } = this.host;
    this.mustList = false;
    if (cache && !this.loaded)
      for (const [uri, file] of await cache.load(() => this.breathe())) this.remembered.set(uri, file);
    this.loaded = true;
    this.listing = true;
    const files = closed ? await closed.files(folders()) : new Map<string, FileOnDisk>();
    this.listing = false;
    const large = [...files.values()].filter(({ size }) => size > TOO_LARGE).length;
    if (large > 0)
      log(`texts over ${TOO_LARGE / 1e6} MB are not in the index until they are opened: ${large}`);
    // A file that could not be found this time may still be known; so may be one that is open.
    const gone = new Set([...this.listed.keys(), ...index.uris()].filter((uri) => !files.has(uri)));
    this.listed = files;
    for (const uri of gone) this.dirty.set(uri, undefined);
    const ordered = [...files.values()].sort((a, b) => Number(a.size > LARGE) - Number(b.size > LARGE));
    // What changed while the files were listed must be looked at as it is now.
    for (const file of ordered)
      if (this.dirty.get(file.uri) || !this.dirty.has(file.uri)) this.dirty.set(file.uri, file);
    for (const uri of opened()) this.edited.add(uri);
    this.rested ||= this.edited.size > 0;
    for (const uri of this.remembered.keys()) if (!files.has(uri)) this.forget(uri);
  }

  /** Looks at one file or document and has the index say what is there now. `whole` takes no card without its private parts. */
  private async look(uri: string, listed: FileOnDisk | undefined, whole: boolean): Promise<void> {
    const { index, log } = this.host;
    const turn = ++this.turn;
    this.turns.set(uri, turn);
    let card: ReportCard | "gone" | undefined;
    try {
      card = await this.cardOf(uri, listed, whole);
    } catch (error) {
      log(`a report could not be indexed: ${reason(error)}`);
    }
    // Somebody looked later, and saw something newer.
    if (this.turns.get(uri) !== turn) return;
    this.turns.delete(uri);
    this.partial.delete(uri);
    if (card === "gone") {
      this.listed.delete(uri);
      this.forget(uri);
      // It came back while it was looked for: only a listing tells whether it is one of ours.
      if (this.dirty.has(uri)) this.mustList = true;
      index.remove(uri);
    } else if (!card) index.remove(uri);
    else {
      if (card !== index.card(uri)) index.put(uri, card);
      if (card.partial) this.partial.add(uri);
    }
  }

  private async cardOf(
    uri: string,
    listed: FileOnDisk | undefined,
    whole: boolean,
  ): Promise<ReportCard | "gone" | undefined> {
    const { closed, open, settings } = this.host;
    const document = await open(uri);
    if (document) return document.card;
    const known = this.listed.get(uri);
    if (!known || !closed || known.size > TOO_LARGE) return undefined;
    const stamp = listed?.stamp ?? (await closed.stamp(uri));
    if (stamp === undefined) return "gone";
    const under = settingsKey(await settings.for(uri));
    const cached = this.remembered.get(uri);
    const same = cached?.stamp === stamp && cached.settings === under;
    if (same && !(whole && cached.card?.partial)) return cached.card ?? undefined;
    const report = await closed.read({ ...known, stamp });
    const card = report && (await this.host.makeCard(uri, report.text, report.settings));
    // A configuration that changed meanwhile leaves it open under which one the file was read.
    if (settingsKey(await settings.for(uri)) === under) {
      this.remembered.set(uri, { stamp, settings: under, card: card ?? null });
      this.changes++;
    }
    return card;
  }

  private forget(uri: string): void {
    if (this.remembered.delete(uri)) this.changes++;
  }

  private async breathe(): Promise<void> {
    if (this.host.now() < this.sliceEnd) return;
    await this.host.pause();
    this.sliceEnd = this.host.now() + SLICE_MS;
  }
}

function settingsKey({ source }: Settings): string {
  return source ? checksum(`${source.uri}\n${source.text}`) : "";
}

/** Whether a file lies below one of the folders. */
function inOneOf(folders: ReadonlySet<string>, uri: string): boolean {
  for (let slash = uri.lastIndexOf("/"); slash > 0; slash = uri.lastIndexOf("/", slash - 1))
    if (folders.has(uri.slice(0, slash))) return true;
  return false;
}
