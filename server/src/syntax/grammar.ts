import { among } from "../text/characters.js";
import { l10n, type Message } from "../text/message.js";
import { angleMark } from "./angle-marks.js";
import { bracketMark } from "./bracket-marks.js";
import { linkTailEnd } from "./brackets.js";
import { CommentWords, type GrammarSettings, matchAt } from "./comment-words.js";
import { colonLine, colonsInLine } from "./container-marks.js";
import { MARK_SIGNS } from "./mark-signs.js";
import type { CloseMark, Mark, OpenMark, RedactedMark } from "./marks.js";

const REDACTED_WORDS = "redacted(?:[ \\t]+comments?)?";
/** Every spelling of the redacted marker; `<…>` alone vanishes when Markdown is rendered. */
const REDACTED = new RegExp(
  `\\\\?<${REDACTED_WORDS}[ \\t]*/?>|\\\\?\\[${REDACTED_WORDS}\\\\?\\](?![([:])|\\(${REDACTED_WORDS}\\)|&lt;${REDACTED_WORDS}&gt;|█{3,}`,
  "iy",
);

/** The units at which a mark can begin. */
export const MARK_STARTERS: ReadonlySet<number> = new Set([...MARK_SIGNS].map((c) => c.charCodeAt(0)));

/**
 * The grammar of internal comments and redacted markers: what stands at one offset of a text. Where texts
 * begin and end is the parser's business.
 */
export class Grammar {
  private readonly words: CommentWords;

  constructor(readonly settings: GrammarSettings) {
    this.words = new CommentWords(settings);
  }

  /**
   * The mark that begins at `at`, if one does. `limit` is the end of the paragraph or block that `at` is in.
   * `lineStart` tells whether only white space stands before `at` on its line; callouts need that.
   */
  markAt(text: string, at: number, limit: number, lineStart: boolean): Mark | undefined {
    switch (text[at]) {
      case "[":
        return bracketMark(this.words, text, { from: at, at, limit, lineStart }) ?? redacted(text, at, limit);
      case "!":
        return text[at + 1] === "[" ? this.bracketBehind(text, at, limit) : undefined;
      case "<":
        if (text.startsWith("<<}", at)) return { kind: "close", form: "criticmarkup", from: at, to: at + 3 };
        return angleMark(this.words, text, at, limit) ?? redacted(text, at, limit);
      case "\\":
        return redacted(text, at, limit) ?? this.escaped(text, at, limit);
      case "{":
        return text.startsWith("{>>", at)
          ? { kind: "open", form: "criticmarkup", from: at, to: at + 3, internal: true }
          : undefined;
      case ":":
        return colonsInLine(this.words, text, at, limit);
      case "%":
        return percent(text, at, limit);
      default:
        return redacted(text, at, limit);
    }
  }

  /** The mark of a line that begins with colons (`:::internal`, `:::`), given the line without its indentation. */
  colonLine(line: string, from: number): OpenMark | CloseMark | undefined {
    return colonLine(this.words, line, from);
  }

  /**
   * Where an inline comment ends whose bracket is before `at`: behind the target or label that makes it a link. A
   * comment that follows at once is no label but a comment of its own.
   */
  inlineEnd(text: string, at: number): number {
    const follows = text[at] === "[" ? this.markAt(text, at, text.length, false) : undefined;
    return follows?.kind === "open" ? at : linkTailEnd(text, at);
  }

  /** The audience that heading attributes such as `{.internal audience=company}` give, or undefined without `.internal`. */
  attributes(attributes: string): { readonly audience?: string } | { readonly slip: Message } | undefined {
    return this.words.attributes(attributes);
  }

  /** The comment that opens with a bracket behind the one character at `from`. */
  private bracketBehind(text: string, from: number, limit: number): OpenMark | undefined {
    return bracketMark(this.words, text, { from, at: from + 1, limit, lineStart: false });
  }

  /** `\[internal: …\]`, `\<internal>` and `\<!-- internal: … -->`: what an editor that escapes punctuation makes of a comment. */
  private escaped(text: string, at: number, limit: number): OpenMark | undefined {
    if (text[at + 1] !== "[" && text[at + 1] !== "<") return undefined;
    const mark =
      text[at + 1] === "[" ? this.bracketBehind(text, at, limit) : angleMark(this.words, text, at + 1, limit);
    if (mark?.kind !== "open") return undefined;
    return {
      ...mark,
      from: at,
      slip: l10n.t("an escaped opening opens nothing"),
      proper: text.slice(at + 1, mark.to),
    };
  }
}

const isBracket = among("[<(");

/** Exactly two per cent signs; whether they open or close is told by what is open. */
function percent(text: string, at: number, limit: number): OpenMark | undefined {
  if (text[at + 1] !== "%" || text[at + 2] === "%" || text[at - 1] === "%" || at + 2 > limit)
    return undefined;
  return { kind: "open", form: "obsidian", from: at, to: at + 2, internal: true };
}

function redacted(text: string, at: number, limit: number): RedactedMark | undefined {
  // Behind a bracket that begins something, another word is the rule.
  if (isBracket(text.charCodeAt(at)) && (text.charCodeAt(at + 1) | 32) !== 114) return undefined;
  const found = matchAt(REDACTED, text, at);
  if (found === undefined || at + found.length > limit) return undefined;
  return { kind: "redacted", from: at, to: at + found.length, asTag: found[0] === "<" };
}
