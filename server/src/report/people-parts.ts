import { among, isSpace } from "../text/characters.js";

/** A stretch of a text and what it holds. */
export interface Part {
  readonly text: string;
  readonly from: number;
}

/** The whole of a text, or what stands behind `from`. */
export function part(text: string, from: number): Part {
  return { text, from };
}

/** Without white space, quotation marks and marks of emphasis around it. */
export function trimmed({ text, from }: Part): Part {
  let start = 0;
  let end = text.length;
  while (start < end && isAround(text.charCodeAt(start))) start++;
  while (end > start && isAround(text.charCodeAt(end - 1))) end--;
  return { text: text.slice(start, end), from: from + start };
}

function isAround(code: number): boolean {
  return isSpace(code) || isAroundName(code);
}

const isAroundName = among('"“”*_');

/** What stands between people. */
export interface Separator {
  /** Anchored. */
  readonly pattern: RegExp;
  /** The first units of it that are no white space, those beyond ASCII included. */
  readonly begins: (code: number) => boolean;
}

export const SEMICOLON: Separator = { pattern: /^\s*;\s*/, begins: among(";") };
export const COMMA: Separator = {
  pattern: /^(?:\s*,\s*(?:(?:and|und|et|y|e|&)\s+)?|\s+[-–—|/]\s+|\s*[–—]\s+)/,
  begins: among(",-–—|/"),
};
export const AND: Separator = {
  pattern: /^(?:\s+(?:and|und|et|y|e|with|mit|avec|con)\s+|\s*(?:&|\/|\+)\s*)/i,
  begins: among("aueywmcAUEYWMC&/+"),
};
/** The signs that these begin with where no white space stands before them. */
const isSeparator = among(";,–—&/+");

/** Splits at separators that stand outside parentheses. */
export function split(whole: Part, { pattern, begins }: Separator): readonly Part[] {
  const { text, from } = whole;
  let parts: Part[] | undefined;
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 40 || code === 91) depth++;
    else if (code === 41 || code === 93) depth = Math.max(0, depth - 1);
    if (depth > 0 || !(isSpace(code) || isSeparator(code)) || !begins(nextSign(text, at))) continue;
    const found = pattern.exec(text.slice(at, at + 24));
    if (!found) continue;
    parts ??= [];
    parts.push({ text: text.slice(start, at), from: from + start });
    start = at + found[0].length;
    at = start - 1;
  }
  if (!parts) return [whole];
  parts.push({ text: text.slice(start), from: from + start });
  return parts;
}

/** The first unit at `from` or behind it that is no white space; NaN at the end. */
function nextSign(text: string, from: number): number {
  let at = from;
  while (at < text.length && isSpace(text.charCodeAt(at))) at++;
  return text.charCodeAt(at);
}
