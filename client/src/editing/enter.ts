import { type LineEdit, lineEdits } from "./line-edits.js";
import { contentColumn, type ListItem, listItem, quoteDepth, quotedLine } from "./list-items.js";
import { ListLines } from "./list-lines.js";
import { joined, renumber } from "./renumber.js";

/** A line break that the editor has put in when Enter was pressed. */
export interface Enter {
  /** The line that was broken; the new line is the one behind it. */
  readonly line: number;
  /** How many characters the editor has put before the new line's text by the rules that it reads itself. */
  readonly inserted: number;
  /** Whether the broken line had text behind the cursor. */
  readonly broken: boolean;
  /** Lines that further line breaks have begun, for which nothing is done yet. */
  readonly unready?: ReadonlySet<number>;
}

/**
 * What is left to do after Enter, so that lists and quotes go on: the rules that the editor reads itself know neither
 * numbers nor nesting nor code. An empty item ends its list, or its level, and an empty line of a quote the quote.
 * Whatever was typed since stays behind the marks.
 */
export function afterEnter(source: readonly string[], enter: Enter): LineEdit[] {
  const { line, broken } = enter;
  const upper = source[line];
  const lower = source[line + 1];
  if (upper === undefined || lower === undefined) return [];
  const text = new ListLines([...source]);
  const { quote, indent, rest } = quotedLine(upper);
  const item = text.item(line);

  if (text.inCode(line) && text.inCode(line + 1))
    return begun(source, text, enter, text.inCode(line - 1) ? quote + indent : continuation(upper));
  if (item && item.text === "" && item.gap !== "" && !broken) return endItem(source, text, enter, item);
  if (item && item.text + item.gap !== "") return nextItem(source, text, enter, item);
  if (quote !== "" && rest === "" && !broken) return endQuote(source, text, enter, quote);
  if (quote !== "" && quoteDepth(quotedLine(lower).quote) !== quoteDepth(quote))
    return begun(source, text, enter, quote + indent);
  return [];
}

/** What a line break inside a list item or quote begins the next line with, so that its text goes on there. */
export function continuation(line: string): string {
  const { quote, indent } = quotedLine(line);
  const item = listItem(line);
  return quote + (item ? " ".repeat(contentColumn(item)) : indent);
}

function nextItem(source: readonly string[], text: ListLines, enter: Enter, item: ListItem): LineEdit[] {
  const { line, inserted, unready } = enter;
  const words = (source[line + 1] ?? "").slice(inserted).trimStart();
  text.set(line + 1, joined({ ...itemBehind(item), text: words }));
  renumber(text, line + 1, new Set([line + 1]), unready);
  return begun(source, text, enter, text.lines[line + 1]?.slice(0, -words.length || undefined) ?? "");
}

/** Ends a nested list's level, in place of the line break; the outermost list, with a blank line behind it. */
function endItem(source: readonly string[], text: ListLines, enter: Enter, item: ListItem): LineEdit[] {
  const { line, inserted } = enter;
  const parentLine = text.parentOf(line);
  const parent = parentLine === undefined ? undefined : text.item(parentLine);
  if (!parent) {
    text.set(line, item.quote.trimEnd());
    return begun(source, text, enter, item.quote);
  }
  const words = (source[line + 1] ?? "").slice(inserted);
  const outer = new ListLines(source.toSpliced(line, 1));
  outer.set(line, joined({ ...itemBehind(parent), text: words }));
  const unready = new Set([...(enter.unready ?? [])].map((other) => (other > line ? other - 1 : other)));
  renumber(outer, line, new Set([line]), unready);
  const mark = (outer.lines[line] ?? "").slice(0, -words.length || undefined);
  return [
    ...replacedMarks({ line, column: 0 }, line + 1, inserted, mark),
    ...lineEdits(source.slice(0, line), outer.lines.slice(0, line)),
    ...lineEdits(source.slice(line + 2), outer.lines.slice(line + 1), line + 2),
  ];
}

/** Ends the innermost quote; its empty line stays as the blank line behind it. */
function endQuote(source: readonly string[], text: ListLines, enter: Enter, quote: string): LineEdit[] {
  const outer = quote.slice(0, quote.lastIndexOf(">"));
  text.set(enter.line, outer.trimEnd());
  return begun(source, text, enter, outer);
}

/** The item that goes on behind another. */
function itemBehind(item: ListItem): ListItem {
  const { number } = item;
  return {
    ...item,
    task: item.task === "" ? "" : "[ ] ",
    ...(number === undefined ? {} : { number: number + 1, marker: `${number + 1}${item.marker.at(-1)}` }),
  };
}

/** The edits that make the new line begin with `start`, and of all other lines what they became. */
function begun(source: readonly string[], text: ListLines, enter: Enter, start: string): LineEdit[] {
  const { line, inserted, broken } = enter;
  const lower = source[line + 1] ?? "";
  const blanks = /^[ \t]*/.exec(lower.slice(inserted))?.[0].length ?? 0;
  const end = inserted + (broken && start !== "" ? blanks : 0);
  let same = 0;
  while (same < Math.min(start.length, inserted) && start[same] === lower[same]) same++;
  return [
    ...lineEdits(source.with(line + 1, ""), text.lines.with(line + 1, "")),
    ...replacedMarks({ line: line + 1, column: same }, line + 1, inserted, start.slice(same)),
    ...(end > inserted
      ? [{ fromLine: line + 1, from: inserted, toLine: line + 1, to: end, insert: "" }]
      : []),
  ];
}

/**
 * Replaces what stands before `column`. New marks are put in at the cursor rather than in place of the old ones: a
 * cursor stays behind what is put in at it, but not behind what is longer than what it replaces.
 */
function replacedMarks(
  from: { readonly line: number; readonly column: number },
  line: number,
  column: number,
  marks: string,
): LineEdit[] {
  const edits: LineEdit[] = [];
  if (from.line < line || from.column < column)
    edits.push({ fromLine: from.line, from: from.column, toLine: line, to: column, insert: "" });
  if (marks !== "") edits.push({ fromLine: line, from: column, toLine: line, to: column, insert: marks });
  return edits;
}
