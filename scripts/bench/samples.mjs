// Samples in milliseconds, and tables of them.

/**
 * Runs some work until there are enough samples or the time is up: three at least, but where even these would take four
 * times as long as there is time, one.
 * @param {() => unknown} work
 * @param {{ runs: number, budget: number, clock?: () => number }} limits `budget` in ms of real time
 * @returns {Promise<number[]>} sorted, by the clock: real time unless another is given
 */
export async function sampled(work, { runs, budget, clock = () => performance.now() }) {
  const samples = [];
  for (const start = performance.now(); samples.length < runs; ) {
    const before = clock();
    await work();
    samples.push(clock() - before);
    const spent = performance.now() - start;
    if (spent > budget * 4 || (spent > budget && samples.length >= 3)) break;
  }
  return samples.sort((a, b) => a - b);
}

/** Processor time of this process in ms. */
export function processorTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/**
 * @param {number[]} sorted
 * @param {number} share
 */
export function quantile(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/** @param {number[]} sorted */
export const median = (sorted) => quantile(sorted, 0.5);

/**
 * Median and 95th percentile, which few samples do not have.
 * @param {number[] | undefined} sorted
 */
export function shown(sorted) {
  const middle = sorted && median(sorted);
  if (middle === undefined) return "–";
  return sorted.length < 3 ? short(middle) : `${short(middle)} (${short(quantile(sorted, 0.95) ?? middle)})`;
}

/** @param {number} value */
export const short = (value) =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);

/**
 * How something grows between two sizes: 1 is linear, 2 quadratic.
 * @param {number | undefined} first
 * @param {number | undefined} last
 * @param {number} ratio of the sizes
 */
export function exponent(first, last, ratio) {
  return first && last ? (Math.log(last / first) / Math.log(ratio)).toFixed(2) : "–";
}

/** @param {number} characters */
export const megabytes = (characters) => `${characters / 1e6} MB`;

/**
 * A table of Markdown; the first row is its head.
 * @param {string[][]} rows
 */
export function table([head = [], ...rows]) {
  const rule = head.map((_, column) => (column === 0 ? "---" : "---:"));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
