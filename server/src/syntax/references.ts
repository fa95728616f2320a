import { IterMode, type Tree } from "@lezer/common";
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
export function definitions(text: string, from: number): Definition[] {
  const found: Definition[] = [];
  for (let close = text.indexOf("]:", from); close >= 0; close = text.indexOf("]:", close + 2)) {
    const open = labelStart(text, close, from);
    if (open === undefined || text[open + 1] === "^" || !beginsBlock(text, open, from)) continue;
    found.push({ from: open, label: comparedLabel(text.slice(open + 1, close)) });
  }
  return found;
}

/** The labels that are defined, by the blocks of the text. Those do not depend on which brackets are links. */
export function labelsOf(tree: Tree, candidates: readonly Definition[]): Labels {
  // Of a paragraph nothing is looked at: it is as long as it is, and can hold as many that look like definitions.
  const cursor = tree.cursor(IterMode.ExcludeBuffers);
  const defined = ({ from }: Definition) => {
    cursor.moveTo(from, 1);
    while (cursor.from === from && cursor.name !== "LinkReference" && cursor.parent());
    return cursor.from === from && cursor.name === "LinkReference";
  };
  return new Set(candidates.filter(defined).map(({ label }) => label));
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
