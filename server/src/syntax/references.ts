import { IterMode } from "@lezer/common";
import type { Block } from "./blocks.js";
import { LONGEST_LABEL, labelEnd } from "./link-tails.js";

/** The labels that links of a text can refer to, as they are compared. */
export type Labels = ReadonlySet<string>;

/** Where a definition of a label may stand. */
export interface Definition {
  readonly from: number;
  readonly label: string;
}

/**
 * What looks like the definition of a label (`[label]: target`) at the start of a line: all that are one, and some that
 * stand in code or go on a paragraph.
 */
export function definitions(text: string, from: number, to = text.length): Definition[] {
  const found: Definition[] = [];
  const part = text.slice(0, to);
  for (let close = part.indexOf("]:", from); close >= 0; close = part.indexOf("]:", close + 2)) {
    const open = labelStart(text, close, from);
    if (open === undefined || text[open + 1] === "^" || !beginsBlock(text, open, from)) continue;
    found.push({ from: open, label: comparedLabel(text.slice(open + 1, close)) });
  }
  return found;
}

/** The labels that some blocks of a text define; all of them unless said. Those do not depend on which brackets are links. */
export function labelsIn(text: string, blocks: readonly Block[], first = 0, end = blocks.length): string[] {
  const last = blocks[end - 1];
  if (first >= end || !last) return [];
  const { from } = blocks[first]!;
  const labels: string[] = [];
  let at = first;
  for (const definition of definitions(text, from, last.from + last.tree.length)) {
    while (at + 1 < end && blocks[at + 1]!.from <= definition.from) at++;
    if (defines(blocks[at]!, definition.from)) labels.push(definition.label);
  }
  return labels;
}

function defines({ tree, from }: Block, at: number): boolean {
  // Of a paragraph nothing is looked at: it is as long as it is, and can hold as many that look like definitions.
  const cursor = tree.cursor(IterMode.ExcludeBuffers);
  const offset = at - from;
  cursor.moveTo(offset, 1);
  while (cursor.from === offset && cursor.name !== "LinkReference" && cursor.parent());
  return cursor.from === offset && cursor.name === "LinkReference";
}

/** Whether two texts define the same labels, so that the same brackets are links in both. */
export function sameLabels(a: Labels, b: Labels): boolean {
  return a.size === b.size && [...a].every((label) => b.has(label));
}

/**
 * Whether the brackets from before `from` to `close`, behind which no target stands, are a link by their label. The parser itself
 * makes links of all, which takes the brackets from a heading's words, and the target from a link around them.
 */
export function isReference(text: string, from: number, close: number, labels: Labels): boolean {
  if (labels.size === 0) return false;
  const behind = close + 1;
  const label = text[behind] === "[" ? labelEnd(text, behind) : undefined;
  if (label !== undefined && label > behind + 2)
    return labels.has(comparedLabel(text.slice(behind + 1, label - 1)));
  const words = text.slice(from, close);
  return (
    words.length <= LONGEST_LABEL && !/(?<!\\)(?:\\\\)*[[\]]/.test(words) && labels.has(comparedLabel(words))
  );
}

/** Labels are the same whatever their case and white space. */
function comparedLabel(label: string): string {
  return label
    .replace(/[ \t\r\n]+/g, " ")
    .trim()
    .toLowerCase()
    .toUpperCase();
}

/** Where a label begins that ends at `close`. */
function labelStart(text: string, close: number, from: number): number | undefined {
  if (isEscaped(text, close)) return undefined;
  for (let at = close - 1; at >= Math.max(from, close - LONGEST_LABEL - 1); at--) {
    const sign = text[at];
    if ((sign === "[" || sign === "]") && !isEscaped(text, at)) return sign === "[" ? at : undefined;
  }
  return undefined;
}

function isEscaped(text: string, at: number): boolean {
  let from = at;
  while (text[from - 1] === "\\") from--;
  return (at - from) % 2 === 1;
}

/** Whether only white space and marks of quotes and lists stand before a place on its line. */
function beginsBlock(text: string, at: number, from: number): boolean {
  let before = at - 1;
  while (before >= from && /[ \t>*+\-.)\d]/.test(text[before]!)) before--;
  // A footnote can begin with a definition.
  return before < from || /[\r\n:]/.test(text[before]!);
}
