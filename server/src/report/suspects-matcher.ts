import type { Choice, Item, Items, Phrase } from "./suspects-phrases.js";
import type { PhraseVocabulary } from "./suspects-vocabulary.js";

/** The words of a sentence by their numbers, and what text stands from one of them on. */
export interface NumberedWords {
  readonly numbers: Uint16Array;
  readonly from: number;
  readonly to: number;
  /** Undefined where it is not known: then nothing is held to follow. */
  readonly textFrom: ((word: number) => string) | undefined;
}

/** A sentence's words, numbered. */
export function numbered(words: readonly string[], vocabulary: PhraseVocabulary): NumberedWords {
  return {
    numbers: Uint16Array.from(words, (word) => vocabulary.number(word)),
    from: 0,
    to: words.length,
    textFrom: (word) => words.slice(word).join(" "),
  };
}

/** A step of a match, and the step behind it. */
type Step =
  | { readonly kind: "words"; readonly words: WordSet; readonly next: Step }
  | { readonly kind: "gap"; readonly most: number; readonly wordsOnly: boolean; readonly next: Step }
  | { readonly kind: "either"; readonly next: Step; other: Step }
  | { readonly kind: "unless"; readonly starts: readonly string[]; readonly next: Step }
  | { readonly kind: "end"; readonly ofRemark: boolean; readonly next: Step }
  | { readonly kind: "found" }
  | { readonly kind: "never" };

/** What follows: where the blank behind the word before is read already, and where it is not. */
interface Continuation {
  readonly atWord: Step;
  readonly atBlank: Step;
}

const FOUND: Step = { kind: "found" };
const NEVER: Step = { kind: "never" };
const NOWHERE = -1;

/** Finds a phrase in sentences: of what begins at a word the first way in the phrase's order, as expressions do. */
export class PhraseMatcher {
  private readonly first: Step;
  /** The words that it can begin with; undefined where that is any. */
  private readonly begins: WordSet | undefined;

  constructor(
    private readonly phrase: Phrase,
    private readonly vocabulary: PhraseVocabulary,
  ) {
    this.first = steps(phrase.items, { atWord: FOUND, atBlank: FOUND }).atWord;
    this.begins = beginnings(this.first);
  }

  /** The first match that begins at a word from `start` on: where it begins and ends, or undefined. */
  find(words: NumberedWords, start = words.from): { readonly from: number; readonly to: number } | undefined {
    const last = this.phrase.start === "sentence" ? words.from + 1 : words.to;
    const { begins } = this;
    for (let from = start; from < last; from++) {
      if (begins && !begins.has(words.numbers[from]!)) continue;
      if (this.phrase.start === "remark" && !this.beginsRemark(words, from)) continue;
      const to = this.end(this.first, words, from);
      if (to !== NOWHERE) return { from, to };
    }
    return undefined;
  }

  private beginsRemark({ numbers, from }: NumberedWords, word: number): boolean {
    return word === from || this.vocabulary.opensRemark(numbers[word - 1]!);
  }

  /** Where a match ends whose next step is at a word, or `NOWHERE`. */
  private end(first: Step, words: NumberedWords, from: number): number {
    const { numbers, to } = words;
    let step = first;
    let at = from;
    for (;;) {
      switch (step.kind) {
        case "words":
          if (at >= to || !step.words.has(numbers[at]!)) return NOWHERE;
          at++;
          break;
        case "gap":
          for (let end = this.gapEnd(step.wordsOnly, step.most, words, at); end > at; end--) {
            const found = this.end(step.next, words, end);
            if (found !== NOWHERE) return found;
          }
          break;
        case "either": {
          const found = this.end(step.next, words, at);
          if (found !== NOWHERE) return found;
          step = step.other;
          continue;
        }
        case "unless":
          if (follows(step.starts, words, at)) return NOWHERE;
          break;
        case "end":
          if (at < to && !(step.ofRemark && this.vocabulary.endsRemark(numbers[at]!))) return NOWHERE;
          break;
        case "found":
          return at;
        case "never":
          return NOWHERE;
      }
      step = step.next;
    }
  }

  private gapEnd(wordsOnly: boolean, most: number, { numbers, to }: NumberedWords, from: number): number {
    const last = Math.min(to, from + most);
    if (!wordsOnly) return last;
    let at = from;
    while (at < last && this.vocabulary.isInGap(numbers[at]!)) at++;
    return at;
  }
}

