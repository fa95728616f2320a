import type { ReportCard } from "../index/card.js";
import type { ReportIndex } from "../index/report-index.js";
import { CardSource } from "./card-source.js";
import { type FileOnDisk, reason } from "./closed-reports.js";
import type { IndexerHost, Progress } from "./indexer-host.js";
import { RememberedFiles } from "./remembered-files.js";
import { isBelow } from "./uris.js";
import { Waiters } from "./waiters.js";
import { type Turn, WaitingFiles } from "./waiting-files.js";

/** Work goes on for this long, in milliseconds, before requests get their turn. */
const SLICE_MS = 10;
/** Larger files, in bytes, come last: others are found before them. */
const LARGE = 200_000;
/** How long the typing must rest before a document's card is made again unasked, in milliseconds, */
const REST_MS = 300;
/** and how many times as long as the last one took: who stops to think goes on before it is over. */
const PATIENCE = 10;
/** How long nobody must want anything, in milliseconds, before files are looked for or read unasked: at least, */
const FREE_MS = 50;
/** one more for so many bytes, for a large one keeps others waiting for long, and may be opened right after the start, */
const BYTES_A_MS = 100;
/** and at most. */
const MOST_FREE_MS = 2000;

/** How an open document is looked at. */
const OPEN = { listed: undefined, whole: true, changed: true, asked: true } as const;

/**
 * Keeps an index as the files and open documents are. Events only say where to look again; what is there is looked
 * at when its turn comes, so that events may come late, twice or in any order.
 */
export class Indexer {
  private readonly waiting = new WaitingFiles();
  /** Open documents to be looked at, when somebody asks or the typing rests. */
  private readonly edited = new Set<string>();
  private readonly turns = new Map<string, number>();
  private readonly listeners: ((progress: Progress | undefined) => void)[] = [];
  private readonly changeListeners: (() => void)[] = [];
  private listed: Map<string, FileOnDisk> = new Map();
  private readonly remembered: RememberedFiles;
  private readonly source: CardSource;
  private readonly waiters = new Waiters();
  private rested = false;
  private mustList = false;
  private listing = false;
  private resting = false;
  /** Milliseconds that the cards of the open documents took the last time. */
  private tookMs = 0;
  private running: Promise<void> | undefined;
  private turn = 0;
  private sliceEnd = 0;
  private told = 0;
  /** The files that have had their turn and are not done. */
  private readonly working = new Set<Turn>();

