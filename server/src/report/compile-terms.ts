import { RE2JS, RE2Set } from "re2js";
import { l10n, type Message } from "../text/message.js";
import { type PhraseNode, phraseTokens, Terms } from "./suspects-terms.js";

/** A configured term: words to find as they are, or a pattern. Source: the interface's section 3. */
export type Term = string | { readonly pattern: string };

/** A term that cannot be searched for: its place in the list, and why. */
export interface TermProblem {
  readonly index: number;
  readonly message: Message;
}

/** A pattern that needs a bigger machine than this is refused rather than let slow down every keystroke. */
const MOST_PATTERN_INSTRUCTIONS = 20_000;

/** Compiles terms: phrases match whole words in any case, patterns what RE2 syntax says, in any case too. */
export function compileTerms(terms: readonly Term[]): {
  readonly ok: Terms;
  readonly problems: readonly TermProblem[];
} {
  const root: PhraseNode = { next: new Map() };
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

function addPhrase(root: PhraseNode, phrase: string, term: number): string | undefined {
  if (!/\S/.test(phrase)) return l10n.t("a term must not be blank");
  let node = root;
  for (const word of phraseTokens(phrase.trim()).words) {
    const next: PhraseNode = node.next.get(word) ?? { next: new Map() };
    node.next.set(word, next);
    node = next;
  }
  node.term ??= term;
  return undefined;
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
