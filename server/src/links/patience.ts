/** More than this is no report that somebody typed; its links are not looked for. In UTF-16 units. */
export const LONGEST_TEXT = 1 << 18;
/** Steps that looking for links may take, roughly; a long report takes a hundredth of it. */
const STEPS = 50_000_000;
/** Completion reads the line before the cursor with less careful patterns. */
export const LONGEST_LINE = 8_000;
/** Tags that hold nothing. */
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i;

/**
 * Whether the patterns of the library that finds links take a bounded time on a text. Some of them go on to the end
 * from each place where they begin; this counts, in one pass each, how far they would go.
 */
export function bearable(text: string): boolean {
  if (text.length > LONGEST_TEXT) return false;
  return blankSteps(text) + labelSteps(text) + addressSteps(text) + tickSteps(text) + tagSteps(text) <= STEPS;
}

/** Blanks are tried for two gaps at once, and behind a bracket for three. */
function blankSteps(text: string): number {
  let steps = 0;
  for (const { 0: run, index } of text.matchAll(/\s{8,}/g))
    steps += run.length ** (/[[(]/.test(text[index - 1] ?? "") ? 3 : 2);
  return steps;
}

/** A bracket at the start of a line is read up to the next closing one: `[label]: target`. */
function labelSteps(text: string): number {
  let steps = 0;
  let close = 0;
  for (const { index } of text.matchAll(/^[ \t]*\[/gm)) {
    if (close < index) close = placeOf(text, "]", index);
    steps += close - index;
  }
  return steps;
}

/** An address in angle brackets is read up to the next blank or bracket. */
function addressSteps(text: string): number {
  let steps = 0;
  let end = 0;
  const stop = /[>\s]/g;
  for (const { index } of text.matchAll(/<\w/g)) {
    if (end < index) {
      stop.lastIndex = index;
      end = stop.exec(text)?.index ?? text.length;
    }
    steps += end - index;
  }
  return steps;
}

/** A run of back ticks is looked for again to the end of its paragraph, once for each shorter run in it. */
function tickSteps(text: string): number {
  let steps = 0;
  for (const paragraph of text.split(/\n[ \t\r]*\n/)) {
    let ticks = 0;
    for (const { 0: run } of paragraph.matchAll(/`+/g)) ticks += run.length;
    steps += ticks * paragraph.length;
  }
  return steps;
}

/** A tag with a target is written out with all that it holds, once for each tag around what it holds. */
function tagSteps(text: string): number {
  let targets = 0;
  let depth = 0;
  let deepest = 1;
  for (const { 1: closes, 2: name } of text.matchAll(/<(\/?)([a-z]{1,10})/gi)) {
    if (VOID.test(name!)) targets++;
    else if (closes) depth = Math.max(0, depth - 1);
    else {
      if (/^(?:a|video)$/i.test(name!)) targets++;
      deepest = Math.max(deepest, ++depth);
    }
  }
  return (targets * text.length * deepest) / 8;
}

function placeOf(text: string, wanted: string, from: number): number {
  const at = text.indexOf(wanted, from);
  return at < 0 ? text.length : at;
}
