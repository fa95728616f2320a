/** Balanced brackets and link tails in one paragraph, as far as internal comments need them. */

const TAG =
  /<(?:!--[\s\S]*?-->|\/?[a-z][\w-]*(?:\s+[a-z:_][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?>|[a-z][\w+.-]+:[^\s<>]+>)/iy;

/**
 * For each `[` of a paragraph that is balanced, the offset of its `]`. Escapes, code spans, tags,
 * autolinks and link targets are skipped: a bracket in them belongs to them. One pass, linear in the text.
 */
export function bracketPairs(text: string): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  const codeEnds = codeSpanEnds(text);
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === 92) at += 2;
    else if (code === 96) at = codeEnds.get(at) ?? at + 1;
    else if (code === 60) at = tagEnd(text, at);
    else {
      const start = code === 93 ? open.pop() : undefined;
      if (code === 91) open.push(at);
      if (start !== undefined) pairs.set(start, at);
      at = start !== undefined && text[at + 1] === "(" ? linkTailEnd(text, at + 1) : at + 1;
    }
  }
  return pairs;
}

/**
 * Where a link's tail ends whose text's `]` is before `at`: behind `(target "title")` or `[label]`.
 * Answers `at` where no tail follows.
 */
export function linkTailEnd(text: string, at: number): number {
  if (text[at] === "[") {
    const label = /^\[[^[\]]{0,999}\]/.exec(text.slice(at, at + 1001));
    return label ? at + label[0].length : at;
  }
  if (text[at] !== "(") return at;
  let i = skipSpace(text, at + 1);
  if (text[i] === "<") {
    while (i < text.length && text[i] !== ">" && text[i] !== "\n") i++;
    i++;
  } else {
    for (let depth = 0; i < text.length && !/\s/.test(text[i]!); i++) {
      if (text[i] === "\\") i++;
      else if (text[i] === "(") depth++;
      else if (text[i] === ")" && depth-- === 0) break;
    }
  }
  i = skipSpace(text, i);
  const quote = text[i];
  if (quote === '"' || quote === "'" || quote === "(") {
    const end = quote === "(" ? ")" : quote;
    i++;
    while (i < text.length && text[i] !== end) i += text[i] === "\\" ? 2 : 1;
    i = skipSpace(text, i + 1);
  }
  return text[i] === ")" ? i + 1 : at;
}

function skipSpace(text: string, at: number): number {
  let i = at;
  while (i < text.length && /\s/.test(text[i]!)) i++;
  return i;
}

/** For each run of backticks that opens a code span, the offset behind the span. */
function codeSpanEnds(text: string): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  if (!text.includes("`")) return ends;
  const runs = [...text.matchAll(/`+/g)].map((run) => ({ from: run.index, length: run[0].length }));
  const next = new Map<number, number>();
  for (const run of runs.reverse()) {
    const close = next.get(run.length);
    ends.set(run.from, close ?? run.from + run.length);
    next.set(run.length, run.from + run.length);
  }
  return ends;
}

function tagEnd(text: string, at: number): number {
  TAG.lastIndex = at;
  return TAG.test(text) ? TAG.lastIndex : at + 1;
}
