/**
 * What was made of the last version of a report, to be taken over where what it was made of is the same. Forgetting
 * costs time and nothing else.
 */
export class Remembered {
  private readonly values = new Map<string, { readonly from: unknown; readonly value: unknown }>();

  /**
   * The value made of `from` under a name; the one made last time if `same` says that it was made of the same. `make`
   * is given that one too. Each name is asked for with one type.
   */
  get<F, T>(
    name: string,
    from: F,
    same: (a: F, b: F) => boolean,
    make: (from: F, before: T | undefined) => T,
  ): T {
    const known = this.values.get(name);
    if (known && same(known.from as F, from)) return known.value as T;
    const value = make(from, known?.value as T | undefined);
    this.values.set(name, { from, value });
    return value;
  }
}
