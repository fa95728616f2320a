import type { Span } from "../text/span.js";

const TAG =
  /<!--[\s\S]*?(?:-->|$)|<(script|style)\b[^>]*>[\s\S]*?(?:<\/\1\s*>|$)|<\/?[A-Za-z](?:"[^"]*"|'[^']*'|[^"'>])*>/gi;

/** The readings of a text in which words can stand: the text with its tags, and each stretch that tags hide. */
export interface Readings {
  /** The text outside tags. */
  readonly shown: readonly Span[];
  /** Values of attributes, HTML comments, scripts: each by itself. */
  readonly hidden: readonly Span[];
}

/** Parts the words of a text from its HTML tags. Works for any text; one without tags is all shown. */
export function readingsOf(text: string): Readings {
  const shown: Span[] = [];
  const hidden: Span[] = [];
  let done = 0;
  for (const tag of text.matchAll(TAG)) {
    const from = tag.index;
    const to = from + tag[0].length;
    if (from > done) shown.push({ from: done, to: from });
    done = to;
    hidden.push({ from: from + 1, to });
  }
  if (done < text.length) shown.push({ from: done, to: text.length });
  return { shown, hidden };
}

/** Markdown without link targets and tags: the words in the order in which a reader sees them. */
export function withoutTargets(text: string): string {
  return text
    .replace(
      /(\])\((?:<[^<>\n]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)(?:\s+(?:"[^"]*"|'[^']*'|\([^()]*\)))?\s*\)/g,
      "$1 ",
    )
    .replace(/(\])\[[^[\]]*\]/g, "$1 ")
    .replace(TAG, " ");
}

/** The addresses that a text links to. */
export function targetsOf(text: string): string[] {
  const found = [...text.matchAll(/\]\(\s*<?([^\s<>)]+)/g), ...text.matchAll(/\bhttps?:\/\/[^\s<>"')\]]+/gi)];
  return [
    ...found,
    ...text.matchAll(/\b(?:href|src)\s*=\s*["']?([^\s"'>]+)/gi),
    ...text.matchAll(/\]:\s*<?([^\s<>]+)/g),
  ].map((match) => match[1] ?? match[0]);
}
