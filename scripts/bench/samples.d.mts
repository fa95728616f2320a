export interface Limits {
  readonly runs: number;
  /** In ms of real time. */
  readonly budget: number;
  readonly clock?: () => number;
}

export function sampled(work: () => unknown, limits: Limits): Promise<number[]>;

export function processorTime(): number;

export function quantile(sorted: readonly number[], share: number): number | undefined;

export function median(sorted: readonly number[]): number | undefined;

export function shown(sorted: readonly number[] | undefined): string;

export function short(value: number): string;

export function exponent(first: number | undefined, last: number | undefined, ratio: number): string;

export function megabytes(characters: number): string;

export function table(rows: readonly (readonly string[])[]): string;
