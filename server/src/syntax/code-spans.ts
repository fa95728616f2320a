/** A run of backticks, and the offset behind the code span that it opens, if another of its length follows. */
export interface TickRun {
  readonly to: number;
  readonly spanTo?: number;
}

/** The runs of backticks of a text by where they begin. One pass, however they are mixed. */
export function tickRuns(text: string): ReadonlyMap<number, TickRun> {
  const runs = new Map<number, TickRun>();
  if (!text.includes("`")) return runs;
  const found = [...text.matchAll(/`+/g)];
  const next = new Map<number, number>();
  for (const { 0: run, index } of found.reverse()) {
    const to = index + run.length;
    const close = next.get(run.length);
    runs.set(index, close === undefined ? { to } : { to, spanTo: close });
    next.set(run.length, to);
  }
  return runs;
}
