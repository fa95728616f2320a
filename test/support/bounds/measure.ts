import type { Course } from "./courses.js";

/** Less processor time than this tells nothing, in seconds. */
const NOTHING = 0.25;
/** Four times the text may take as many times as long: 4 is linear, 16 quadratic. */
const MOST = 8;
/** A text four times as long takes at most so many times as long even where it is cubic: what is nothing then is not tried. */
const CUBIC = 64;
const TRIES = 3;

export interface Row {
  readonly input: string;
  readonly subject: string;
  /** Processor seconds, by size; shorter where a size took too long to go on. */
  readonly times: readonly number[];
  /** Of the last two sizes: 1 is linear, 2 quadratic. */
  readonly exponent: number;
  readonly failed?: string;
}

/**
 * Measures all ways with all inputs of some sizes, each four times the one before. What seems to grow faster than it may is
 * measured again: another program can only make it seem so.
 */
export async function* measured(
  courses: readonly Course[],
  sizes: readonly number[],
  wanted: RegExp,
  patience: number,
): AsyncGenerator<Row> {
  for (const { families, subjects } of courses)
    for (const [group, members] of Object.entries(families))
      for (const [name, family] of Object.entries(members))
        for (const [subject, { prepare }] of Object.entries(subjects)) {
          const input = `${group}: ${name}`;
          if (!wanted.test(`${input} | ${subject}`)) continue;
          let row: Row;
          let tries = 0;
          do {
            row = await rowOf(input, subject, sizes, patience, (size) => cost(prepare(family(size))));
          } while (row.failed !== undefined && ++tries < TRIES);
          yield row;
        }
}

async function rowOf(
  input: string,
  subject: string,
  sizes: readonly number[],
  patience: number,
  costOf: (size: number) => Promise<number>,
): Promise<Row> {
  const times: number[] = [];
  try {
    for (const [index, size] of sizes.entries()) {
      const time = await costOf(size);
      times.push(time);
      if (time > patience || time * CUBIC ** (sizes.length - 1 - index) < NOTHING) break;
    }
  } catch (error) {
    return { input, subject, times, exponent: Number.NaN, failed: String(error).slice(0, 80) };
  }
  const [before = 0, last = 0] = times.slice(-2);
  const ratio = last / Math.max(before, 0.005);
  const failed =
    last > patience ? "it takes too long" : last > NOTHING && ratio > MOST ? "it grows too fast" : undefined;
  return { input, subject, times, exponent: Math.log(ratio) / Math.log(4), ...(failed && { failed }) };
}

/** Processor seconds of a piece of work. */
async function cost(work: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
