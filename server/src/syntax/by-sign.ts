/** Slots: one for each unit of ASCII, one for all others and for the end of a line. */
const OTHERS = 128;

/** Something for each unit that may stand at a place, by the signs with which what it is about begins. */
export class BySign<T> {
  private readonly slots: readonly T[];

  /** Asks `of` for each slot. `begins` tells it whether one of some signs is in the slot; every one is where none are said. */
  constructor(of: (begins: (signs: string | undefined) => boolean) => T) {
    this.slots = Array.from({ length: OTHERS + 1 }, (_, slot) => of((signs) => holds(signs, slot)));
  }

  /** What there is for a unit; a negative one is the end of a line. */
  at(code: number): T {
    return this.slots[code >= 0 && code < OTHERS ? code : OTHERS]!;
  }
}

function holds(signs: string | undefined, slot: number): boolean {
  if (signs === undefined) return true;
  return slot < OTHERS ? signs.includes(String.fromCharCode(slot)) : /[^\0-\x7f]/.test(signs);
}
