import { isAsciiLetter, isBlank } from "../text/characters.js";
import { l10n, type Message } from "../text/message.js";
import { isOneSlip } from "../text/nearest.js";

/** The words, audiences and attributes that comments are marked with, whatever the form around them. */

/** What the grammar is told by the configuration. */
export interface GrammarSettings {
  /** The words that mark a comment as internal, lower case. */
  readonly words: readonly string[];
  /** The audiences, narrowest first. */
  readonly audiences: readonly string[];
}

/** A word of letters, as marks have them; bounded so that no input makes it slow. */
const LONGEST_WORD = 32;
const WORD = /[\p{L}\p{M}]{1,32}/uy;
/** An audience as written: a name without spaces; TLP labels hold a colon. */
export const AUDIENCE = /(?:TLP:[A-Z+]{1,20}|[\p{L}\p{N}_.+-]{1,40})/iuy;

/** Words one slip away from a comment word that are words of their own. */
const REAL_WORDS = new Set([
  "interval",
  "internals",
  "internally",
  "interne",
  "privates",
  "privat",
  "privately",
]);

/** The words that begin comments and name audiences, as configured, and what of a text is one of them. */
export class CommentWords {
  private readonly words: ReadonlySet<string>;
  /** A word that is longer or shorter is none of them, nor one slip away from one. */
  private readonly shortest: number;
  private readonly longest: number;

  constructor(readonly settings: GrammarSettings) {
    this.words = new Set(settings.words.map((word) => word.toLowerCase()));
    const lengths = [...this.words].map(({ length }) => length);
    this.shortest = Math.min(...lengths) - 1;
    this.longest = Math.max(...lengths) + 1;
  }

  /** The comment word that `word` is or is one slip away from. */
  find(word: string): { readonly word: string; readonly exact: boolean } | undefined {
    const lower = word.toLowerCase();
    if (lower.length < this.shortest || lower.length > this.longest) return undefined;
    if (this.words.has(lower)) return { word: lower, exact: true };
    if (lower.length < 5 || REAL_WORDS.has(lower)) return undefined;
    for (const known of this.words)
      if (known.length >= 5 && isOneSlip(lower, known)) return { word: known, exact: false };
    return undefined;
  }

  /** The audience that heading attributes such as `{.internal audience=company}` give, or undefined without `.internal`. */
  attributes(attributes: string): { readonly audience?: string } | { readonly slip: Message } | undefined {
    let answer: { audience?: string } | { slip: Message } | undefined;
    for (const [, name] of attributes.matchAll(/\.([\p{L}\p{M}]{1,32})/gu)) {
      const found = this.find(name!);
      if (found?.exact) answer = {};
      else if (found) answer ??= { slip: misspelt(`.${name}`, `.${found.word}`) };
    }
    const audience = /\baudience[ \t]*=[ \t]*("[^"]*"|'[^']*'|[^\s"'{}]+)/i.exec(attributes)?.[1];
    if (answer && !("slip" in answer) && audience) answer.audience = audience.replace(/^["']|["']$/g, "");
    return answer;
  }

  /** `internal:` or `internal company:` at `at`, with one of `colons` for a colon. */
  headAt(text: string, at: number, colons: string): CommentHead | undefined {
    const name = wordAt(text, at);
    const found = name === undefined ? undefined : this.find(name);
    if (name === undefined || !found) return undefined;
    const afterWord = skipBlanks(text, at + name.length);
    if (isOneOf(text[afterWord], colons)) return { ...found, name, end: afterWord + 1 };
    const audience = this.audienceAt(text, afterWord);
    const colon = skipBlanks(text, afterWord + (audience?.length ?? 0));
    if (audience === undefined || !isOneOf(text[colon], colons)) return undefined;
    return { ...found, name, audience, end: colon + 1 };
  }

  /** An audience's name at `at`: a configured one where one matches, else any one word. */
  private audienceAt(text: string, at: number): string | undefined {
    for (const known of this.settings.audiences) {
      const said = text.slice(at, at + known.length);
      if (
        said.toLowerCase() === known.toLowerCase() &&
        !/[\p{L}\p{N}_+-]/u.test(text[at + known.length] ?? "")
      )
        return said;
    }
    return matchAt(AUDIENCE, text, at);
  }
}

/** A comment's word with the audience and the colon behind it. */
export interface CommentHead {
  readonly word: string;
  readonly exact: boolean;
  /** The word as written. */
  readonly name: string;
  readonly audience?: string;
  /** The offset behind the colon. */
  readonly end: number;
}

/** What a sticky pattern matches at `at`. */
export function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** What `WORD` matches at `at`. */
export function wordAt(text: string, at: number): string | undefined {
  let end = at;
  while (end <= at + LONGEST_WORD && isAsciiLetter(text.charCodeAt(end))) end++;
  // A word of other letters is left to the expression, and one that is too long.
  if (text.charCodeAt(end) >= 128 || end > at + LONGEST_WORD) return matchAt(WORD, text, at);
  return end > at ? text.slice(at, end) : undefined;
}

/** Says that a word looks like a misspelt comment word. */
export function misspelt(name: string, word: string): Message {
  return l10n.t("“{0}” reads like “{1}”", name, word);
}

/** The offset behind blanks and tabs. */
export function skipBlanks(text: string, from: number): number {
  let at = from;
  while (isBlank(text.charCodeAt(at))) at++;
  return at;
}

function isOneOf(character: string | undefined, characters: string): boolean {
  return character !== undefined && characters.includes(character);
}
