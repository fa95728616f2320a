import type { RE2JS, RE2Set } from "re2js";
import type { Span } from "../text/span.js";

/** Where a term stands. */
export interface TermHit extends Span {
  /** The term's place in the list. */
  readonly term: number;
}

/** A token of a phrase, and what may follow it. */
export interface PhraseNode {
  readonly next: Map<string, PhraseNode>;
  /** The phrase that ends here. */
  term?: number;
}

/** A word, white space, or any other sign. */
const TOKEN = /[\p{L}\p{N}\p{M}_]+|\s+|\S/gu;
/** In scripts that are written without blanks each sign is a word. */
const SIGNS = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}";
const SIGN = new RegExp(`[${SIGNS}]`, "u");
const APART = new RegExp(`[${SIGNS}]|[^${SIGNS}]+`, "gu");
const HAS_SIGN = /\S/;
/** Configured terms, ready to be searched for (see `compile-terms.ts`). Terms that have a problem are left out. */
export class Terms {
  private readonly memory = new WeakMap<object, readonly TermHit[]>();

  constructor(
    private readonly phrases: PhraseNode,
    private readonly patterns: readonly { readonly term: number; readonly regex: RE2JS }[],
    private readonly anyPattern: RE2Set | undefined,
  ) {}

  /** Whether there is nothing to search for. */
  get none(): boolean {
    return this.phrases.next.size === 0 && this.patterns.length === 0;
  }

  /** Where terms stand in a text, in order; of phrases that begin at one place the longest. Linear in the text. */
  in(text: string): TermHit[] {
    return [...this.phrasesIn(text), ...this.patternsIn(text)].sort((a, b) => a.from - b.from || b.to - a.to);
  }

  /** The same for a text that `key` stands for: it is searched once for as long as the key lives. */
  remembered(key: object, text: () => string): readonly TermHit[] {
    const known = this.memory.get(key);
    if (known) return known;
    const hits = this.in(text());
    this.memory.set(key, hits);
    return hits;
  }

  private phrasesIn(text: string): TermHit[] {
    if (this.phrases.next.size === 0) return [];
    const { tokens, words } = phraseTokens(text);
    const hits: TermHit[] = [];
    for (let start = 0; start < tokens.length; start++) {
      let node = this.phrases.next.get(words[start]!);
      let found: { readonly end: number; readonly term: number } | undefined;
      for (let end = start; node; node = this.following(node, words, ++end))
        if (node.term !== undefined) found = { end, term: node.term };
      if (!found) continue;
      const last = tokens[found.end]!;
      hits.push({ from: tokens[start]!.index, to: last.index + last.length, term: found.term });
      start = found.end;
    }
    return hits;
  }

  private following(node: PhraseNode, words: readonly string[], at: number): PhraseNode | undefined {
    const word = words[at];
    return word === undefined ? undefined : node.next.get(word);
  }

  private patternsIn(text: string): TermHit[] {
    const hits: TermHit[] = [];
    for (const index of this.anyPattern?.match(text) ?? []) {
      const { term, regex } = this.patterns[index]!;
      const matcher = regex.matcher(text);
      while (matcher.find()) {
        const [from, to] = [matcher.start(), matcher.end()];
        if (to > from) hits.push({ from, to, term });
      }
    }
    return hits;
  }
}

/** No terms: what holds without a configuration. */
export function noTerms(): Terms {
  return new Terms({ next: new Map() }, [], undefined);
}

/** What a text is compared by: its tokens with their places, and each of them folded. */
export function phraseTokens(text: string) {
  const tokens: { readonly index: number; readonly length: number }[] = [];
  const words: string[] = [];
  const add = (token: string, index: number) => {
    tokens.push({ index, length: token.length });
    words.push(folded(token));
  };
  for (const { 0: token, index } of text.matchAll(TOKEN))
    if (SIGN.test(token))
      for (const { 0: part, index: within } of token.matchAll(APART)) add(part, index + within);
    else add(token, index);
  return { tokens, words };
}

/** White space is as good as any other, a curly apostrophe as a straight one, and case does not matter. */
function folded(token: string): string {
  return HAS_SIGN.test(token) ? token.toLowerCase().replace(/’/g, "'") : " ";
}
