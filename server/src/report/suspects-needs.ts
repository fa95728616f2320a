/** Words so common that looking for them tells little. */
const COMMON = new Set(
  "the a an of to in is are and for that it on with i you be at this as was by or have from we they will can do has".split(
    " ",
  ),
);
/** As many sets as the prefilter has bits for. */
const MOST_NEEDS = 8;

/** The sets of words that a pattern cannot do without, most telling first. */
export function needsOf(pattern: string): string[][] {
  const sets: string[][] = [];
  for (const part of partsOf(pattern)) {
    const words = part.startsWith("(")
      ? alternatives(part.slice(1, -1)).map(longestWord)
      : [longestWord(part)];
    if (words.every((word) => word !== "")) sets.push([...new Set(words)]);
  }
  const common = (words: readonly string[]) => words.filter((word) => COMMON.has(word)).length;
  const telling = sets.filter((words) => common(words) === 0);
  const chosen = telling.length > 0 ? telling : sets.sort((a, b) => common(a) - common(b)).slice(0, 2);
  return chosen.slice(0, MOST_NEEDS);
}

/** The words and groups of a pattern that are not optional. */
function partsOf(pattern: string): string[] {
  const parts: string[] = [];
  let at = 0;
  while (at < pattern.length) {
    const opener = pattern[at];
    let end = at + 1;
    if (opener === "(" || opener === "[") end = closingOf(pattern, at) + 1;
    else while (end < pattern.length && !/[ ([]/.test(pattern[end]!)) end++;
    const part = pattern.slice(at, end);
    const optional = opener === "[" || part.startsWith("(?") || /[?*]/.test(pattern[end] ?? "");
    if (!optional) parts.push(part);
    at = end;
  }
  return parts;
}

/** The offset of the bracket that closes the one at `at`. */
function closingOf(pattern: string, at: number): number {
  let depth = 0;
  for (let index = at; index < pattern.length; index++) {
    if (/[([]/.test(pattern[index]!)) depth++;
    else if (/[)\]]/.test(pattern[index]!) && --depth === 0) return index;
  }
  return pattern.length - 1;
}

function alternatives(group: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index <= group.length; index++) {
    const sign = group[index];
    if (sign === "(" || sign === "[") depth++;
    else if (sign === ")" || sign === "]") depth--;
    else if (sign === undefined || (sign === "|" && depth === 0)) {
      found.push(group.slice(start, index));
      start = index + 1;
    }
  }
  // A group in a group adds its own alternatives where it stands alone.
  return found.flatMap((part) =>
    /^\((?!\?).*\)$/.test(part) && closingOf(part, 0) === part.length - 1
      ? alternatives(part.slice(1, -1))
      : [part],
  );
}

/** The longest word that a piece of a pattern cannot do without, or "". */
function longestWord(part: string): string {
  let plain = part;
  for (let before = ""; before !== plain; ) {
    before = plain;
    plain = plain.replace(/\([^()[\]]*\)[?*]?|\[[^()[\]]*\]/g, " ");
  }
  const words = plain.split(" ").filter((word) => /^[a-z0-9à-ÿ']+$/.test(word));
  const weight = (word: string) => (COMMON.has(word) ? 0 : word.length);
  return words.reduce((best, word) => (best === "" || weight(word) > weight(best) ? word : best), "");
}
