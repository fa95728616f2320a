/** How many slots there are. Each of three neighbouring units counts by its lowest five bits, which are the same for both cases of a letter of ASCII. */
export const SLOTS = 1 << 15;
const FOLD = 31;
/** Single units are told apart by their lowest eight bits. */
const SIGNS = 1 << 8;

/** The slot of the three units at `at`, the same for both cases of letters of ASCII. Others can have it as well. */
export function slotAt(text: string, at: number): number {
  return (
    ((text.charCodeAt(at) & FOLD) << 10) |
    ((text.charCodeAt(at + 1) & FOLD) << 5) |
    (text.charCodeAt(at + 2) & FOLD)
  );
}

/**
 * Tells in one pass over a text what cannot be in it. Each of up to sixteen questions is given as words and signs, without all
 * of which the answer is no; a text is asked for the first three letters of all of them at once, and where some are there for
 * the rest. Others that look alike cost a look too many.
 */
export class Sieve {
  /** For each three letters which list of words begins with them, or 0. */
  private readonly slots = new Uint16Array(SLOTS);
  private readonly words: { readonly word: string; readonly question: number }[][] = [[]];
  private readonly signs = new Uint16Array(SIGNS);

  /** Single units, or words of three or more in small letters, of each question. */
  constructor(questions: readonly (readonly string[])[]) {
    questions.forEach((words, question) => {
      for (const word of words)
        if (word.length === 1) this.signs[word.charCodeAt(0) & (SIGNS - 1)]! |= 1 << question;
        else this.add(word, 1 << question);
    });
  }

  /** The questions to which the units of a text from `from` to `to` could answer yes, as bits. */
  in(text: string, from = 0, to = text.length): number {
    const { slots, signs } = this;
    const end = Math.min(to, text.length);
    let slot = 0;
    let found = 0;
    for (let at = from; at < end; at++) {
      const code = text.charCodeAt(at);
      slot = ((slot << 5) | (code & FOLD)) & (SLOTS - 1);
      found |= signs[code & (SIGNS - 1)]!;
      if (slots[slot] !== 0) found |= this.begunBefore(text, at + 1, slots[slot]!);
    }
    return found;
  }

  private add(word: string, question: number): void {
    const slot = slotAt(word, 0);
    if (this.slots[slot] === 0) this.slots[slot] = this.words.push([]) - 1;
    this.words[this.slots[slot]!]!.push({ word, question });
  }

  /** The questions of those words of a list whose first three letters end at `at`, and whose others follow. */
  private begunBefore(text: string, at: number, list: number): number {
    let found = 0;
    for (const { word, question } of this.words[list]!) {
      let next = 3;
      while (next < word.length && (text.charCodeAt(at + next - 3) & FOLD) === (word.charCodeAt(next) & FOLD))
        next++;
      if (next >= word.length) found |= question;
    }
    return found;
  }
}
