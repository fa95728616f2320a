import { columns, leadLength } from "./list-items.js";
import { ListLines } from "./list-lines.js";
import { indentBelow, moveTo, renumber } from "./renumber.js";

/** A selection by lines and columns, 0-based; both ends are the same for a cursor. */
export interface LineSelection {
  readonly fromLine: number;
  readonly from: number;
  readonly toLine: number;
  readonly to: number;
}

/** More items than this are moved by the editor, line by line: their lists would take too long to count. */
const MAX_ITEMS = 500;

/**
 * The lines after the selected list items became items of the one above them, with all that belongs to them. The first
 * item of a list has none above and stays. Undefined where the Tab key should do what it does elsewhere.
 */
export function indented(
  source: readonly string[],
  selections: readonly LineSelection[],
): string[] | undefined {
  return shifted(source, selections, (text, at) => {
    const above = text.siblingAbove(at);
    const sibling = above === undefined ? undefined : text.item(above);
    if (above === undefined || !sibling) return undefined;
    const child = text.lastChild(above, at);
    return (child === undefined ? undefined : text.item(child)?.indent) ?? indentBelow(sibling);
  });
}

/** The lines after the selected list items left the item they belong to; the items behind them become theirs. */
export function outdented(
  source: readonly string[],
  selections: readonly LineSelection[],
): string[] | undefined {
  return shifted(source, selections, (text, at) => {
    const parent = text.parentOf(at);
    return parent === undefined ? "" : (text.item(parent)?.indent ?? "");
  });
}

function shifted(
  source: readonly string[],
  selections: readonly LineSelection[],
  indentOf: (text: ListLines, at: number) => string | undefined,
): string[] | undefined {
  const text = new ListLines([...source]);
  const chosen = selections.map((selection) => itemsIn(text, selection));
  if (chosen.some((items) => items.length === 0 || items.length > MAX_ITEMS)) return undefined;
  const moved = new Set<number>();
  const left = new Set<number>();
  for (const at of [...new Set(chosen.flat())].sort((a, b) => a - b)) {
    const item = text.item(at);
    const indent = item && indentOf(text, at);
    if (!item || indent === undefined || indent === item.indent) continue;
    const behind = text.orderedList(at).find((other) => other > at);
    moveTo(text, at, indent, columns(indent) - columns(item.indent));
    moved.add(at);
    if (behind !== undefined) left.add(behind);
  }
  for (const at of moved) renumber(text, at, moved);
  for (const at of left) {
    if (moved.has(at)) continue;
    const list = text.orderedList(at);
    // Items that are a list of their own now begin to count anew.
    const own = (list[0] ?? at) >= at && (text.parentOf(at) ?? -1) >= 0 && moved.has(text.parentOf(at) ?? -1);
    renumber(text, at, own ? new Set(list) : moved);
  }
  return [...text.lines];
}

/** The items that a selection is for: those it begins, spans or lies in front of the text of, without their children. */
function itemsIn(text: ListLines, { fromLine, from, toLine, to }: LineSelection): number[] {
  if (fromLine === toLine) {
    const item = text.item(fromLine);
    const lead = item ? leadLength(item) : -1;
    const whole = from <= lead && to === text.lines[fromLine]?.length;
    return item && (to <= lead || whole) ? [fromLine] : [];
  }
  const items: number[] = [];
  const last = to === 0 ? toLine - 1 : toLine;
  for (let line = fromLine; line <= last; ) {
    if (text.item(line)) items.push(line);
    line = text.item(line) ? text.endOf(line) : line + 1;
  }
  return items;
}
