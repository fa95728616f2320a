import { RE2JS, RE2Set } from "re2js";
import { l10n, type Message } from "../text/message.js";
import type { Span } from "../text/span.js";

/** A configured term: words to find as they are, or a pattern. Source: the interface's section 3. */
export type Term = string | { readonly pattern: string };

/** A term that cannot be searched for: its place in the list, and why. */
export interface TermProblem {
  readonly index: number;
  readonly message: Message;
}

/** Where a term stands. */
export interface TermHit extends Span {
  /** The term's place in the list. */
  readonly term: number;
}

/** A token of a phrase, and what may follow it. */
interface Node {
  readonly next: Map<string, Node>;
  /** The phrase that ends here. */
  term?: number;
}

/** A word, one sign of a script written without blanks, white space, or any other sign. */
const TOKEN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{N}\p{M}_])+|\s+|\S/gu;
const HAS_SIGN = /\S/;
/** A pattern that needs a bigger machine than this is refused rather than let slow down every keystroke. */
const MOST_PATTERN_INSTRUCTIONS = 20_000;

/** Configured terms, ready to be searched for. Terms that have a problem are left out. */
export class Terms {
  private readonly memory = new WeakMap<object, readonly TermHit[]>();

  constructor(
    private readonly phrases: Node,
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
    const tokens = [...text.matchAll(TOKEN)];
    const words = tokens.map(([token]) => folded(token));
    const hits: TermHit[] = [];
    for (let start = 0; start < tokens.length; start++) {
      let node = this.phrases.next.get(words[start]!);
      let found: { readonly end: number; readonly term: number } | undefined;
      for (let end = start; node; node = this.following(node, words, ++end))
        if (node.term !== undefined) found = { end, term: node.term };
      if (!found) continue;
      const last = tokens[found.end]!;
      hits.push({ from: tokens[start]!.index, to: last.index + last[0].length, term: found.term });
      start = found.end;
    }
    return hits;
  }

  private following(node: Node, words: readonly string[], at: number): Node | undefined {
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

/** Compiles terms: phrases match whole words in any case, patterns what RE2 syntax says, in any case too. */
export function compileTerms(terms: readonly Term[]): {
  readonly ok: Terms;
  readonly problems: readonly TermProblem[];
} {
  const root: Node = { next: new Map() };
  const patterns: { term: number; regex: RE2JS }[] = [];
  const problems: TermProblem[] = [];
  const set = new RE2Set(RE2Set.UNANCHORED, RE2JS.CASE_INSENSITIVE);
  terms.forEach((term, index) => {
    const problem = typeof term === "string" ? addPhrase(root, term, index) : undefined;
    if (problem !== undefined) problems.push({ index, message: problem });
    if (typeof term === "string") return;
    const compiled = compiledPattern(term.pattern);
    if (typeof compiled === "string" || "values" in compiled) problems.push({ index, message: compiled });
    else {
      patterns.push({ term: index, regex: compiled });
      set.add(term.pattern);
    }
  });
  return { ok: new Terms(root, patterns, patterns.length > 0 ? set : undefined), problems };
}

/** No terms: what holds without a configuration. */
export function noTerms(): Terms {
  return compileTerms([]).ok;
}

function addPhrase(root: Node, phrase: string, term: number): string | undefined {
  if (!HAS_SIGN.test(phrase)) return l10n.t("a term must not be blank");
  let node = root;
  for (const [token] of phrase.trim().matchAll(TOKEN)) {
    const word = folded(token);
    const next: Node = node.next.get(word) ?? { next: new Map() };
    node.next.set(word, next);
    node = next;
  }
  node.term ??= term;
  return undefined;
}

/** White space is as good as any other, a curly apostrophe as a straight one, and case does not matter. */
function folded(token: string): string {
  return HAS_SIGN.test(token) ? token.toLowerCase().replace(/’/g, "'") : " ";
}

function compiledPattern(pattern: string): RE2JS | Message {
  try {
    const regex = RE2JS.compile(pattern, RE2JS.CASE_INSENSITIVE);
    if (regex.matcher("").find())
      return l10n.t("the pattern matches nothing at all, so it would match everywhere");
    if (regex.programSize() > MOST_PATTERN_INSTRUCTIONS) return l10n.t("the pattern is too large");
    return regex;
  } catch (error) {
    return l10n.t("not a pattern: {0}", error instanceof Error ? error.message : String(error));
  }
}
