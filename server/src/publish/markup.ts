import { linkTail } from "../syntax/link-tails.js";
import type { Span } from "../text/span.js";
import { tagsIn } from "./tags.js";

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
  for (const { from, to } of tagsIn(text)) {
    shown.push({ from: done, to: from });
    done = to;
    hidden.push({ from: from + 1, to });
  }
  shown.push({ from: done, to: text.length });
  return { shown, hidden };
}

/** Markdown without link targets and tags: the words in the order in which a reader sees them. */
export function withoutTargets(text: string): string {
  const words = withoutTails(text).replace(/(\])\[[^[\]]*\]/g, "$1 ");
  return without(words, tagsIn(words));
}

function withoutTails(text: string): string {
  const tails: Span[] = [];
  for (let at = text.indexOf("]("); at >= 0; ) {
    const to = linkTail(text, at + 1)?.to;
    if (to !== undefined) tails.push({ from: at + 1, to });
    at = text.indexOf("](", to ?? at + 2);
  }
  return without(text, tails);
}

/** The text with a blank for each stretch. */
function without(text: string, spans: readonly Span[]): string {
  const pieces: string[] = [];
  let done = 0;
  for (const { from, to } of spans) {
    pieces.push(text.slice(done, from), " ");
    done = to;
  }
  pieces.push(text.slice(done));
  return pieces.join("");
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
