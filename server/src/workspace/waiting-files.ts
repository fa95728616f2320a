import type { FileOnDisk } from "./closed-reports.js";
import type { Progress } from "./indexer-host.js";

/** A file whose turn has come. */
export interface Turn {
  readonly uri: string;
  /** Its state, where a listing just told it. */
  readonly listed: FileOnDisk | undefined;
  /** Whether it may have changed, or is only wanted with its private parts. */
  readonly changed: boolean;
  /** Whether its card is wanted with its private parts. */
  readonly whole: boolean;
  /** Whether somebody waits for this very file. */
  readonly asked: boolean;
}

/** The files that wait to be looked at: first those that changed, then, once somebody asks, those known without their private parts. */
export class WaitingFiles {
  /** Those that changed, with their state where a listing just told it. */
  readonly changed = new Map<string, FileOnDisk | undefined>();
  /** Reports that came from the cache without their private parts. */
  readonly partial = new Set<string>();
  private wanted = false;
  private total = 0;

  /** From now on private parts are read as well. */
  want(): void {
    this.wanted = true;
  }

  get size(): number {
    return this.changed.size + (this.wanted ? this.partial.size : 0);
  }

  next(): Turn | undefined {
    for (const [uri, listed] of this.changed) {
      this.changed.delete(uri);
      return { uri, listed, changed: true, whole: false, asked: false };
    }
    if (this.wanted)
      for (const uri of this.partial) {
        this.partial.delete(uri);
        return { uri, listed: undefined, changed: false, whole: true, asked: false };
      }
    return undefined;
  }

  /** How far a run is; `working` files have had their turn and are not done. */
  progress(working: number): Progress {
    const left = this.size + working;
    this.total = Math.max(this.total, left + 1);
    return { done: this.total - left, total: this.total };
  }

  /** A run is over. */
  rest(): void {
    this.total = 0;
  }

  clear(): void {
    this.changed.clear();
    this.partial.clear();
  }
}