  constructor(private readonly host: IndexerHost) {
    this.remembered = new RememberedFiles(host.cache, host.log);
    this.source = new CardSource(host, this.remembered, (size) => this.turnFor(size));
  }

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
    if (this.resting) return;
    this.resting = true;
    void this.host.rest(Math.max(REST_MS, this.tookMs * PATIENCE)).then(() => {
      this.resting = false;
      this.rested = true;
      this.run();
    });
  }

  /** Files or folders came, went or changed. `gone` is what the notification says; it may be wrong. */
  filesChanged(uris: readonly { readonly uri: string; readonly gone: boolean }[]): void {
    // The list that is being made may have seen the files before or after.
    if (this.listing) this.mustList = true;
    const folders = new Set(uris.flatMap(({ uri, gone }) => (gone ? [uri] : [])));
    for (const { uri, gone } of uris)
      if (this.listed.has(uri)) this.waiting.changed.set(uri, undefined);
      else if (!gone) this.mustList = true;
    // A folder goes as one; its files are not told.
    if (folders.size > 0) {
      for (const uri of this.listed.keys())
        if (isBelow(folders, uri)) this.waiting.changed.set(uri, undefined);
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
    this.waiting.clear();
    this.mustList = false;
  }

  /** The index with all open documents as they are now. Files may be missing while they are being read. */
  async current(): Promise<ReportIndex> {
    this.want();
    await this.readOpen();
    return this.host.index;
  }

  /** The index when all reports are known, some perhaps without their private parts, which are read meanwhile. */
  known(): Promise<ReportIndex> {
    this.want();
    return this.settled(
      () => !this.waiting.changed.size && ![...this.working].some(({ changed }) => changed),
    );
  }

  /** The index when everything has been looked at. */
  complete(): Promise<ReportIndex> {
    this.want();
    return this.settled(() => this.waiting.size + this.working.size === 0);
  }

  /** Has `listener` called as files are read, and with undefined when all have been. */
  onProgress(listener: (progress: Progress | undefined) => void): void {
    this.listeners.push(listener);
  }

  /** Has `listener` called after the index changed, once for changes that come together. */
  onDidChange(listener: () => void): void {
    this.changeListeners.push(listener);
  }

  save(): Promise<void> {
    return this.remembered.save(() => this.breathe());
  }

  private async settled(looked: () => boolean): Promise<ReportIndex> {
    const far = () => !this.mustList && !this.listing && looked();
    do {
      if (!far()) {
        this.run();
        await this.waiters.wait(far);
      }
      await this.readOpen();
    } while (!far());
    return this.host.index;
  }

  /** Somebody asks about the reports: what the cache may not hold of them is read now. */
  private want(): void {
    this.waiting.want();
    if (this.waiting.size > 0) this.run();
  }

  private run(): void {
    this.running ??= this.work()
      .catch((error: unknown) => this.host.log(`indexing failed: ${reason(error)}`))
      .finally(() => {
        this.running = undefined;
        this.waiters.release(true);
      });
  }

  private async work(): Promise<void> {
    // What came in the same breath is done together.
    await Promise.resolve();
    this.sliceEnd = this.host.now() + SLICE_MS;
    for (;;) {
      if (this.rested) {
        this.rested = false;
        await this.readOpen();
      } else if (this.mustList) {
        await this.turnFor(0);
        await this.list();
      } else if (!(await this.lookAtAll())) break;
      await this.breathe();
    }
    // Questions in between may have had documents read already: what counts is what was told last.
    const { index, cards } = this.host;
    if (index.generation !== this.told) for (const listener of this.changeListeners) listener();
    this.told = index.generation;
    this.waiting.rest();
    cards.rest();
    for (const listener of this.listeners) listener(undefined);
  }

  /** Looks at the files that wait, several at a time where that is faster, until something else must be done first. */
  private async lookAtAll(): Promise<boolean> {
    if (this.waiting.size === 0) return false;
    const width = Math.min(this.waiting.size, this.host.cards.width(this.waiting.size));
    await Promise.all(Array.from({ length: width }, () => this.lookOn()));
    return true;
  }

  private async lookOn(): Promise<void> {
    while (!this.mustList && !this.rested) {
      const turn = this.waiting.next();
      if (!turn) break;
      this.working.add(turn);
      await this.look(turn);
      this.working.delete(turn);
      for (const listener of this.listeners) listener(this.waiting.progress(this.working.size));
      this.waiters.release(false);
      await this.breathe();
    }
  }

  private async readOpen(): Promise<void> {
    const uris = [...this.edited];
    this.edited.clear();
    const began = this.host.now();
    await Promise.all(uris.map((uri) => this.look({ uri, ...OPEN })));
    if (uris.length > 0) this.tookMs = this.host.now() - began;
  }

  private async list(): Promise<void> {
    this.mustList = false;
    this.listing = true;
    try {
      await this.remembered.load(() => this.breathe());
      this.listedNow((await this.host.closed?.files(this.host.folders())) ?? new Map());
    } finally {
      this.listing = false;
    }
  }

  /** Takes note of the files that there are now. */
  private listedNow(files: Map<string, FileOnDisk>): void {
    const { index, opened, log } = this.host;
    const { largest } = this.host.cards;
    const large = [...files.values()].filter(({ size }) => size > largest).length;
    if (large > 0)
      log(`texts over ${Math.floor(largest / 1e6)} MB are not in the index until they are opened: ${large}`);
    // A file that could not be found this time may still be known; so may be one that is open.
    const gone = new Set([...this.listed.keys(), ...index.uris()].filter((uri) => !files.has(uri)));
    this.listed = files;
    const { changed } = this.waiting;
    for (const uri of gone) changed.set(uri, undefined);
    const ordered = [...files.values()].sort((a, b) => Number(a.size > LARGE) - Number(b.size > LARGE));
    // What changed while the files were listed must be looked at as it is now.
    for (const file of ordered)
      if (changed.get(file.uri) || !changed.has(file.uri)) changed.set(file.uri, file);
    for (const uri of opened()) this.edited.add(uri);
    this.rested ||= this.edited.size > 0;
    this.remembered.keep(files);
  }

  /** Looks at one file or document and has the index say what is there now. */
  private async look(turn: Turn): Promise<void> {
    const { index, log } = this.host;
    const { uri } = turn;
    const number = ++this.turn;
    this.turns.set(uri, number);
    let card: ReportCard | "gone" | undefined;
    try {
      card = await this.source.of(turn, this.listed.get(uri));
    } catch (error) {
      log(`a report could not be indexed: ${reason(error)}`);
    }
    // Somebody looked later, and saw something newer.
    if (this.turns.get(uri) !== number) return;
    this.turns.delete(uri);
    this.waiting.partial.delete(uri);
    if (card === "gone") {
      this.listed.delete(uri);
      this.remembered.forget(uri);
      // It came back while it was looked for: only a listing tells whether it is one of ours.
      if (this.waiting.changed.has(uri)) this.mustList = true;
      index.remove(uri);
    } else if (!card) index.remove(uri);
    else {
      if (card !== index.card(uri)) index.put(uri, card);
      if (card.partial) this.waiting.partial.add(uri);
    }
  }

  /** Resolves when a file of so many bytes may be read: when somebody asks, else when nobody wants anything. */
  private turnFor(size: number): Promise<void> {
    return this.waiters.somebody(() => this.host.rest(Math.min(FREE_MS + size / BYTES_A_MS, MOST_FREE_MS)));
  }

  private async breathe(): Promise<void> {
    if (this.host.now() < this.sliceEnd) return;
    await this.host.pause();
    this.sliceEnd = this.host.now() + SLICE_MS;
  }
}
