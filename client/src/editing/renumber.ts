import { contentColumn, type ListItem, reindented } from "./list-items.js";
import type { ListLines } from "./list-lines.js";

/**
 * Gives the items of the ordered list at `at` their numbers again after those at `touched` came, went or moved. A list
 * that was not counted through before, such as the agenda items 1, 3 and 7, keeps its numbers; one that says
 * `1.` throughout goes on so. Items at `unready` are still to get a number and count for nothing.
 */
export function renumber(
  text: ListLines,
  at: number,
  touched: ReadonlySet<number>,
  unready: ReadonlySet<number> = new Set(),
): void {
  const list = text.orderedList(at).filter((line) => !unready.has(line));
  const items = list.map((line) => ({
    line,
    number: text.item(line)?.number ?? 0,
    touched: touched.has(line),
  }));
  const numbers = numbersFor(items, touched.size);
  items.forEach(({ line }, index) => {
    setNumber(text, line, numbers[index] ?? 1);
  });
}

/** Gives one item a number; what belongs to it moves with its text when the number gets wider. */
export function setNumber(text: ListLines, at: number, number: number): void {
  const item = text.item(at);
  if (item?.number === undefined || item.number === number) return;
  const marker = `${number}${item.marker.at(-1)}`;
  const by = marker.length - item.marker.length;
  const end = by === 0 ? at : text.endOf(at);
  for (let line = at + 1; line < end; line++) text.set(line, reindented(text.lines[line] ?? "", by));
  text.set(at, joined({ ...item, marker }));
}

/** A list item as a line. */
export function joined({ quote, indent, marker, gap, task, text }: ListItem): string {
  return quote + indent + marker + gap + task + text;
}

/** Moves an item and all that belongs to it to another indentation. */
export function moveTo(text: ListLines, at: number, indent: string, by: number): void {
  const item = text.item(at);
  if (!item) return;
  const end = text.endOf(at);
  for (let line = at + 1; line < end; line++) text.set(line, reindented(text.lines[line] ?? "", by));
  text.set(at, joined({ ...item, indent }));
}

/** The indentation of a new first item below another. */
export function indentBelow(parent: ListItem): string {
  return " ".repeat(contentColumn(parent));
}

interface Numbered {
  readonly number: number;
  readonly touched: boolean;
}

function numbersFor(items: readonly Numbered[], slack: number): number[] {
  const kept = items.filter(({ touched }) => !touched).map(({ number }) => number);
  const first = kept[0] ?? 1;
  if (kept.length > 1 && kept.every((number) => number === first)) return items.map(() => first);
  const rising = kept.every((number, index) => index === 0 || number > (kept[index - 1] ?? 0));
  const gaps = (kept.at(-1) ?? first) - first - Math.max(0, kept.length - 1);
  if (rising && gaps <= slack) return items.map((_, index) => first + index);
  let last = 0;
  return items.map(({ number, touched }) => {
    last = touched ? last + 1 : number;
    return last;
  });
}
