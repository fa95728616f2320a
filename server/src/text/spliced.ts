import { applyEdits, type TextEdit } from "./edit.js";

/** Edits further apart than this are put together one by one. In UTF-16 units. */
const NEAR = 10_000;

/**
 * A string that came out of another by edits of one stretch. The whole is put together when first asked for, which copies
 * all of it: versions of a text that nobody reads cost what their edit does.
 */
export class Spliced {
  private whole: string | undefined;

  private constructor(
    private base: string,
    /** What of `base` is replaced. */
    private edit: TextEdit | undefined,
  ) {
    if (!edit) this.whole = base;
  }

  static of(whole: string): Spliced {
    return new Spliced(whole, undefined);
  }

  toString(): string {
    if (this.whole === undefined && this.edit) {
      this.whole = applyEdits(this.base, [this.edit]);
      // The string before is not kept for longer.
      this.base = this.whole;
      this.edit = undefined;
    }
    return this.whole ?? this.base;
  }

  get length(): number {
    return this.edit ? this.base.length + grown(this.edit) : this.base.length;
  }

  /** A stretch within the string. */
  slice(from: number, to: number): string {
    const { base, edit } = this;
    if (!edit) return base.slice(from, to);
    const end = edit.from + edit.insert.length;
    if (to <= edit.from) return base.slice(from, to);
    if (from >= end) return base.slice(from - grown(edit), to - grown(edit));
    const before = from < edit.from ? base.slice(from, edit.from) : "";
    const behind = to > end ? base.slice(edit.to, to - grown(edit)) : "";
    return before + edit.insert.slice(Math.max(0, from - edit.from), to - edit.from) + behind;
  }

  /** @throws RangeError for an edit that reaches outside: a mistake of the caller. */
  replace({ from, to, insert }: TextEdit): Spliced {
    if (from < 0 || to < from || to > this.length) throw new RangeError(`misplaced edit at ${from}-${to}`);
    const { edit } = this;
    if (!edit) return new Spliced(this.base, { from, to, insert });
    const end = edit.from + edit.insert.length;
    if (from > end + NEAR || to < edit.from - NEAR || edit.insert.length > NEAR)
      return new Spliced(this.toString(), { from, to, insert });
    const first = Math.min(from, edit.from);
    const last = Math.max(to, end);
    const joined = {
      from: first,
      to: last - grown(edit),
      insert: this.slice(first, from) + insert + this.slice(to, last),
    };
    return new Spliced(this.base, joined);
  }
}

/** By how much an edit lengthens a text. */
function grown({ from, to, insert }: TextEdit): number {
  return insert.length - (to - from);
}
