import type { ReportCard } from "../index/card.js";
import { type PackedCard, packed, unpacked } from "../index/packed-card.js";
import { checksum } from "./checksum.js";

/** Where the cache is kept between two runs of the server. */
export interface IndexFile {
  /** The text of a file; undefined where there is none. */
  read(name: string): Promise<string | undefined>;
  /** Puts a file in place as a whole: no reader ever sees a part of it. */
  write(name: string, text: string): Promise<void>;
}

/** What was remembered of a file in one of its states, under one configuration; no card for files that are no reports. */
export interface CachedFile {
  readonly stamp: string;
  /** The hash of its content: a file that was only touched, or checked out again, is not analysed again. */
  readonly hash: string;
  readonly settings: string;
  readonly card: ReportCard | null;
}

/** Changes whenever a card's shape or what is recognised changes in a way that older cards do not tell. */
const FORMAT = 3;

/**
 * The cards of a workspace in a text: a first line that says which version wrote it, then one line a file, each with
 * its checksum. A line that is damaged or cut off costs its own file only.
 */
export class IndexCache {
  readonly name: string;
  private readonly head: string;

  /** `scope` tells one workspace from another, `version` one version of the program. */
  constructor(
    private readonly file: IndexFile,
    scope: string,
    version: string,
  ) {
    this.name = `index-${checksum(scope)}.jsonl`;
    this.head = JSON.stringify({ format: FORMAT, version });
  }

  /** Everything that can be read; nothing where there is no cache or another version wrote it. `pause` is called between lines. */
  async load(pause: () => Promise<void>): Promise<Map<string, CachedFile>> {
    const found = new Map<string, CachedFile>();
    const text = await this.file.read(this.name).catch(() => undefined);
    if (text === undefined || !text.startsWith(`${this.head}\n`)) return found;
    let at = this.head.length + 1;
    for (let end = text.indexOf("\n", at); end >= 0; end = text.indexOf("\n", at)) {
      const entry = entryOf(text.slice(at, end));
      if (entry) found.set(entry.uri, entry.file);
      at = end + 1;
      await pause();
    }
    return found;
  }

  /** Writes everything. The cards must be without their private parts. */
  async save(files: Iterable<readonly [string, CachedFile]>, pause: () => Promise<void>): Promise<void> {
    const lines = [this.head];
    for (const [uri, { stamp, hash, settings, card }] of files) {
      const json = JSON.stringify([uri, stamp, hash, settings, card && packed(card)]);
      lines.push(`${checksum(json)} ${json}`);
      await pause();
    }
    await this.file.write(this.name, `${lines.join("\n")}\n`);
  }
}

type Line = [uri: string, stamp: string, hash: string, settings: string, card: PackedCard | null];

function entryOf(line: string): { readonly uri: string; readonly file: CachedFile } | undefined {
  const json = line.slice(17);
  if (line[16] !== " " || checksum(json) !== line.slice(0, 16)) return undefined;
  try {
    const [uri, stamp, hash, settings, card] = JSON.parse(json) as Line;
    return { uri, file: { stamp, hash, settings, card: card && unpacked(card) } };
  } catch {
    return undefined;
  }
}
