import type { Block } from "../syntax/blocks.js";
import { among, isDigit, isSpace } from "../text/characters.js";
import { lineEnd, lineStart } from "../text/line-break.js";
import type { Line } from "./speaker-lines.js";

/** Blocks whose lines are neither quoted nor entries by what stands around them. */
const PLAIN = new Set(["Paragraph", "PlainItem"]);
/** How far before and behind a line's words what stands around them is looked at. */
const MOST_BEFORE = 60;
const MOST_BEHIND = 400;

const EMPHASIS_BEFORE = /(?:\*{1,3}|_{1,3})["“[]?$/;
const EMPHASIS_BEHIND = /^[.:!]?["”\]]?(?:\([^()]*\))?[*_]{1,3}/;
const NUMBERED = /^[\s>]*\d{1,3}[.)]\s/;
const isBullet = among("-*+•·▪◦‣–—");
/** The rest of a link and of emphasis, and nothing else. */
const NOTHING_BEHIND = /^\]?(?:\([^()\s]{0,300}\)|\[[^\][]{0,60}\])?[*_]{0,3}\s*$/;

/** How the words of a block that stand from `from` to `to` of the source stand on their line there. */
export function lineIn(source: string, { tree }: Block, from: number, to: number, text: string): Line {
  const { name } = tree.type;
  const before = lineStart(source, from, tree.length === 0 ? 0 : Math.max(from - MOST_BEFORE, 0));
  const behind = restEnd(source, to);
  // Most lines are whole paragraphs, or go from one line break to the next.
  if (before === from && behind === to && PLAIN.has(name))
    return { text, style: name === "PlainItem" ? "item" : "plain", nested: false, last: true };
  const lead = source.slice(before, from);
  const tail = source.slice(to, behind);
  const emphasised = tail !== "" && EMPHASIS_BEHIND.test(tail) && EMPHASIS_BEFORE.test(lead);
  const item = name === "PlainItem" || isItem(lead);
  return {
    text,
    style: emphasised ? "emphasis" : name === "Blockquote" ? "quote" : item ? "item" : "plain",
    nested: item && isNested(lead),
    last:
      emphasised ||
      tail === "" ||
      NOTHING_BEHIND.test(
        tail.replace(/\([^()]{0,400}\)/, "()").replace(/<[^<>]{1,60}>|(?<![\s|])[\s|]+$/g, ""),
      ),
  };
}

/** Whether what stands before the words of a line begins as an item of a list does. */
function isItem(lead: string): boolean {
  let at = 0;
  while (at < lead.length && (lead[at] === ">" || isSpace(lead.charCodeAt(at)))) at++;
  const code = lead.charCodeAt(at);
  return isBullet(code) ? isSpace(lead.charCodeAt(at + 1)) : isDigit(code) && NUMBERED.test(lead);
}

/** Whether it is further in than the items of a list: by a tab or two blanks, one more before them not counted. */
function isNested(lead: string): boolean {
  const at = lead[0] === " " ? 1 : 0;
  return lead[at] === "\t" || (lead[at] === " " && lead[at + 1] === " ");
}

/** Where the line ends that `from` stands in, as far as it is looked at. */
function restEnd(text: string, from: number): number {
  return lineEnd(text, from, Math.min(text.length, from + MOST_BEHIND));
}
