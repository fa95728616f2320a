import type { RuleCore } from "markdown-it/lib/parser_core.mjs";
import type { RuleInline } from "markdown-it/lib/parser_inline.mjs";
import type Token from "markdown-it/lib/token.mjs";
import type { MakeToken } from "./inline-regions.js";

/**
 * Longer words are not looked at for addresses, in UTF-16 units: an address of a page "must be less than 2,048
 * characters" (https://www.sitemaps.org/protocol.html).
 */
const LONGEST = 2048;
/** What no address holds: `src_ZCc` of linkify-it. */
const BLANK = /[\p{Z}\p{Cc}]/u;
const WORD = /[^\p{Z}\p{Cc}]+/gu;
/** The type of a text in which no addresses are looked for. */
const PASSED_OVER = "trip_report_passed_over";

/**
 * A word that is too long begins no address: what looks for them reads it on to its end, at each scheme in it. To stand
 * before that.
 */
export const passOver: RuleInline = (state, silent) => {
  const { src, pos } = state;
  if (!state.md.options.linkify || !src.startsWith("://", pos)) return false;
  const begin = src.slice(pos, pos + LONGEST);
  if (begin.length < LONGEST || BLANK.test(begin)) return false;
  if (!silent) state.pending += ":";
  state.pos++;
  return true;
};

/**
 * Cuts long texts at blanks, for what looks for addresses where their texts are all known may look from each to the end
 * of its text. To stand before that, and `rejoin` behind it.
 */
export const cut: RuleCore = ({ tokens, Token }) => {
  for (const token of tokens)
    if (token.children?.some(isLong))
      token.children = token.children.flatMap((child) => (isLong(child) ? pieces(child, Token) : child));
};

/** What was passed over is text again. */
export const rejoin: RuleCore = ({ tokens }) => {
  for (const { children } of tokens)
    for (const child of children ?? []) if (child.type === PASSED_OVER) child.type = "text";
};

function isLong({ type, content }: Token): boolean {
  return type === "text" && content.length > LONGEST;
}

function pieces({ content, level }: Token, make: MakeToken): Token[] {
  const found: Token[] = [];
  let from = 0;
  const push = (to: number) => {
    if (to === from) return;
    const piece = new make(to - from > LONGEST ? PASSED_OVER : "text", "", 0);
    piece.content = content.slice(from, to);
    piece.level = level;
    found.push(piece);
    from = to;
  };
  for (const { index, 0: word } of content.matchAll(WORD)) {
    const end = index + word.length;
    if (end - from > LONGEST) push(index);
    if (end - from > LONGEST) push(end);
  }
  push(content.length);
  return found;
}
