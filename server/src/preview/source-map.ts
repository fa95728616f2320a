import { countAtFront } from "../text/ordered.js";

/** Where the text of one leaf block, as the renderer parses it, stands in the source. */
export class SourceMap {
  private constructor(private readonly lines: readonly { at: number; length: number; source: number }[]) {}

  /**
   * Finds each line of a leaf's text in the source's line with the same number. `from` is where to look on the first:
   * a cell stands behind the one before it. Undefined where the text is not the source's own.
   */
  static of(content: string, sourceLine: (index: number) => { text: string; from: number }, from = 0) {
    const lines: { at: number; length: number; source: number }[] = [];
    let at = 0;
    for (const [index, line] of content.split("\n").entries()) {
      // A tab that is cut by an indentation comes back as blanks.
      const words = line.trim();
      const blanks = words === "" ? 0 : line.indexOf(words);
      const source = sourceLine(index);
      const found = index === 0 ? source.text.indexOf(words, from) : source.text.lastIndexOf(words);
      if (found < 0) return undefined;
      lines.push({ at: at + blanks, length: words.length, source: source.from + found });
      at += line.length + 1;
    }
    return new SourceMap(lines);
  }

  get start(): number {
    return this.lines[0]!.source;
  }

  /** Behind the last character. */
  get end(): number {
    const { source, length } = this.lines.at(-1)!;
    return source + length;
  }

  /** The source's offset of a place in the leaf's text. */
  sourceAt(at: number): number | undefined {
    const line = this.last((candidate) => candidate.at <= at);
    return line && at - line.at <= line.length ? line.source + at - line.at : undefined;
  }

  /** The place in the leaf's text of a source's offset. */
  contentAt(offset: number): number | undefined {
    const line = this.last((candidate) => candidate.source <= offset);
    return line && offset - line.source <= line.length ? line.at + offset - line.source : undefined;
  }

  private last(holds: (line: { at: number; source: number }) => boolean) {
    return this.lines[countAtFront(this.lines, holds) - 1];
  }
}
