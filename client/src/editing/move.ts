import { ListLines } from "./list-lines.js";
import { setNumber } from "./renumber.js";

/** An item of a list that changed places with its neighbour: the lines `from` to before `to` became `lines`. */
export interface Move {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
  /** By how many lines the item moved; negative upwards. */
  readonly by: number;
}

/**
 * Moves the ordered item at a line, with all that belongs to it, past its neighbour above (-1) or below (1). The numbers
 * stay where they are. Undefined for other lines and where there is no neighbour.
 */
export function movedItem(source: readonly string[], line: number, direction: -1 | 1): Move | undefined {
  const text = new ListLines([...source]);
  const list = text.orderedList(line);
  const index = list.indexOf(line);
  const neighbour = list[index + direction];
  if (index < 0 || neighbour === undefined) return undefined;
  const first = Math.min(line, neighbour);
  const second = Math.max(line, neighbour);
  const [upper, lower] = [text.item(first)?.number ?? 1, text.item(second)?.number ?? 1];
  const ends = { first: text.endOf(first), second: text.endOf(second) };
  setNumber(text, first, lower);
  setNumber(text, second, upper);
  const between = text.lines.slice(ends.first, second);
  const block = text.lines.slice(second, ends.second);
  return {
    from: first,
    to: ends.second,
    lines: [...block, ...between, ...text.lines.slice(first, ends.first)],
    by: direction < 0 ? first - second : block.length + between.length,
  };
}
