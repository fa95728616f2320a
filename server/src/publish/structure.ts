import type { SyntaxNode } from "@lezer/common";
import type { Syntax } from "../syntax/parse.js";
import { lineBreakOf } from "../text/line-break.js";
import type { Span } from "../text/span.js";
import type { Text } from "../text/text.js";

const CONTAINERS = new Set([
  "Document",
  "Blockquote",
  "BulletList",
  "OrderedList",
  "ListItem",
  "FootnoteDefinition",
]);
/** Marks of containers, which stand before a block on its lines and are no part of it. */
const CONTAINER_MARKS = new Set(["QuoteMark", "ListMark", "TaskMarker", "FootnoteLabel"]);
const ITEM = new Set(["ListItem"]);
const PLAIN_BULLET = /^[ \t]*(?:[•·▪◦‣–—*+-]|\d{1,3}[.)])[ \t\u00a0]+$/;

/** Answers about the blocks around a place in a parsed text. */
export class Structure {
  constructor(
    readonly syntax: Syntax,
    readonly lines: Text,
  ) {}

  get text(): string {
    return this.syntax.text;
  }

  /** The paragraph, heading, table cell or other leaf block that the character at `offset` is in. */
  leafAt(offset: number): SyntaxNode | undefined {
    let leaf: SyntaxNode | undefined;
    for (let node: SyntaxNode | null = this.syntax.tree.resolveInner(offset, 1); node; node = node.parent) {
      if (node.name === "TableCell") return node;
      if (CONTAINERS.has(node.name)) break;
      if (!CONTAINER_MARKS.has(node.name)) leaf = node;
    }
    return leaf;
  }

  /** The innermost block container that begins before the span and holds it. */
  containerOf({ from, to }: Span): SyntaxNode {
    for (let node: SyntaxNode | null = this.syntax.tree.resolveInner(from, 1); node; node = node.parent)
      if (CONTAINERS.has(node.name) && node.from < from && node.to >= to) return node;
    return this.syntax.tree.topNode;
  }

  /** Nodes of the named types that enclose `offset`, innermost first. */
  enclosing(offset: number, names: ReadonlySet<string>): SyntaxNode[] {
    const found: SyntaxNode[] = [];
    for (let node: SyntaxNode | null = this.syntax.tree.resolveInner(offset, 1); node; node = node.parent)
      if (names.has(node.name)) found.push(node);
    return found;
  }

  /** Whether only white space and marks of containers stand between the line's start and `offset`. */
  startsBlock(offset: number): boolean {
    const start = this.lines.lineStart(this.lines.lineAt(offset));
    const before = this.text.slice(start, offset);
    if (this.syntax.format === "plain-text") return before.trim() === "" || PLAIN_BULLET.test(before);
    return this.structuralEnd(start, offset) === offset;
  }

  /** Whether a list bullet or footnote label stands before `offset` on its line. */
  behindItemMark(offset: number): boolean {
    const start = this.lines.lineStart(this.lines.lineAt(offset));
    return /[^\s>]/.test(this.text.slice(start, offset));
  }

  /**
   * Whether a list item begins on the line that ends a paragraph above it without a blank line. `inItem` tells
   * whether that paragraph is in a list itself.
   */
  beginsItem(line: number, inItem: boolean): boolean {
    const end = this.lines.lineEnd(line);
    const next = this.structuralEnd(this.lines.lineStart(line), end);
    if (!this.behindItemMark(next)) return false;
    return (
      inItem ||
      (next < end && /^[\s>]*(?:[-+*]|1[.)])/.test(this.text.slice(this.lines.lineStart(line), next)))
    );
  }

  /** Whether a place is in a list item. */
  inItem(offset: number): boolean {
    return this.enclosing(offset, ITEM).length > 0;
  }

  /** Whether nothing but white space follows on the line. */
  endsLine(offset: number): boolean {
    return this.text.slice(offset, this.lines.lineEnd(this.lines.lineAt(offset))).trim() === "";
  }

  /** The number of quote marks that begin a line. */
  quoteDepth(line: number): number {
    return this.quotePrefix(line).split(">").length - 1;
  }

  /** The quote marks that begin a line, at most `depth` of them, without blanks at the end. */
  quotePrefix(line: number, depth = Number.POSITIVE_INFINITY): string {
    const start = this.lines.lineStart(line);
    let kept = start;
    for (let at = start, found = 0; found < depth; at++) {
      if (/[ \t]/.test(this.text.charAt(at))) continue;
      if (this.syntax.tree.resolveInner(at, 1).name !== "QuoteMark") break;
      found++;
      kept = at + 1;
    }
    return this.text.slice(start, kept);
  }

  /** Whether a line holds nothing but white space and quote marks. */
  isBlank(line: number): boolean {
    const start = this.lines.lineStart(line);
    const end = this.lines.lineEnd(line);
    const rest = this.text.slice(start + this.quotePrefix(line).length, end);
    return rest.trim() === "";
  }

  /** The line break at the end of the line that holds `offset`; the text's own where that line is the last. */
  lineBreak(offset: number): string {
    const line = this.lines.lineAt(offset);
    return (
      this.text.slice(this.lines.lineEnd(line), this.lines.lineStart(line + 1)) || lineBreakOf(this.text)
    );
  }

  /** The first offset from `at` on that is neither white space nor a mark of a container; at most `end`. */
  structuralEnd(at: number, end: number): number {
    let offset = at;
    while (offset < end) {
      if (/\s/.test(this.text[offset]!)) {
        offset++;
        continue;
      }
      const node = this.syntax.tree.resolveInner(offset, 1);
      if (!CONTAINER_MARKS.has(node.name)) return offset;
      offset = Math.min(end, node.to);
    }
    return offset;
  }
}
