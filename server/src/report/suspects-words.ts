import type { Span } from "../text/span.js";

/** A sentence in the form in which patterns read it: lower case, one blank between tokens, contractions spelt out. */
export interface Sentence extends Span {
  /** What patterns see, word by word; a contraction is several. */
  readonly words: readonly string[];
  /** For each of them the token of the original text. */
  readonly tokens: readonly Token[];
}

/** A word or punctuation mark of the original text. */
export interface Token {
  readonly from: number;
  readonly to: number;
  /** What patterns see: one word, or several for a contraction. */
  readonly shown: string;
  /** Between quotation marks. */
  readonly quoted: boolean;
}

const TOKEN = /[\p{L}\p{N}_]+(?:['’][\p{L}]+)*|[^\s\p{L}\p{N}_]/gu;
const IS = new Set(["it", "that", "he", "she", "there", "what", "who", "here", "where", "how", "this"]);
const WHOLE = new Map([
  ["cannot", "can not"],
  ["can't", "can not"],
  ["won't", "will not"],
  ["shan't", "shall not"],
  ["let's", "let us"],
  ["dont", "do not"],
]);
const ENDINGS = new Map([
  ["re", " are"],
  ["ll", " will"],
  ["ve", " have"],
  ["d", " would"],
  ["m", " am"],
]);
/** A sentence of more tokens is read in pieces: nobody writes one, but a machine may. */
export const MOST_TOKENS = 200;

/** The sentences that a piece of a paragraph is read as: one, but for very long ones. */
export function sentencesIn(text: string, { from, to }: Span, quotes: Quotes): Sentence[] {
  const sentences: Sentence[] = [];
  const tokens = tokensOf(text.slice(from, to), from, quotes);
  for (let start = 0; start < tokens.length; start += MOST_TOKENS) {
    const found = sentence(tokens.slice(start, start + MOST_TOKENS));
    if (found) sentences.push(found);
  }
  return sentences;
}

function tokensOf(text: string, base: number, quotes: Quotes): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const from = base + match.index;
    const raw = match[0];
    tokens.push({ from, to: from + raw.length, shown: shown(raw), quoted: quotes.at(from) });
  }
  return tokens;
}

/** What a pattern sees of a token. */
function shown(raw: string): string {
  if (raw === "US") return "usa";
  const word = raw.toLowerCase().replace(/’/g, "'");
  const whole = WHOLE.get(word);
  if (whole !== undefined) return whole;
  const at = word.lastIndexOf("'");
  if (at <= 0) return /^[“”„«»]$/.test(word) ? '"' : word;
  const stem = word.slice(0, at);
  const ending = word.slice(at + 1);
  if (ending === "t" && stem.endsWith("n")) return `${stem.slice(0, -1)} not`;
  if (ending === "s") return IS.has(stem) ? `${stem} is` : stem;
  const spelt = ENDINGS.get(ending);
  return spelt === undefined ? word : stem + spelt;
}

function sentence(all: readonly Token[]): Sentence | undefined {
  let first = 0;
  let last = all.length;
  while (first < last && /^[^\p{L}\p{N}]$/u.test(all[first]!.shown)) first++;
  while (last > first && /^[.!?…]$/.test(all[last - 1]!.shown)) last--;
  const tokens = all.slice(first, last);
  if (tokens.length === 0) return undefined;
  const words: string[] = [];
  const tokenOf: Token[] = [];
  for (const token of tokens)
    for (const word of token.shown.includes(" ") ? token.shown.split(" ") : [token.shown]) {
      words.push(word);
      tokenOf.push(token);
    }
  return {
    from: opening(all, first),
    to: all[Math.max(last, first + 1) - 1 + closing(all, last)]!.to,
    words,
    tokens: tokenOf,
  };
}

/** Where a sentence begins: at a bracket or quotation mark before its first word if that closes within it. */
function opening(all: readonly Token[], first: number): number {
  const before = all[first - 1];
  const start = all[first]!;
  if (!before || before.to !== start.from || !/^[("]$/.test(before.shown)) return start.from;
  const closer = before.shown === "(" ? ")" : '"';
  return all.slice(first).some(({ shown }) => shown === closer) ? before.from : start.from;
}

/** How many of the marks at a sentence's end belong to it. */
function closing(all: readonly Token[], last: number): number {
  let count = 0;
  while (/^[.!?…]$/.test(all[last + count]?.shown ?? "")) count++;
  return count;
}

/** Which stretches of a paragraph stand between quotation marks; a mark without its fellow quotes nothing. */
export class Quotes {
  private readonly spans: { readonly from: number; readonly to: number }[] = [];
  private next = 0;

  constructor(text: string) {
    let open: number | undefined;
    for (const { index, 0: mark } of text.matchAll(/["“”„«»]/g)) {
      if (open !== undefined && mark !== "„" && mark !== "«") {
        this.spans.push({ from: open, to: index });
        open = undefined;
      } else open = index;
    }
  }

  /** Whether `offset` is quoted; asked in rising order. */
  at(offset: number): boolean {
    while (this.next < this.spans.length && this.spans[this.next]!.to < offset) this.next++;
    const span = this.spans[this.next];
    return span !== undefined && span.from < offset && offset < span.to;
  }
}
