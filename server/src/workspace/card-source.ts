import type { ReportCard } from "../index/card.js";
import type { FileOnDisk } from "./closed-reports.js";
import type { IndexerHost } from "./indexer-host.js";
import type { RememberedFiles } from "./remembered-files.js";
import { settingsKey } from "./settings-store.js";
import type { Turn } from "./waiting-files.js";

/** Makes the card of what is at a place, or takes the one that is remembered. */
export class CardSource {
  /** `turn` resolves when a file of so many bytes may be read that nobody waits for. */
  constructor(
    private readonly host: IndexerHost,
    private readonly remembered: RememberedFiles,
    private readonly turn: (size: number) => Promise<void>,
  ) {}

  /** The card of an open document or of the file `known`; undefined for what is no report, `gone` where there is no file. */
  async of(
    { uri, listed, whole, asked }: Turn,
    known: FileOnDisk | undefined,
  ): Promise<ReportCard | "gone" | undefined> {
    const { cards, closed, open, settings } = this.host;
    const document = await open(uri);
    if (document) return document.card;
    if (!known || !closed || known.size > cards.largest) return undefined;
    const stamp = listed?.stamp ?? (await closed.stamp(uri));
    if (stamp === undefined) return "gone";
    const file = { ...known, stamp };
    const found = await settings.for(uri);
    const under = settingsKey(found);
    const cached = this.remembered.get(uri);
    const usable = cached?.settings === under && !(whole && cached.card?.partial) ? cached : undefined;
    if (usable?.stamp === stamp) return usable.card ?? undefined;
    if (!asked) {
      await this.turn(file.size);
      // Somebody may have opened it meanwhile.
      const opened = await open(uri);
      if (opened) return opened.card;
    }
    const made = await cards.make(file, found, usable?.hash);
    const card = made.card === "same" ? usable!.card : made.card;
    // A configuration that changed meanwhile leaves it open under which one the file was read.
    if (settingsKey(await settings.for(uri)) === under) {
      this.remembered.set(uri, { stamp, hash: made.hash, settings: under, card });
      closed.note(file, card !== null);
    }
    return card ?? undefined;
  }
}
