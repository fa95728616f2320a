import type { ReportCard } from "../index/card.js";
import { type CardJob, type CardResult, cardResult } from "./card-jobs.js";
import { checksum, type HashText } from "./checksum.js";
import { type FileOnDisk, MAX_REPORT_BYTES } from "./closed-reports.js";
import type { Pool } from "./pool.js";
import type { ReadText, Settings } from "./settings-store.js";

/** What was made of a file on disk. */
export interface MadeCard {
  /** Tells one content from another; empty where there is no text. */
  readonly hash: string;
  /** No card for files that are no reports; `same` where the content is the one whose hash was given. */
  readonly card: ReportCard | null | "same";
}

/** Reads files and makes their cards, here or elsewhere. */
export interface CardMaker {
  /** How many files may be asked for at once while some wait. */
  width(waiting: number): number;
  /** Files larger than this, in bytes, are not to be asked for. */
  readonly largest: number;
  /** `known` is the hash of a content whose card is known. */
  make(file: FileOnDisk, settings: Settings, known: string | undefined): Promise<MadeCard>;
  /** Nothing waits any more: what is held for speed may go. */
  rest(): void;
}

/** Larger files would stop the only thread for many seconds: they are read when they are opened. */
const LARGEST_HERE = 4_000_000;

/** Makes cards in this thread, one after the other. */
export class CardsHere implements CardMaker {
  readonly largest = LARGEST_HERE;

  constructor(
    private readonly read: ReadText,
    private readonly hash: HashText = checksum,
  ) {}

  width(): number {
    return 1;
  }

  async make(file: FileOnDisk, settings: Settings, known: string | undefined): Promise<MadeCard> {
    const result = await cardResult({ ...file, known }, settings, this.read, this.hash);
    return made(result);
  }

  rest(): void {}
}

/** With fewer files to read, starting threads takes longer than reading. */
const WORTH_THREADS = 24;
/** A larger file, in bytes, would keep others waiting here. */
const LARGE = 200_000;

/** Makes cards in threads where there is enough to do for them, and here where there is not. */
export class CardsInThreads implements CardMaker {
  readonly largest = MAX_REPORT_BYTES;
  private many = false;

  constructor(
    private readonly here: CardsHere,
    private readonly pool: Pool<CardJob, CardResult>,
    /** For large files: one at a time, with as much memory as they take. */
    private readonly large: Pool<CardJob, CardResult>,
    private readonly worthThreads = WORTH_THREADS,
  ) {}

  width(waiting: number): number {
    this.many ||= waiting >= this.worthThreads;
    return this.many ? this.pool.width : 1;
  }

  async make(file: FileOnDisk, settings: Settings, known: string | undefined): Promise<MadeCard> {
    const isLarge = file.size >= LARGE;
    // Threads know this machine's disk only.
    if (!file.uri.startsWith("file:") || (!this.many && !isLarge))
      return this.here.make(file, settings, known);
    const { source } = settings;
    const config = source && { uri: source.uri, text: source.text };
    const { uri, stamp, size } = file;
    const pool = isLarge ? this.large : this.pool;
    return made(await pool.run({ uri, stamp, size, known, config }));
  }

  rest(): void {
    this.many = false;
    this.pool.end();
    this.large.end();
  }
}

/** @throws what went wrong in the thread. */
function made({ hash, card, failed }: CardResult): MadeCard {
  if (failed !== undefined) throw Object.assign(new Error(), { code: failed });
  return { hash, card: card === "same" || card === null ? card : (JSON.parse(card) as ReportCard) };
}
