import matter from "gray-matter";
import type { Span } from "../text/span.js";

/** The front matter of a report: its place, its language and its source, not yet understood. */
export interface FrontMatterBlock extends Span {
  /** `yaml` or `json`; anything else is kept as written and never executed. */
  readonly language: string;
  /** The text between the delimiters and where it stands. */
  readonly source: Span;
  /** Set when the block opens but never closes; it then ends with the text. */
  readonly unclosed?: true;
  /** Where a line that begins with `---` and goes on cut the source short. */
  readonly cut?: number;
}

const OPENING = /^---(?!-)[^\r\n]*(?:\r\n?|\n)/;
const CLOSING = /(?:^|\r\n?|\n)---[ \t]*(?=\r|\n|$)/g;
/** A first line that reads as a key: then an unclosed block was meant as front matter and is no rule. */
const KEY = /^[ \t]*(?:#|"?[\p{L}_][\p{L}\p{N}_ -]{0,60}"?[ \t]*:(?:[ \t]|$|\r|\n))/u;

/**
 * The front matter at the start of a text, or undefined. `from` is where to look: behind a byte order mark.
 * `gray-matter` splits it; none of its engines runs: the source is handed on as text.
 */
export function frontMatterBlock(text: string, from: number): FrontMatterBlock | undefined {
  if (!text.startsWith("---", from)) return undefined;
  const opening = OPENING.exec(text.slice(from, from + 200))?.[0];
  if (opening === undefined) return undefined;
  const body = from + opening.length;
  CLOSING.lastIndex = body - 1;
  const close = CLOSING.exec(text);
  if (!close) {
    const json = /^---json/i.test(opening);
    return json || KEY.test(text.slice(body, body + 100))
      ? {
          from,
          to: text.length,
          language: languageOf(opening),
          source: { from: body, to: text.length },
          unclosed: true,
        }
      : undefined;
  }
  const to = close.index + close[0].length;
  const language = languageOf(opening);
  const source = { from: body, to: Math.max(body, close.index) };
  if (language !== "yaml" && language !== "json") return { from, to, language, source };
  if (!mayBeCut(text, body, source.to)) return { from, to, language, source };
  const end = body + sourceLength(text.slice(from, to), language);
  return end < source.to
    ? { from, to, language, source: { from: body, to: end }, cut: end }
    : { from, to, language, source };
}

/** Whether a line of a block begins as its last does: only then it could end before. */
function mayBeCut(text: string, from: number, to: number): boolean {
  const source = text.slice(from - 1, to);
  return source.includes("\r") || source.includes("\n---");
}

/** Length of a closed block's source as `gray-matter` splits it, every engine replaced by one that keeps the text. */
function sourceLength(block: string, language: string): number {
  // gray-matter knows LF only; lone CR and LF are both one character, so offsets stay.
  const engines = {
    yaml: keep,
    json: keep,
    javascript: refuse,
    js: refuse,
    coffee: refuse,
    coffeescript: refuse,
    cson: refuse,
  };
  const split = matter(block.replace(/\r(?!\n)/g, "\n"), { language, engines }).matter;
  return split.length - (split.indexOf("\n") + 1);
}

function languageOf(opening: string): string {
  return opening.slice(3).trim().toLowerCase() || "yaml";
}

const keep = { parse: (source: string) => ({ source }), stringify: () => "" };
const refuse = {
  parse: (): object => {
    throw new Error("front matter in a programming language is never executed");
  },
  stringify: () => "",
};
