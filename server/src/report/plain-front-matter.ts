import type { FrontMatterEntry } from "./front-matter.js";

/** A key and what stands behind it on its line. */
const LINE = /^([A-Za-z][\w-]*): +([^ ].*)$/;
/** A text without quotation marks of which YAML could think nothing else, and one in them without escapes. */
const BARE = /^[\p{L}\d](?:[\p{L}\p{N} .,/()–—’'&+@_-]*[\p{L}\p{N}.)/])?$/u;
const BARE_ITEM = /^[\p{L}\d](?:[\p{L}\p{N} ./()–—’'&+@_-]*[\p{L}\p{N}.)/])?$/u;
const QUOTED = /^"[^"\\\t]*"$/;
/** Words and numbers that YAML takes for something other than text, and what looks like one. */
const NO_TEXT = /^(?:[-+.\d_]|(?:null|true|false|yes|no|on|off)$)/i;
const DATES = /^\d{4}-\d{2}-\d{2}(?:\/\d{4}-\d{2}-\d{2})?$/;
/** Longer front matter is left to the library. */
const MOST = 4000;

/**
 * The entries of front matter that is nothing but lines of one key and one text, or one list of texts in brackets: what
 * nearly all reports have. Undefined for anything else, which the library reads. Offsets count from the source's start.
 */
export function plainEntries(yaml: string): FrontMatterEntry[] | undefined {
  if (yaml.length > MOST || /[\r\t#]/.test(yaml)) return undefined;
  const entries: FrontMatterEntry[] = [];
  const keys = new Set<string>();
  let at = 0;
  for (const line of yaml.split("\n")) {
    const from = at;
    at += line.length + 1;
    const words = withoutBlanks(line);
    if (words === "") continue;
    const found = LINE.exec(words);
    const key = found?.[1];
    const source = found?.[2];
    if (key === undefined || source === undefined || keys.has(key) || NO_TEXT.test(key)) return undefined;
    const value = readValue(source);
    if (value === undefined) return undefined;
    keys.add(key);
    const start = from + line.indexOf(source, key.length + 1);
    entries.push({
      key,
      keySpan: { from, to: from + key.length },
      valueSpan: { from: start, to: start + source.length },
      value,
      type: typeof value === "string" ? "string" : "list",
    });
  }
  return entries.length === 0 ? undefined : entries;
}

/** A text without the blanks at its end; other white space is text to YAML. */
function withoutBlanks(text: string): string {
  let end = text.length;
  while (end > 0 && text[end - 1] === " ") end--;
  return text.slice(0, end);
}

function readValue(source: string): string | string[] | undefined {
  if (QUOTED.test(source)) return source.slice(1, -1);
  if (isText(source, BARE)) return source;
  if (!source.startsWith("[") || !source.endsWith("]")) return undefined;
  const items = source
    .slice(1, -1)
    .split(",")
    .map((item) => withoutBlanks(item.replace(/^ +/, "")));
  return items.every((item) => isText(item, BARE_ITEM)) ? items : undefined;
}

function isText(source: string, shape: RegExp): boolean {
  return shape.test(source) && (!NO_TEXT.test(source) || DATES.test(source));
}
