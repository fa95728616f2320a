import { among, isAsciiLetter, isDigit } from "../text/characters.js";
import type { Span } from "../text/span.js";
import { MOST_PARENTHESES } from "./limits.js";

/** What stands behind the `]` of a link's text: offsets of the text that it is in. */
export interface LinkTail {
  readonly to: number;
  readonly target: Span | undefined;
  readonly title: Span | undefined;
}

/** The longest label there is, by the specification. */
export const LONGEST_LABEL = 999;

/** The tail of a link that begins with the parenthesis at `open`: `(target "title")` as the specification has it. */
export function linkTail(text: string, open: number): LinkTail | undefined {
  if (text.charCodeAt(open) !== 40) return undefined;
  let at = skipSpace(text, open + 1);
  const targetTo = text.charCodeAt(at) === 41 ? at : targetEnd(text, at);
  if (targetTo === undefined) return undefined;
  const target = targetTo > at ? { from: at, to: targetTo } : undefined;
  at = skipSpace(text, targetTo);
  if (at === targetTo || !beginsTitle(text.charCodeAt(at)))
    return text.charCodeAt(at) === 41 ? { to: at + 1, target, title: undefined } : undefined;
  const titleTo = titleEnd(text, at);
  if (titleTo === undefined) return undefined;
  const title = { from: at, to: titleTo };
  at = skipSpace(text, titleTo);
  return text.charCodeAt(at) === 41 ? { to: at + 1, target, title } : undefined;
}

/** Where the label ends that begins with the bracket at `open`: behind its other bracket. */
export function labelEnd(text: string, open: number): number | undefined {
  for (let at = open + 1; at < Math.min(text.length, open + LONGEST_LABEL + 2); at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === "]") return at + 1;
    else if (text[at] === "[") return undefined;
  }
  return undefined;
}

function targetEnd(text: string, from: number): number | undefined {
  const bracketed = text[from] === "<";
  let depth = 0;
  for (let at = bracketed ? from + 1 : from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 92 && isPunctuation(text.charCodeAt(at + 1))) at++;
    else if (bracketed) {
      if (code === 62) return at + 1;
      if (code === 60 || code === 10) return undefined;
    } else if (isSpace(code)) return depth === 0 ? at : undefined;
    else if (code === 40 && ++depth > MOST_PARENTHESES) return undefined;
    else if (code === 41 && depth-- === 0) return at;
  }
  return undefined;
}

/** White space of Markdown, which a no-break space is not. */
function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

/** What a backslash takes its meaning from: all of ASCII that is seen and no letter or digit. */
function isPunctuation(code: number): boolean {
  return code > 32 && code < 127 && !isDigit(code) && !isAsciiLetter(code);
}

const beginsTitle = among("\"'(");

function titleEnd(text: string, from: number): number | undefined {
  const end = text[from] === "(" ? ")" : text[from];
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === end) return at + 1;
    else if (end === ")" && text[at] === "(") return undefined;
  }
  return undefined;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && isSpace(text.charCodeAt(at))) at++;
  return at;
}
