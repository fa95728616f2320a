import type { SyntaxNode, Tree } from "@lezer/common";
import { InlineContext, type MarkdownConfig } from "@lezer/markdown";

/** The labels that links of a text can refer to, as they are compared. */
export type Labels = ReadonlySet<string>;

/** The longest label there is, by the specification. */
const LONGEST = 999;
/** White space of Markdown, which a no-break space is not. */
const SPACE = /[ \t\r\n\v\f]/;

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
  const defined = ({ from }: Definition) => {
    let node: SyntaxNode | null = tree.resolveInner(from, 1);
    while (node?.from === from && node.name !== "LinkReference") node = node.parent;
    return node?.from === from;
  };
  return new Set(candidates.filter(defined).map(({ label }) => label));
}

/** Whether two texts define the same labels, so that the same brackets are links in both. */
export function sameLabels(a: Labels, b: Labels): boolean {
  return a.size === b.size && [...a].every((label) => b.has(label));
}

/**
 * Brackets whose label is not defined are text. The parser itself makes links of all, which takes the brackets from a
 * heading's words, and the target from a link around them. `labels` answers those of the text that is being parsed.
 */
export function references(labels: () => Labels): MarkdownConfig {
  return {
    parseInline: [
      {
        name: "UndefinedReference",
        before: "LinkEnd",
        parse(cx, next, pos) {
          const opener = next === 93 ? nearestOpener(cx) : undefined;
          // Without its side an opener is taken away with this bracket, and what it held stays as it is.
          if (opener && opener.side !== 0 && !isLink(cx, opener.to, pos, labels())) opener.side = 0;
          return -1;
        },
      },
    ],
  };
}

interface Opener {
  readonly type: object;
  readonly to: number;
  side: number;
}

/** The last bracket that is open. */
function nearestOpener(cx: InlineContext): Opener | undefined {
  // The parser keeps what it has read so far, and does not declare it; `findOpeningDelimiter` passes over those in links.
  const { parts } = cx as InlineContext & { readonly parts: readonly (Partial<Opener> | null)[] };
  const { linkStart, imageStart } = InlineContext;
  const found = parts.findLast((part) => part?.type === linkStart || part?.type === imageStart);
  return found as Opener | undefined;
}

function isLink(cx: InlineContext, from: number, close: number, labels: Labels): boolean {
  const { text, offset } = cx;
  const behind = close + 1 - offset;
  if (text[behind] === "(" && tailEnd(text, behind) !== undefined) return true;
  if (labels.size === 0) return false;
  const label = text[behind] === "[" ? labelEnd(text, behind) : undefined;
  if (label !== undefined && label > behind + 1)
    return labels.has(comparedLabel(text.slice(behind + 1, label)));
  const words = text.slice(from - offset, close - offset);
  return words.length <= LONGEST && !/(?<!\\)(?:\\\\)*[[\]]/.test(words) && labels.has(comparedLabel(words));
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
  for (let at = close - 1; at >= Math.max(from, close - LONGEST - 1); at--) {
    const sign = text[at];
    if ((sign === "[" || sign === "]") && !isEscaped(text, at)) return sign === "[" ? at : undefined;
  }
  return undefined;
}

/** Where the label ends that begins at `open`: the offset of its bracket. */
function labelEnd(text: string, open: number): number | undefined {
  for (let at = open + 1; at < Math.min(text.length, open + LONGEST + 2); at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === "]") return at;
    else if (text[at] === "[") return undefined;
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

/** Where a link's tail ends, `(target "title")` as the specification has it; undefined where there is none. */
function tailEnd(text: string, open: number): number | undefined {
  let at = skipSpace(text, open + 1);
  const target = text[at] === ")" ? at : targetEnd(text, at);
  if (target === undefined) return undefined;
  at = skipSpace(text, target);
  if (at > target && /["'(]/.test(text[at] ?? "")) {
    const title = titleEnd(text, at);
    if (title === undefined) return undefined;
    at = skipSpace(text, title);
  }
  return text[at] === ")" ? at + 1 : undefined;
}

function targetEnd(text: string, from: number): number | undefined {
  const bracketed = text[from] === "<";
  let depth = 0;
  for (let at = bracketed ? from + 1 : from; at < text.length; at++) {
    const sign = text[at]!;
    if (sign === "\\" && /[!-/:-@[-`{-~]/.test(text[at + 1] ?? "")) at++;
    else if (bracketed) {
      if (sign === ">") return at + 1;
      if (sign === "<" || sign === "\n") return undefined;
    } else if (SPACE.test(sign)) return depth === 0 ? at : undefined;
    else if (sign === "(") depth++;
    else if (sign === ")" && depth-- === 0) return at;
  }
  return undefined;
}

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
  while (at < text.length && SPACE.test(text[at]!)) at++;
  return at;
}
