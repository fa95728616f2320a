import { cardJson } from "../index/make-card.js";
import type { HashText } from "./checksum.js";
import { type FileOnDisk, MAX_REPORT_BYTES, reason } from "./closed-reports.js";
import { formatOf } from "./report-files.js";
import { type ConfigText, SettingsByText } from "./settings-by-text.js";
import type { ReadText, Settings } from "./settings-store.js";

/** A file whose card is to be made in another thread: plain data. */
export interface CardJob extends FileOnDisk {
  /** The configuration that holds for it; absent where the defaults do. */
  readonly config?: ConfigText | undefined;
  /** The hash of a content whose card is known. */
  readonly known?: string | undefined;
}

/** What came of it; the card as JSON, which goes from thread to thread faster than objects do. */
export interface CardResult {
  readonly hash: string;
  readonly card: string | null;
  /** Why it could not be made, where that is so. */
  readonly failed?: string;
}

/** The card of a file, if it is a report; `same` where its content is the known one. */
export async function cardResult(
  { uri, size, known }: Omit<CardJob, "config">,
  settings: Settings,
  read: ReadText,
  hashOf: HashText,
): Promise<CardResult> {
  const text = size > MAX_REPORT_BYTES ? undefined : await read(uri);
  if (text === undefined) return { hash: "", card: null };
  const hash = hashOf(text);
  if (hash === known) return { hash, card: "same" };
  const isReport = settings.isReport(uri, () => text);
  return {
    hash,
    card: isReport ? cardJson(settings.analyser.analyse(text, formatOf(uri)), settings.terms) : null,
  };
}

/** Does such jobs in a thread of its own: it makes the settings of each configuration once. */
export class CardWorker {
  private readonly settings = new SettingsByText();

  constructor(
    private readonly read: ReadText,
    private readonly hash: HashText,
  ) {}

  async work(job: CardJob): Promise<CardResult> {
    try {
      return await cardResult(job, await this.settings.of(job.config), this.read, this.hash);
    } catch (error) {
      return { hash: "", card: null, failed: reason(error) };
    }
  }
}
