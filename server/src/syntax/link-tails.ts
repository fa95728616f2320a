import { MOST_PARENTHESES } from "./limits.js";

/** What stands behind the `]` of a link's text: offsets of the text that it is in. */
export interface LinkTail {
  readonly to: number;
  readonly target?: { readonly from: number; readonly to: number };
  readonly title?: { readonly from: number; readonly to: number };
  /** Set where a label stands there: `[label]`. */
  readonly label?: { readonly from: number; readonly to: number };
}

/** The longest label of CommonMark. */
const LONGEST_LABEL = 999;

/** The tail of a link whose text's `]` is before `at`: `(target "title")` or `[label]`. */
export function linkTail(text: string, at: number): LinkTail | undefined {
  if (text[at] === "[") {
    const to = labelEnd(text, at);
    return to === undefined ? undefined : { to, label: { from: at, to } };
  }
  if (text[at] !== "(") return undefined;
  let i = skipSpace(text, at + 1);
  const target = found(i, targetEnd(text, i));
  let title: { from: number; to: number } | undefined;
  if (target) {
    i = skipSpace(text, target.to);
    // White space must part a target and a title.
    if (i > target.to) title = found(i, titleEnd(text, i));
    if (title) i = skipSpace(text, title.to);
  }
  if (text[i] !== ")") return undefined;
  return { to: i + 1, ...(target && { target }), ...(title && { title }) };
}

/** Where a label ends that begins at `at`. */
function labelEnd(text: string, at: number): number | undefined {
  const most = Math.min(text.length, at + 1 + LONGEST_LABEL);
  for (let i = at + 1; i < most; i++) {
    if (text[i] === "\\") i++;
    else if (text[i] === "]") return i + 1;
    else if (text[i] === "[") return undefined;
  }
  return undefined;
}

function targetEnd(text: string, at: number): number | undefined {
  if (text[at] === "<") {
    for (let i = at + 1; i < text.length && text[i] !== "<" && text[i] !== "\n"; i++) {
      if (text[i] === ">") return i + 1;
      if (text[i] === "\\") i++;
    }
    return undefined;
  }
  let depth = 0;
  let i = at;
  for (; i < text.length && !isSpace(text.charCodeAt(i)); i++) {
    if (text[i] === "\\" && i + 1 < text.length && !isSpace(text.charCodeAt(i + 1))) i++;
    else if (text[i] === "(" && ++depth > MOST_PARENTHESES) return undefined;
    else if (text[i] === ")" && depth-- === 0) break;
  }
  return i > at ? i : undefined;
}

function titleEnd(text: string, at: number): number | undefined {
  const quote = text[at];
  if (quote !== '"' && quote !== "'" && quote !== "(") return undefined;
  const end = quote === "(" ? ")" : quote;
  for (let i = at + 1; i < text.length; i++) {
    if (text[i] === "\\") i++;
    else if (text[i] === end) return i + 1;
    else if (text[i] === quote) return undefined;
  }
  return undefined;
}

function found(from: number, to: number | undefined) {
  return to === undefined ? undefined : { from, to };
}

function skipSpace(text: string, at: number): number {
  let i = at;
  while (i < text.length && isSpace(text.charCodeAt(i))) i++;
  return i;
}

/** White space of Markdown: blank, tab, line feed, carriage return. */
function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}
