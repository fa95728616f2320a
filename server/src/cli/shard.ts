import { createHash } from "node:crypto";
import { relative, resolve, sep } from "node:path";
import { Failure } from "./io.js";

/** One of some parts into which files are divided by their names, so that each machine has the same ones each time. */
export class Shard {
  private constructor(
    /** From 1. */
    readonly index: number,
    readonly count: number,
  ) {}

  /** @throws Failure for anything but `2/8`. */
  static of(value: string): Shard {
    const [, index, count] = /^([1-9]\d{0,5})\/([1-9]\d{0,5})$/.exec(value) ?? [];
    if (index === undefined || Number(index) > Number(count))
      throw new Failure(`--shard: “${value}” is not a part like 2/8`);
    return new Shard(Number(index), Number(count));
  }

  /** Whether a file is in this part; it is in exactly one. The path counts from the current folder, with slashes. */
  has(cwd: string, path: string): boolean {
    const name = relative(cwd, resolve(cwd, path)).split(sep).join("/");
    // 48 bits: every number that a hash gives is exact.
    const hash = createHash("sha256").update(name).digest().readUIntBE(0, 6);
    return (hash % this.count) + 1 === this.index;
  }

  toString(): string {
    return `${this.index}/${this.count}`;
  }
}
