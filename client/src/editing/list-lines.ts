import { columns, type ListItem, listItem, quoteDepth, quotedLine } from "./list-items.js";

/** What a line is to the lists around it. */
interface Line {
  readonly item: ListItem | undefined;
  readonly blank: boolean;
  readonly depth: number;
  /** The width of its white space. */
  readonly width: number;
  /** It belongs to the paragraph above without being indented for it. */
  readonly lazy: boolean;
  readonly code: boolean;
}

/**
 * The lists of a text, found by indentation alone: fast enough for every keystroke, and what a writer sees. Items
 * as wide indented are siblings; what is indented wider belongs to the item above.
 */
export class ListLines {
  private readonly code: readonly boolean[];
  private readonly known = new Map<number, Line>();

  constructor(readonly lines: string[]) {
    this.code = fencedLines(lines);
  }

  /** The list item that begins at a line; none inside fenced code. */
  item(at: number): ListItem | undefined {
    return this.line(at)?.item;
  }

  /** Whether a line stands in fenced code, its fences included. */
  inCode(at: number): boolean {
    return this.code[at] ?? false;
  }

  /** Replaces a line; what it was known for is forgotten. */
  set(at: number, text: string): void {
    this.lines[at] = text;
    this.known.delete(at);
    this.known.delete(at + 1);
  }

  /** The line behind the last one that belongs to the item at `at`; blank lines behind it do not. */
  endOf(at: number): number {
    const own = this.line(at);
    let end = at + 1;
    for (let next = at + 1; own; next++) {
      const line = this.line(next);
      if (!line || !(line.blank || this.within(own, line))) break;
      if (!line.blank) end = next + 1;
    }
    return end;
  }

  /** The nearest item above of the same indentation, in the same list or the one before it. */
  siblingAbove(at: number): number | undefined {
    return this.above(at, (difference) => difference === 0);
  }

  /** The item that the one at `at` belongs to. */
  parentOf(at: number): number | undefined {
    return this.above(at, (difference) => difference < 0);
  }

  /** The last item directly in the one at `at`, before line `before`. */
  lastChild(at: number, before: number): number | undefined {
    let child: number | undefined;
    let width = Number.POSITIVE_INFINITY;
    for (let next = at + 1; next < before; next++) {
      const line = this.line(next);
      if (!line?.item || line.width > width) continue;
      child = next;
      width = line.width;
    }
    return child;
  }

  /** The items of the ordered list that the one at `at` is in, in order; empty for other lines. */
  orderedList(at: number): number[] {
    const own = this.line(at);
    if (own?.item?.number === undefined) return [];
    const kind = own.item.marker.at(-1);
    const siblings = [at];
    const belongs = (line: Line | undefined, found: number): boolean => {
      if (!line || line.depth !== own.depth) return false;
      if (line.blank || this.deepOrLazy(own, line)) return true;
      if (line.width < own.width || line.item?.number === undefined) return false;
      if (line.item.marker.at(-1) !== kind) return false;
      siblings.push(found);
      return true;
    };
    for (let above = at - 1; above >= 0 && belongs(this.line(above), above); ) above--;
    for (let below = at + 1; below < this.lines.length && belongs(this.line(below), below); ) below++;
    return siblings.sort((a, b) => a - b);
  }

  /** Goes up from an item, past what is indented wider, to the first item that is not. */
  private above(at: number, wanted: (width: number) => boolean): number | undefined {
    const own = this.line(at);
    for (let above = at - 1; own && above >= 0; above--) {
      const line = this.line(above);
      if (!line || line.blank) continue;
      if (line.depth !== own.depth) return undefined;
      if (line.item && wanted(line.width - own.width)) return above;
      if (line.item ? line.width < own.width : !(this.deepOrLazy(own, line) || line.width > 0))
        return undefined;
    }
    return undefined;
  }

  private within(own: Line, line: Line): boolean {
    return line.depth === own.depth && this.deepOrLazy(own, line);
  }

  private deepOrLazy(own: Line, line: Line): boolean {
    return line.width > own.width || (line.lazy && !line.code);
  }

  private line(at: number): Line | undefined {
    const text = this.lines[at];
    if (text === undefined) return undefined;
    const known = this.known.get(at);
    if (known) return known;
    const { quote, indent, rest } = quotedLine(text);
    const code = this.inCode(at);
    const item = code ? undefined : listItem(text);
    const before = this.lines[at - 1];
    const line: Line = {
      item,
      blank: rest === "",
      depth: quoteDepth(quote),
      width: columns(indent),
      lazy: !item && rest !== "" && !/^#{1,6}[ \t]/.test(rest) && !!before && quotedLine(before).rest !== "",
      code,
    };
    this.known.set(at, line);
    return line;
  }
}

/** Which lines stand in fenced code, from the top: only so is it known which fence opens and which closes. */
function fencedLines(lines: readonly string[]): boolean[] {
  let open: { readonly fence: string; readonly depth: number } | undefined;
  return lines.map((line) => {
    if (!open && !line.includes("```") && !line.includes("~~~")) return false;
    const { quote, rest } = quotedLine(line);
    if (open) {
      const { fence, depth } = open;
      if (quoteDepth(quote) < depth) open = undefined;
      else {
        if (/^(?:`{3,}|~{3,})[ \t]*$/.test(rest) && rest.trimEnd().startsWith(fence)) open = undefined;
        return true;
      }
    }
    const item = listItem(line);
    const fence = /^(?:`{3,}(?=[^`]*$)|~{3,})/.exec(item ? item.task + item.text : rest)?.[0];
    if (fence !== undefined) open = { fence, depth: quoteDepth(quote) };
    return fence !== undefined;
  });
}
