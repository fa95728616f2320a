/** A run of backticks, and the offset behind the code span that it opens, if another of its length follows. */
export interface TickRun {
  readonly to: number;
  readonly spanTo?: number;
}

/** The runs of backticks of a text by where they begin. One pass, however they are mixed. */
export function tickRuns(text: string): ReadonlyMap<number, TickRun> {
  const runs = new Map<number, TickRun>();
  const next = new Map<number, number>();
  for (let last = text.lastIndexOf("`"); last >= 0; ) {
    let from = last;
    while (from > 0 && text[from - 1] === "`") from--;
    const to = last + 1;
    const close = next.get(to - from);
    runs.set(from, close === undefined ? { to } : { to, spanTo: close });
    next.set(to - from, to);
    last = from === 0 ? -1 : text.lastIndexOf("`", from - 1);
  }
  return runs;
}
