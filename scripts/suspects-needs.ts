import { MOST_NEEDS } from "../server/src/report/suspects-patterns.js";
import type { Item, Items } from "../server/src/report/suspects-phrases.js";
import type { PhraseVocabulary } from "../server/src/report/suspects-vocabulary.js";

/** Words so common that looking for them tells little. */
const COMMON = new Set(
  "the a an of to in is are and for that it on with i you be at this as was by or have from we they will can do has".split(
    " ",
  ),
);

/** Tells what phrases cannot do without. */
export class Needs {
  /** How much each word tells, once it was asked for. */
  private readonly weights: number[] = [];
  private readonly known = new Map<Item, readonly number[]>();

  constructor(private readonly vocabulary: PhraseVocabulary) {}

  /** Sets of words, by their numbers, of each of which a phrase has one, most telling first. */
  of(items: Items): (readonly number[])[] {
    const sets: (readonly number[])[] = [];
    for (const item of items) {
      const words = this.wordsOf(item);
      if (words.length > 0 && !words.includes(0)) sets.push(words);
    }
    const common = (words: readonly number[]) => words.filter((word) => this.weight(word) === 0).length;
    const telling = sets.filter((words) => common(words) === 0);
    const chosen = telling.length > 0 ? telling : sets.sort((a, b) => common(a) - common(b)).slice(0, 2);
    return chosen.slice(0, MOST_NEEDS);
  }

  /** A word for each way in which an item can be there, 0 for one without words; none where the item is optional. */
  private wordsOf(item: Item): readonly number[] {
    if (item.kind === "word") return [this.weight(item.word) < 0 ? 0 : item.word];
    if (item.kind !== "choice" || item.times !== "one") return [];
    const known = this.known.get(item) ?? [
      ...new Set(item.options.flatMap((option) => this.wordsOfOption(option))),
    ];
    this.known.set(item, known);
    return known;
  }

  private wordsOfOption(option: number | Items): number | readonly number[] {
    if (typeof option === "number") return this.weight(option) < 0 ? 0 : option;
    const [only] = option;
    const inside = option.length === 1 ? this.wordsOf(only!) : [];
    return inside.length > 0 ? inside : this.longestWord(option);
  }

  /** The longest word that an option cannot do without, or 0. */
  private longestWord(option: Items): number {
    let best = 0;
    let most = -1;
    for (const item of option) {
      if (item.kind !== "word" || this.weight(item.word) <= most) continue;
      best = item.word;
      most = this.weight(best);
    }
    return best;
  }

  /** Its length; 0 for a common word, less for a sign. */
  private weight(number: number): number {
    const known = this.weights[number];
    if (known !== undefined) return known;
    const word = this.vocabulary.word(number);
    const weight = !this.vocabulary.isInGap(number) ? -1 : COMMON.has(word) ? 0 : word.length;
    this.weights[number] = weight;
    return weight;
  }
}
