import { publicPart } from "../index/card.js";
import { reason } from "./closed-reports.js";
import type { CachedFile, IndexCache } from "./index-cache.js";

/** What was read of each file on disk, in its last known state, kept between two starts where there is a cache. */
export class RememberedFiles {
  private readonly files = new Map<string, CachedFile>();
  private loaded = false;
  private changes = 0;
  private saved = 0;

  constructor(
    private readonly cache: IndexCache | undefined,
    private readonly log: (message: string) => void,
  ) {}

  get(uri: string): CachedFile | undefined {
    return this.files.get(uri);
  }

  set(uri: string, file: CachedFile): void {
    this.files.set(uri, file);
    this.changes++;
  }

  /** Forgets the files that are not among some. */
  keep(uris: ReadonlyMap<string, unknown>): void {
    for (const uri of this.files.keys()) if (!uris.has(uri)) this.forget(uri);
  }

  forget(uri: string): void {
    if (this.files.delete(uri)) this.changes++;
  }

  /** Reads the cache the first time it is called. `pause` is called between files. */
  async load(pause: () => Promise<void>): Promise<void> {
    if (this.cache && !this.loaded)
      for (const [uri, file] of await this.cache.load(pause)) this.files.set(uri, file);
    this.loaded = true;
  }

  /** Writes the cache, if there is one and something changed since it was last written. */
  async save(pause: () => Promise<void>): Promise<void> {
    const { cache, changes } = this;
    if (!cache || this.saved === changes) return;
    try {
      await cache.save(publicFiles([...this.files]), pause);
      this.saved = changes;
    } catch (error) {
      this.log(`the index could not be written: ${reason(error)}`);
    }
  }
}

/** One after the other, so that not all of them are made at once. */
function* publicFiles(files: readonly (readonly [string, CachedFile])[]) {
  for (const [uri, file] of files)
    yield [uri, { ...file, card: file.card && publicPart(file.card) }] as const;
}
