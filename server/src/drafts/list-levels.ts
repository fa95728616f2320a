/** How a list item is written in Markdown. */
export interface ItemPlace {
  /** Spaces before the mark. */
  readonly indent: number;
  /** Whether a blank line must stand above: a number other than 1 does not end a paragraph. */
  readonly apart: boolean;
}

interface Level {
  /** The column of the item's mark in the plain text. */
  readonly column: number;
  /** The column of its text in Markdown. */
  readonly content: number;
  readonly ordered: boolean;
}

/** An item's mark this many columns behind another's stands a level below it. */
const DEEPER = 2;
/** The indentation of each level. */
const STEP = 4;

/** The levels of a list, told by indentation from one item to the next. */
export class ListLevels {
  private open: Level[] = [];

  /** Ends the list: a heading or a paragraph begins. */
  reset(): void {
    this.open = [];
  }

  /** Whether a list goes on. */
  get inList(): boolean {
    return this.open.length > 0;
  }

  /** Takes the next item, whose mark as Markdown has it stands at a column of the plain text. */
  next(column: number, mark: string): ItemPlace {
    let before: Level | undefined;
    while (this.open.length > 0 && this.open.at(-1)!.column + DEEPER > column) before = this.open.pop();
    const parent = this.open.at(-1);
    const indent = parent ? Math.max(parent.content, this.open.length * STEP) : 0;
    const ordered = /^\d/.test(mark);
    this.open.push({ column, content: indent + mark.length + 1, ordered });
    return { indent, apart: ordered && Number.parseInt(mark, 10) !== 1 && !before?.ordered };
  }
}

/** The column behind some white space, tabs counted to the next multiple of four. */
export function columnOf(space: string): number {
  let column = 0;
  for (const char of space) column = char === "\t" ? column - (column % 4) + 4 : column + 1;
  return column;
}
