import { among } from "../text/characters.js";

/** One way of writing a signal: what a stretch of a sentence's words has to be. */
export interface Phrase {
  /** Where it may begin: at any word, with the sentence, or with a remark in it. */
  readonly start: "word" | "sentence" | "remark";
  readonly items: Items;
}

export type Items = readonly Item[];

/** A part of a phrase. Words are given by their numbers in the vocabulary. */
export type Item =
  | { readonly kind: "word"; readonly word: number }
  /** The blank behind a word. */
  | { readonly kind: "blank" }
  /** Up to `most` tokens, or words only, with the blanks behind them. */
  | { readonly kind: "gap"; readonly most: number; readonly wordsOnly: boolean }
  | Choice
  /** Nothing of this follows; `$` stands for the sentence's end. */
  | { readonly kind: "unless"; readonly starts: readonly string[] }
  /** The sentence's end, or that of a remark in it. */
  | { readonly kind: "end"; readonly ofRemark: boolean };

/** One of several; `optional` if none will do, `repeated` if any number will. */
export interface Choice {
  readonly kind: "choice";
  /** Each a word alone or several items. */
  readonly options: readonly (number | Items)[];
  readonly times: "one" | "optional" | "repeated";
}

/**
 * Reads phrases: words with one blank between them, and
 * `{list}` a list of words, `(a|b)` one of them, `[a|b]` one of them or none, `(a )?` and `(a )*` as in expressions,
 * `..` up to three tokens, `...` up to seven, `~` up to two words, `(?!a|b)` unless one of these follows,
 * `^` the sentence's start, `^^` that of a remark (behind a bracket, colon or dash too), `$` the sentence's end, `$$` the
 * end of either.
 * Every gap is bounded, so a sentence costs time in proportion to its length.
 */
export class PhraseReader {
  /** The lists that were read, by their names. */
  readonly lists = new Map<string, Choice>();
  private source = "";
  private at = 0;

  /** `number` gives each word its number; `sources` are the words by the names of their lists, with bars between them. */
  constructor(
    private readonly number: (word: string) => number,
    private readonly sources: Readonly<Record<string, string>>,
  ) {}

  phrase(source: string): Phrase {
    this.source = source;
    this.at = 0;
    const start = this.takes("^^ ") ? "remark" : this.takes("^ ") ? "sentence" : "word";
    return { start, items: this.items() };
  }

  /** All items up to a bar or bracket that ends them. */
  private items(): Item[] {
    const items: Item[] = [];
    for (let item = this.item(); item; item = this.item()) items.push(item);
    return items;
  }

  private item(): Item | undefined {
    switch (this.source.charCodeAt(this.at)) {
      case SIGNS.blank:
        this.at++;
        return BLANK;
      case SIGNS.open:
        return this.takes("(?!") ? this.unless() : this.group();
      case SIGNS.openOptional:
        return this.optional();
      case SIGNS.openList:
        return this.list();
      case SIGNS.dot:
        return this.gap(this.takes("...") ? SEVEN_TOKENS : this.takes("..") ? THREE_TOKENS : undefined);
      case SIGNS.tilde:
        return this.gap(this.takes("~") ? SOME_WORDS : undefined);
      case SIGNS.dollar:
        return this.takes("$$") ? REMARK_END : this.takes("$") ? SENTENCE_END : undefined;
      case SIGNS.bar:
      case SIGNS.close:
      case SIGNS.closeOptional:
        return undefined;
      default:
        return this.at < this.source.length ? { kind: "word", word: this.word() } : undefined;
    }
  }

  private gap(gap: Item | undefined): Item | undefined {
    this.takes(" ");
    return gap;
  }

  private unless(): Item {
    const close = this.source.indexOf(")", this.at);
    const starts = this.source.slice(this.at, close).split("|");
    this.at = close + 1;
    return { kind: "unless", starts };
  }

  private group(): Choice {
    const options = this.options();
    return {
      kind: "choice",
      options,
      times: this.takes("?") ? "optional" : this.takes("*") ? "repeated" : "one",
    };
  }

  private optional(): Choice {
    const choice: Choice = { kind: "choice", options: this.options(), times: "one" };
    this.takes(" ");
    return { kind: "choice", options: [[choice, BLANK]], times: "optional" };
  }

  private list(): Choice {
    const close = this.source.indexOf("}", this.at);
    const name = this.source.slice(this.at + 1, close);
    this.at = close + 1;
    const known = this.lists.get(name);
    if (known) return known;
    const { source, at } = this;
    this.source = `(${this.sources[name] ?? ""})`;
    this.at = 0;
    const list = this.group();
    this.source = source;
    this.at = at;
    this.lists.set(name, list);
    return list;
  }

  /** What stands between two brackets, and the bars in them. */
  private options(): (number | Items)[] {
    const options: (number | Items)[] = [];
    do {
      this.at++;
      const items = this.items();
      const [only] = items;
      options.push(items.length === 1 && only!.kind === "word" ? only!.word : items);
    } while (this.source.charCodeAt(this.at) === SIGNS.bar);
    this.at++;
    return options;
  }

  /** A backslash takes its meaning from the sign behind it. */
  private word(): number {
    this.takes("\\");
    const from = this.at++;
    while (this.at < this.source.length && !endsWord(this.source.charCodeAt(this.at))) this.at++;
    return this.number(this.source.slice(from, this.at));
  }

  private takes(sign: string): boolean {
    if (!this.source.startsWith(sign, this.at)) return false;
    this.at += sign.length;
    return true;
  }
}

const SIGNS = {
  blank: 32,
  dollar: 36,
  open: 40,
  close: 41,
  dot: 46,
  openOptional: 91,
  closeOptional: 93,
  openList: 123,
  bar: 124,
  tilde: 126,
} as const;
const endsWord = among(" ()[]{}|");
const BLANK: Item = { kind: "blank" };
const THREE_TOKENS: Item = { kind: "gap", most: 3, wordsOnly: false };
const SEVEN_TOKENS: Item = { kind: "gap", most: 7, wordsOnly: false };
const SOME_WORDS: Item = { kind: "gap", most: 2, wordsOnly: true };
const REMARK_END: Item = { kind: "end", ofRemark: true };
const SENTENCE_END: Item = { kind: "end", ofRemark: false };
