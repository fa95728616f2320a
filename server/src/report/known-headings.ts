import type { Block } from "../syntax/blocks.js";
import { detached } from "../text/detached.js";
import type { HeadingReading } from "./readings.js";

/** As many headings as are remembered; one is about a kilobyte. */
const MOST = 1000;
/** Longer ones hardly come again. UTF-16 units. */
const MOST_UNITS = 120;

/**
 * What headings say, by how they are written: many reports have the same ones. Forgetting costs time and nothing else, so
 * all are forgotten where they become too many.
 */
export class KnownHeadings {
  private readonly readings = new Map<string, HeadingReading>();

  /** What is known of a heading whose text is `source`. */
  get(block: Block, source: string): HeadingReading | undefined {
    return isAlike(block, source) ? this.readings.get(source) : undefined;
  }

  /** Takes note of what a heading says. */
  set(block: Block, source: string, reading: HeadingReading): void {
    if (!isAlike(block, source) || this.readings.has(source)) return;
    if (this.readings.size === MOST) this.readings.clear();
    this.readings.set(detached(source), reading);
  }
}

/** Whether a heading's tree is the same wherever it is written: what brackets mean depends on the labels of the report. */
function isAlike({ tree }: Block, source: string): boolean {
  return source.length <= MOST_UNITS && tree.type.name.startsWith("ATX") && !source.includes("[");
}
