import type { TextEdit } from "./edit.js";
import { Spliced } from "./spliced.js";

/** A place as editors count it: line and column 0-based, the column in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * A text and where its lines start. Immutable: an edit answers a new `Text` that shares what it can.
 * Lines end with LF, CRLF or a lone CR, as the language server protocol has it.
 */
export class Text {
  private constructor(
    private readonly source: Spliced,
    /** Offset of each line's first character; the first is 0. */
    private readonly starts: Uint32Array,
  ) {}

  static of(content: string): Text {
    const behind = startsIn(content, 0, content.length);
    const starts = new Uint32Array(behind.length + 1);
    starts.set(behind, 1);
    return new Text(Spliced.of(content), starts);
  }

  /** The whole text. Of an edited one it is put together when first asked for; places and lines are known without. */
  get content(): string {
    return this.source.toString();
  }

  get length(): number {
    return this.source.length;
  }

  get lineCount(): number {
    return this.starts.length;
  }

  /** The 0-based line that holds `offset`; offsets outside the text count as its nearest end. */
  lineAt(offset: number): number {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Offset of a line's first character; lines behind the last answer the text's length. */
  lineStart(line: number): number {
    return line < 0 ? 0 : (this.starts[line] ?? this.length);
  }

  /** Offset behind a line's last character, its line break not counted. */
  lineEnd(line: number): number {
    const start = this.lineStart(line);
    const end = this.lineStart(line + 1);
    if (line + 1 >= this.starts.length) return end;
    const last = this.source.slice(Math.max(start, end - 2), end);
    return end - (last === "\r\n" ? 2 : 1);
  }

  positionAt(offset: number): Position {
    const line = this.lineAt(offset);
    return { line, column: Math.max(0, Math.min(offset, this.length) - this.lineStart(line)) };
  }

  /** The offset of a position; columns behind a line's end count as its end, as the protocol asks. */
  offsetAt({ line, column }: Position): number {
    if (line < 0) return 0;
    if (line >= this.starts.length) return this.length;
    return Math.min(this.lineStart(line) + Math.max(0, column), this.lineEnd(line));
  }

  /** The text with one stretch replaced. Line starts outside the stretch are moved, not searched again. */
  replace(edit: TextEdit): Text {
    const source = this.source.replace(edit);
    // A line break can be cut or joined (CR + LF) at the edit's edges: look from the line before to the line after.
    const first = this.lineAt(Math.max(0, edit.from - 1));
    const last = this.lineAt(Math.min(this.length, edit.to + 1));
    const delta = edit.insert.length - (edit.to - edit.from);
    const start = this.starts[first]!;
    const end = last + 1 < this.starts.length ? this.starts[last + 1]! + delta : source.length;
    // One unit more tells whether a CR at the end belongs to an LF.
    const inside = startsIn(source.slice(start, Math.min(source.length, end + 1)), start, end);
    if (last + 1 < this.starts.length && (inside.at(-1) ?? start) === end) inside.pop();
    const behind = this.starts.subarray(last + 1);
    const starts = new Uint32Array(first + 1 + inside.length + behind.length);
    starts.set(this.starts.subarray(0, first + 1));
    starts.set(inside, first + 1);
    const moved = first + 1 + inside.length;
    for (let line = 0; line < behind.length; line++) starts[moved + line] = behind[line]! + delta;
    return new Text(source, starts);
  }
}

/** The starts of the lines that begin in `(from, to]`, given the text from `from` to the unit behind `to`. */
function startsIn(text: string, from: number, to: number): number[] {
  const starts: number[] = [];
  const end = to - from;
  // Each kind of break is looked for by itself: the engine searches one character many times faster than a loop.
  let feed = text.indexOf("\n");
  let carriage = text.indexOf("\r");
  for (;;) {
    if (carriage >= 0 && (feed < 0 || carriage < feed - 1)) {
      if (carriage >= end) return starts;
      starts.push(from + carriage + 1);
      carriage = text.indexOf("\r", carriage + 1);
    } else {
      if (feed < 0 || feed >= end) return starts;
      starts.push(from + feed + 1);
      if (carriage >= 0 && carriage < feed) carriage = text.indexOf("\r", feed + 1);
      feed = text.indexOf("\n", feed + 1);
    }
  }
}
