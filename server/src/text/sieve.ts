/** Each of three neighbouring units counts by its lowest five bits, which are the same for both cases of a letter of ASCII. */
const SLOTS = 1 << 15;

/**
 * Tells in one pass over a text what cannot be in it. Each of up to eight questions is given as words, without all of which
 * the answer is no; a text is asked for the first three letters of all of them at once. Others that look alike cost a look too many.
 */
export class Sieve {
  private readonly questions = new Uint8Array(SLOTS);

  /** Words of three units or more, in small letters of ASCII, of each question. */
  constructor(questions: readonly (readonly string[])[]) {
    questions.forEach((words, question) => {
      for (const word of words) {
        let slot = 0;
        for (let at = 0; at < 3; at++) slot = (slot << 5) | (word.charCodeAt(at) & 31);
        this.questions[slot]! |= 1 << question;
      }
    });
  }

  /** The questions to which the first `most` units of a text could answer yes, as bits. */
  in(text: string, most = text.length): number {
    const { questions } = this;
    const end = Math.min(most, text.length);
    let slot = 0;
    let found = 0;
    for (let at = 0; at < end; at++) {
      slot = ((slot << 5) | (text.charCodeAt(at) & 31)) & (SLOTS - 1);
      found |= questions[slot]!;
    }
    return found;
  }
}
