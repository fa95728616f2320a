/** What is passed over as one: addresses, which read the same in Markdown as in plain text. */
const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>`]+/iy;
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/iy;
const SPECIAL = /[\\`*_<&[\]~hHwW]/g;
/** A line drawn across the page, its blanks taken out. */
const RULE = /^(?:-{3,}|_{3,}|\*{3,})$/;
/** The second row of a table, or what is near to one. */
const TABLE_RULE = /^(?=[^|]*\|)(?=[^-]*-)[|:\- \t]+$/;

/**
 * Where, in a stretch of one line of plain text, a backslash keeps a character from being taken for Markdown.
 * Offsets are those of `text`, ascending.
 */
export function inlineEscapes(text: string, from: number, to: number): number[] {
  const found: number[] = [];
  /** The last opening bracket with no bracket behind it, and how many are open before it. */
  let open: number | undefined;
  let depth = 0;
  let behind = from;
  for (const match of text.slice(from, to).matchAll(SPECIAL)) {
    const at = from + match.index;
    if (at < behind) continue;
    const address = addressAt(text, at);
    if (address > 0) behind = at + address;
    else if (match[0] === "[") {
      if (open !== undefined) depth++;
      open = at;
    } else if (match[0] === "]") {
      if (text[at + 1] === "(" && at + 1 < to) {
        if (open !== undefined) found.push(open);
        if (open === undefined || depth > 0) found.push(at);
      }
      if (open === undefined && depth > 0) depth--;
      open = undefined;
    } else if (isTaken(text, at)) found.push(at);
  }
  return found.sort((a, b) => a - b);
}

function addressAt(text: string, at: number): number {
  if (!/[hw]/i.test(text[at]!) || /[\p{L}\p{N}]/u.test(text[at - 1] ?? " ")) return 0;
  ADDRESS.lastIndex = at;
  return ADDRESS.exec(text)?.[0].length ?? 0;
}

/** Whether Markdown would take the character at `at` for markup. */
function isTaken(text: string, at: number): boolean {
  const before = text[at - 1] ?? " ";
  const after = text[at + 1] ?? " ";
  switch (text[at]) {
    case "\\":
      return /[!-/:-@[-`{-~\r\n]/.test(text[at + 1] ?? "\n");
    case "`":
      return true;
    case "*":
      return !(/\s/.test(before) && /\s/.test(after));
    case "_":
      return (
        !(/[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after)) &&
        !(/\s/.test(before) && /\s/.test(after))
      );
    case "<":
      return /[a-z/!?]/i.test(after);
    case "~":
      return before === "~" || after === "~";
    case "&":
      ENTITY.lastIndex = at;
      return ENTITY.test(text);
    default:
      return false;
  }
}

/**
 * Where in a line, its indentation taken off, a backslash keeps its start from opening a block of Markdown; undefined
 * where it opens none. `first` says whether the line begins a paragraph.
 */
export function blockEscape(line: string, first: boolean): number | undefined {
  const number = /^(\d{1,9})[.)](?=[ \t]|$)/.exec(line);
  if (number) return number[1]!.length;
  const opens =
    /^(?:#{1,6}(?=[ \t]|$)|>|[-+*](?=[ \t]|$))/.test(line) ||
    /^(?:=+|-+)[ \t]*$/.test(line) ||
    isRule(line) ||
    TABLE_RULE.test(line) ||
    (first && /^\[(?!\^)[^\]]{1,999}\]:/.test(line));
  return opens ? 0 : undefined;
}

/** Whether a line draws a line across the page, which Markdown does as well. */
export function isRule(line: string): boolean {
  return /^[-_* \t]+$/.test(line) && RULE.test(line.replace(/[ \t]/g, ""));
}

/** Where the closing marks of a Markdown heading would be taken off its text: `Intro to C #`. */
export function closingEscape(heading: string): number | undefined {
  const found = /(?:^|[ \t])(#+)[ \t]*$/.exec(heading);
  return found ? found.index + found[0].indexOf("#") : undefined;
}
