import { AngleScanner } from "../syntax/angle-scanner.js";

/** More than this is no report that somebody typed; its links are not looked for. In UTF-16 units. */
export const LONGEST_TEXT = 1 << 18;
/** Steps that looking for links may take, roughly; a long report takes a hundredth of it. */
const STEPS = 50_000_000;
/** Completion reads the line before the cursor with less careful patterns. */
export const LONGEST_LINE = 8_000;
/** Tags in so many others are walked by recursion; browsers put the 513th beside the 512th. */
const DEEPEST = 512;
const TAG = /<(?:!--|(\/?)([a-z][-.:\w]*))/gi;
/** Tags that hold nothing. */
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i;
const TARGETS = /^(?:a|area|base|br|col|embed|hr|img|input|link|meta|source|track|video|wbr)$/i;
/** Tags that end one of the same name that is open. */
const CLOSED_BY_ITSELF = /^(?:h[1-6]|li|p|td|th)$/;

/**
 * Whether the patterns of the library that finds links take a bounded time on a text. Some of them go on to the end
 * from each place where they begin; this counts, in one pass each, how far they would go.
 */
export function bearable(text: string): boolean {
  if (text.length > LONGEST_TEXT) return false;
  const steps = [blankSteps, labelSteps, addressSteps, tickSteps, commentSteps, definitionSteps, tagSteps];
  return steps.reduce((sum, of) => sum + of(text), 0) <= STEPS;
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

/** The end of a comment is looked for from each place where one begins. */
function commentSteps(text: string): number {
  const last = text.lastIndexOf("-->");
  let steps = 0;
  for (const { index } of text.slice(last + 1).matchAll(/<!--/g)) steps += text.length - last - index;
  return steps;
}

/** A label that is defined several times is told of each definition, with all others: so many steps are one of them. */
const STEPS_OF_PAIR = 50;

function definitionSteps(text: string): number {
  const counts = new Map<string, number>();
  for (const { 1: label = "" } of text.matchAll(/\[([^[\]]{0,999})\]:/g)) {
    const key = label.trim().toLowerCase();
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  let steps = 0;
  for (const count of counts.values()) steps += count ** 2 * STEPS_OF_PAIR;
  return steps;
}

/**
 * A tag with a target is written out with all that it holds, once for each tag around what it holds; what stays open gives
 * all that it holds to what is around it, piece by piece; each that ends is looked for among its neighbours.
 */
function tagSteps(text: string): number {
  const { targets, tags, deepest, open } = tagsOf(text);
  if (deepest > DEEPEST) return Number.POSITIVE_INFINITY;
  return (targets * text.length * deepest) / 8 + ((open + 2) * tags ** 2) / 16;
}

/** Counts the tags of a text and those that stay open, in doubt too many: a tag ends only the one that began last. */
function tagsOf(text: string) {
  const angles = new AngleScanner(text);
  const around: string[] = [];
  let targets = 0;
  let tags = 0;
  let deepest = 1;
  // What is no tag here may be one to the library, and hold what is one here.
  let doubtful = false;
  TAG.lastIndex = 0;
  for (let found = TAG.exec(text); found; found = TAG.exec(text)) {
    const [begin, slash, name = ""] = found;
    const angle = angles.at(found.index);
    if (angle) TAG.lastIndex = angle.to;
    if (begin === "<!--") continue;
    tags++;
    if (slash) {
      if (angle && !doubtful && around.at(-1) === name) around.pop();
      continue;
    }
    if (angle?.kind !== "HTMLTag") doubtful = true;
    if (TARGETS.test(name)) targets++;
    if (VOID.test(name)) continue;
    if (around.at(-1) === name && CLOSED_BY_ITSELF.test(name)) around.pop();
    around.push(name);
    deepest = Math.max(deepest, around.length);
  }
  return { targets, tags, deepest, open: around.length };
}

function placeOf(text: string, wanted: string, from: number): number {
  const at = text.indexOf(wanted, from);
  return at < 0 ? text.length : at;
}
