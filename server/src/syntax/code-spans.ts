/** A run of backticks, and the offset behind the code span that it opens, if another of its length follows. */
export interface TickRun {
  readonly to: number;
  readonly spanTo?: number;
}

/**
 * The runs of backticks of one text, asked for from its start to its end, behind each code span that was found. What a run in vain
 * was followed to the end for is known for all behind it, so that a text takes time as it is long, however runs are mixed.
 */
export class TickScanner {
  /** Where the last run of each length ends. */
  private last: Map<number, number> | undefined;

  constructor(private readonly text: string) {}

  /** The run that begins at an offset. */
  at(from: number): TickRun | undefined {
    const { text } = this;
    if (text.charCodeAt(from) !== TICK || text.charCodeAt(from - 1) === TICK) return undefined;
    const to = this.runEnd(from);
    if (this.last && this.last.get(to - from) === to) return { to };
    for (let next = text.indexOf("`", to); next >= 0; ) {
      const end = this.runEnd(next);
      if (end - next === to - from) return { to, spanTo: end };
      next = text.indexOf("`", end);
    }
    this.last ??= this.lastRuns(from);
    return { to };
  }

  private lastRuns(from: number): Map<number, number> {
    const last = new Map<number, number>();
    for (let next = from; next >= 0; ) {
      const end = this.runEnd(next);
      last.set(end - next, end);
      next = this.text.indexOf("`", end);
    }
    return last;
  }

  private runEnd(from: number): number {
    let end = from;
    while (this.text.charCodeAt(end) === TICK) end++;
    return end;
  }
}

const TICK = 96;
