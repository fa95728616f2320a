/** The known word that `word` is most likely a slip of: at most two letters away, and not another word altogether. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const lower = word.toLowerCase().slice(0, 64);
  let best: string | undefined;
  let bestDistance = lower.length <= 4 ? 2 : 3;
  for (const candidate of known) {
    const found = distance(lower, candidate.toLowerCase(), bestDistance);
    if (found < bestDistance) {
      best = candidate;
      bestDistance = found;
    }
  }
  return best;
}

/**
 * How many letters must be put in, taken out, replaced or swapped with their neighbour to make `b` out of `a`; `limit`
 * where it is that many or more. (Optimal string alignment distance.)
 */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, i) => Math.min(limit, i));
  let leastAbove = 0;
  for (let i = 1; i <= a.length; i++) {
    const row = new Array<number>(b.length + 1).fill(limit);
    row[0] = Math.min(limit, i);
    let leastHere = row[0]!;
    // Further off, too many letters are in one of the two only.
    const last = Math.min(b.length, i + limit - 1);
    for (let j = Math.max(1, i - limit + 1); j <= last; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, before[j - 2]! + 1);
      row[j] = Math.min(limit, least);
      leastHere = Math.min(leastHere, least);
    }
    // All that follows comes of these two lines, over a swap of one more than the upper one.
    if (leastHere >= limit && leastAbove + 1 >= limit) return limit;
    leastAbove = leastHere;
    before = above;
    above = row;
  }
  return above[b.length]!;
}

/** Whether two words are one slip apart, and not the same: a letter more, less, other or swapped with its neighbour. */
export function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  const most = Math.min(a.length, b.length);
  let before = 0;
  while (before < most && a.charCodeAt(before) === b.charCodeAt(before)) before++;
  let behind = 0;
  while (
    behind < most - before &&
    a.charCodeAt(a.length - 1 - behind) === b.charCodeAt(b.length - 1 - behind)
  )
    behind++;
  const left = Math.max(a.length, b.length) - before - behind;
  if (left !== 2) return left === 1;
  return a.length === b.length && a[before] === b[before + 1] && a[before + 1] === b[before];
}
