/** So many edits tell how fast somebody types. */
const EDITS = 6;
/** Edits further apart than this, in milliseconds, belong to no burst. */
const BURST_MS = 500;
/** The next edit is waited for so many times as long as it took them to come. */
const SLACK = 1.5;

/**
 * Knows how fast edits come and how long answering takes. Where edits come faster, an answer would be overtaken before it is
 * there, and what it cost stands between the last edit and its answer.
 */
export class Typing {
  private edits: number[] = [];
  private isNew = false;
  private cost = 0;

  /** `now` answers milliseconds of a clock that only goes forwards. */
  constructor(private readonly now: () => number) {}

  /** Takes note of an edit. */
  edited(): void {
    const now = this.now();
    const last = this.edits.at(-1);
    if (last === undefined || now - last > BURST_MS) this.edits = [];
    this.edits = [...this.edits.slice(1 - EDITS), now];
    this.isNew = true;
  }

  /** Takes note of how many milliseconds an answer took: the first behind an edit, for others find done what they need. */
  answered(ms: number): void {
    if (this.isNew) this.cost = ms;
    this.isNew = false;
  }

  /** For how many milliseconds the next edit is still to be waited for; none where answers keep up. */
  get patience(): number {
    const { edits, cost } = this;
    const first = edits[0];
    const last = edits.at(-1);
    if (first === undefined || last === undefined || edits.length < EDITS) return 0;
    const gap = (last - first) / (edits.length - 1);
    return gap < cost ? Math.max(0, last + gap * SLACK - this.now()) : 0;
  }
}
