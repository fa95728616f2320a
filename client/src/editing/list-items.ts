/** A line that begins a list item, in its parts: joined again they are the line. */
export interface ListItem {
  /** The marks of the block quotes around it, each with the one space behind it. */
  readonly quote: string;
  readonly indent: string;
  /** `-`, `*`, `+`, `•`, `–`, or a number with `.` or `)`. */
  readonly marker: string;
  readonly gap: string;
  /** The box of a task and the space behind it. */
  readonly task: string;
  readonly text: string;
  /** The number of an ordered item. */
  readonly number?: number;
}

/** A line without the marks of the quotes around it. */
export interface QuotedLine {
  readonly quote: string;
  readonly indent: string;
  readonly rest: string;
}

const MARKER = /^([-*+•–]|(\d{1,3})[.)])([ \t]+|$)/;
const TASK = /^\[[ xX]\](?:[ \t]+|$)/;
const THEMATIC_BREAK = /^([-*_])(?:[ \t]*\1){2,}[ \t]*$/;
/** Markdown counts a tab as the blanks up to the next multiple of this many columns. */
const TAB_STOP = 4;

/** A line in its parts: quote marks, white space, the rest. */
export function quotedLine(line: string): QuotedLine {
  const mark = /[ \t]*> ?/y;
  let end = 0;
  while (mark.test(line)) end = mark.lastIndex;
  const indent = /^[ \t]*/.exec(line.slice(end))?.[0] ?? "";
  return { quote: line.slice(0, end), indent, rest: line.slice(end + indent.length) };
}

/** The list item that a line begins, if it begins one. */
export function listItem(line: string): ListItem | undefined {
  const { quote, indent, rest } = quotedLine(line);
  const found = MARKER.exec(rest);
  if (!found || THEMATIC_BREAK.test(rest)) return undefined;
  const [head, marker = "", digits, gap = ""] = found;
  const behind = rest.slice(head.length);
  const task = TASK.exec(behind)?.[0] ?? "";
  return {
    quote,
    indent,
    marker,
    gap,
    task,
    text: behind.slice(task.length),
    ...(digits === undefined ? {} : { number: Number(digits) }),
  };
}

/** How many columns of the line an item's marks take: its text begins behind them. */
export function leadLength({ quote, indent, marker, gap, task }: ListItem): number {
  return quote.length + indent.length + marker.length + gap.length + task.length;
}

/** The column, counted from the quote's inner edge, from which a block belongs to an item. */
export function contentColumn({ indent, marker, gap }: ListItem): number {
  const behindMarker = columns(indent) + marker.length;
  const text = columns(indent + marker + gap);
  // White space of five and more begins indented code: the item's text then begins behind one blank.
  return gap === "" || text - behindMarker > TAB_STOP ? behindMarker + 1 : text;
}

/** The width of a text at the start of a line, tabs counted as Markdown does. */
export function columns(text: string): number {
  let width = 0;
  for (const character of text) width += character === "\t" ? TAB_STOP - (width % TAB_STOP) : 1;
  return width;
}

/** How many block quotes the quote marks open. */
export function quoteDepth(quote: string): number {
  return quote.split(">").length - 1;
}

/** A line with the white space before its text made wider or narrower; blank lines stay as they are. */
export function reindented(line: string, by: number): string {
  const { quote, indent, rest } = quotedLine(line);
  if (rest === "" || by === 0) return line;
  return quote + " ".repeat(Math.max(0, columns(indent) + by)) + rest;
}
