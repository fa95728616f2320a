import fc from "fast-check";
import type { Example } from "../support/markdown/examples.js";

/** What all targets work with. */
export interface World {
  /** The project's folder: the built server is in its `dist/`. */
  readonly root: string;
  /** All examples of the specifications of Markdown. */
  readonly examples: readonly Example[];
  /** Reports to damage: the examples, or files of a folder that was named. */
  readonly reports: readonly { readonly name: string; readonly text: string; readonly bytes: Uint8Array }[];
}

/** Something of the product that is tried with random input. A try depends on its seed and the world only. */
export interface Target {
  readonly name: string;
  /** Tries what comes of a seed: what is wrong, nothing where all is well. What it throws is wrong, too. */
  try(seed: number, world: World): readonly string[] | Promise<readonly string[]>;
}

/** A value of an arbitrary, by a seed. */
export function sample<T>(arbitrary: fc.Arbitrary<T>, seed: number): T {
  return fc.sample(arbitrary, { seed, numRuns: 1 })[0]!;
}

/** One of some values, by a number. */
export function pick<T>(values: readonly T[], number: number): T {
  return values[number % values.length]!;
}