function follows(starts: readonly string[], { textFrom, to }: NumberedWords, at: number): boolean {
  if (at >= to) return starts.includes("$");
  if (!textFrom) return false;
  const text = `${textFrom(at)} `;
  return starts.some((start) => start !== "$" && text.startsWith(start));
}

/** The steps of some items and of what is behind them. */
function steps(items: Items, next: Continuation): Continuation {
  return items.reduceRight((behind, item) => stepsOf(item, behind), next);
}

function stepsOf(item: Item, next: Continuation): Continuation {
  switch (item.kind) {
    case "word":
      return { atWord: oneOf([item.word], next.atBlank), atBlank: NEVER };
    case "blank":
      return { atWord: NEVER, atBlank: next.atWord };
    case "gap": {
      const { most, wordsOnly } = item;
      const atWord: Step =
        next.atWord === NEVER ? NEVER : { kind: "gap", most, wordsOnly, next: next.atWord };
      return { atWord, atBlank: next.atBlank };
    }
    case "unless":
      return { atWord: { kind: "unless", starts: item.starts, next: next.atWord }, atBlank: next.atBlank };
    case "end":
      return {
        atWord: { kind: "end", ofRemark: item.ofRemark, next: next.atWord },
        // A blank ends a remark, but it is behind no sentence's end.
        atBlank: item.ofRemark ? next.atBlank : NEVER,
      };
    case "choice":
      return choice(item.options, item.times, next);
  }
}

function choice(options: Choice["options"], times: Choice["times"], next: Continuation): Continuation {
  if (times === "one") return oneOfAll(options, next, NEVER_BOTH);
  if (times === "optional") return oneOfAll(options, next, next);
  const again = { kind: "either" as const, next: NEVER, other: next.atWord };
  const body = oneOfAll(options, { atWord: again, atBlank: NEVER }, NEVER_BOTH);
  return { atWord: Object.assign(again, { next: body.atWord }), atBlank: next.atBlank };
}

const NEVER_BOTH: Continuation = { atWord: NEVER, atBlank: NEVER };

/** The first of some options that matches, then `otherwise`. */
function oneOfAll(options: Choice["options"], next: Continuation, otherwise: Continuation): Continuation {
  let { atWord, atBlank } = otherwise;
  let words: number[] = [];
  const addWords = () => {
    // Of several words at one place at most one is there, whichever is asked for first.
    if (words.length > 0) atWord = either(oneOf(words, next.atBlank), atWord);
    words = [];
  };
  for (const option of flat(options).reverse()) {
    if (typeof option === "number") {
      words.push(option);
      continue;
    }
    addWords();
    const one = steps(option, next);
    atWord = either(one.atWord, atWord);
    atBlank = either(one.atBlank, atBlank);
  }
  addWords();
  return { atWord, atBlank };
}

/** The options, those of a choice that is an option of its own among them. */
function flat(options: Choice["options"]): (number | Items)[] {
  return options.flatMap((option) => {
    if (typeof option === "number" || option.length > 1) return [option];
    const [only] = option;
    return only?.kind === "choice" && only.times === "one" ? flat(only.options) : [option];
  });
}

function either(one: Step, other: Step): Step {
  if (one === NEVER) return other;
  return other === NEVER ? one : { kind: "either", next: one, other };
}

function oneOf(words: readonly number[], next: Step): Step {
  return next === NEVER ? NEVER : { kind: "words", words: new WordSet(words), next };
}

function beginnings(step: Step): WordSet | undefined {
  if (step.kind === "words") return step.words;
  if (step.kind !== "either") return undefined;
  const [one, other] = [beginnings(step.next), beginnings(step.other)];
  return one && other && new WordSet([...one.words, ...other.words]);
}

/** Some numbers, which are mostly near each other: words of a list were numbered one behind the other. */
class WordSet {
  private readonly first: number;
  private readonly bits: Uint8Array;

  constructor(readonly words: readonly number[]) {
    this.first = Math.min(...words);
    this.bits = new Uint8Array(Math.max(...words) - this.first + 1);
    for (const word of words) this.bits[word - this.first] = 1;
  }

  has(word: number): boolean {
    const at = word - this.first;
    return at >= 0 && at < this.bits.length && this.bits[at] === 1;
  }
}
