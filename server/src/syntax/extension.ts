import type { BlockContext, InlineContext, Line, MarkdownConfig } from "@lezer/markdown";
import { bracketPairs } from "./brackets.js";
import { type Grammar, MARK_STARTERS } from "./grammar.js";
import { InlineReader } from "./inline-reader.js";
import { MOST_CONTAINERS } from "./limits.js";

/**
 * What a report has beyond Markdown, as extensions of the Markdown parser. Opening and closing marks of
 * internal comments are flat tokens; which belongs to which is decided over the whole report, so that an
 * edit re-reads the blocks it touches and no others.
 *
 * Nodes: `Mark` (an opening or a redacted marker), `CommentClose` (the bracket that ends an inline comment,
 * with its link target), `ContainerFence` (a line of colons), `Attributes` (`{.internal}` at the end of a
 * text), `FootnoteDefinition`, `FootnoteLabel`, `FootnoteReference`, `PlainItem` (a list item of a plain text).
 */
export function reportExtension(grammar: Grammar): MarkdownConfig {
  /** Offsets of the brackets that close an inline comment, for each text that has one. */
  const closers = new WeakMap<InlineContext, Set<number>>();
  const pairsOf = new WeakMap<InlineContext, ReadonlyMap<number, number>>();
  const pairsIn = (cx: InlineContext) => {
    const pairs = pairsOf.get(cx) ?? bracketPairs(cx.text);
    pairsOf.set(cx, pairs);
    return pairs;
  };

  return {
    defineNodes: [
      { name: "ContainerFence", block: true },
      { name: "FrontMatter", block: true },
      "Mark",
      "CommentClose",
      "Attributes",
    ],
    parseBlock: [
      {
        name: "ContainerFence",
        before: "LinkReference",
        parse(cx, line) {
          const mark = colonMark(grammar, cx, line);
          if (!mark) return false;
          // Blocks end with their line: that is where the parser goes on behind one it takes over.
          const element = cx.elt("ContainerFence", mark.from, cx.lineStart + line.text.length);
          cx.nextLine();
          cx.addElement(element);
          return true;
        },
        endLeaf: (cx, line) => colonMark(grammar, cx, line) !== undefined,
      },
    ],
    parseInline: [
      {
        name: "Mark",
        before: "Escape",
        parse(cx, next, pos) {
          if (next === 93) return closers.get(cx)?.has(pos) ? close(grammar, cx, pos) : -1;
          if (!canStart(next)) return -1;
          const at = pos - cx.offset;
          const mark = grammar.markAt(cx.text, at, limitOf(cx, at), startsLine(cx, next, pos));
          if (!mark) return -1;
          if (mark.kind === "open" && mark.form === "inline") {
            const bracket = mark.from + (cx.text[mark.from] === "!" ? 1 : 0);
            const end = pairsIn(cx).get(bracket);
            if (end !== undefined) {
              const known = closers.get(cx);
              if (known) known.add(end + cx.offset);
              else closers.set(cx, new Set([end + cx.offset]));
            }
          }
          return cx.addElement(cx.elt("Mark", mark.from + cx.offset, mark.to + cx.offset));
        },
      },
      {
        name: "Attributes",
        before: "Escape",
        parse(cx, next, pos) {
          if (next !== 123) return -1;
          const found = /^\{[^{}\n]{0,200}\}(?=[ \t]*(?:#+[ \t]*)?$)/.exec(
            cx.slice(pos, Math.min(cx.end, pos + 240)),
          );
          if (!found || cx.skipSpace(pos + found[0].length) + 40 < cx.end) return -1;
          return cx.addElement(cx.elt("Attributes", pos, pos + found[0].length));
        },
      },
    ],
  };
}

function close(grammar: Grammar, cx: InlineContext, pos: number): number {
  const end = grammar.inlineEnd(cx.text, pos + 1 - cx.offset) + cx.offset;
  return cx.addElement(cx.elt("CommentClose", pos, end));
}

/** How far a mark at an offset of the text may look. The end of a comment that was not found is not searched again. */
function limitOf(cx: InlineContext, at: number): number {
  if (!(cx instanceof InlineReader) || !cx.text.startsWith("<!--", at)) return cx.text.length;
  return cx.angles.behind("-->", at + 4) ?? at;
}

/** Whether a mark can begin with a character. Asked at every one, and nearly all are small letters. */
function canStart(code: number): boolean {
  return (code < 97 || code > 122) && MARK_STARTERS.has(code);
}

/** Whether only white space stands before a `[` on its line; asked for no other character. */
function startsLine(cx: InlineContext, next: number, pos: number): boolean {
  if (next !== 91) return false;
  for (let at = pos - 1 - cx.offset; at >= 0; at--) {
    const code = cx.text.charCodeAt(at);
    if (code === 10) return true;
    if (code !== 32 && code !== 9) return false;
  }
  return true;
}

function colonMark(grammar: Grammar, cx: BlockContext, line: Line) {
  if (line.next !== 58 || line.indent >= line.baseIndent + 4) return undefined;
  return grammar.colonLine(line.text.slice(line.pos), cx.lineStart + line.pos);
}

/** Footnotes as GitHub has them: `[^id]: text`, continued by lines indented by four, and `[^id]`. */
export const footnotes: MarkdownConfig = {
  defineNodes: [
    {
      name: "FootnoteDefinition",
      block: true,
      composite(_cx, line) {
        if (line.next < 0) return true;
        if (line.indent < line.baseIndent + 4) return false;
        line.moveBaseColumn(line.baseIndent + 4);
        return true;
      },
    },
    "FootnoteLabel",
    "FootnoteReference",
  ],
  parseBlock: [
    {
      name: "FootnoteDefinition",
      before: "LinkReference",
      parse(cx, line) {
        const label = footnoteLabel(line);
        if (label === undefined || cx.depth >= MOST_CONTAINERS) return false;
        const from = cx.lineStart + line.pos;
        cx.startComposite("FootnoteDefinition", line.pos);
        cx.addElement(cx.elt("FootnoteLabel", from, from + label.trimEnd().length));
        line.moveBase(line.pos + label.length);
        return null;
      },
      endLeaf: (_cx, line) => footnoteLabel(line) !== undefined,
    },
  ],
  parseInline: [
    {
      name: "FootnoteReference",
      before: "Link",
      parse(cx, next, pos) {
        if (next !== 91 || cx.char(pos + 1) !== 94) return -1;
        const found = /^\[\^[^\s[\]]{1,100}\]/.exec(cx.slice(pos, Math.min(cx.end, pos + 104)));
        return found ? cx.addElement(cx.elt("FootnoteReference", pos, pos + found[0].length)) : -1;
      },
    },
  ],
};

function footnoteLabel(line: Line): string | undefined {
  if (line.next !== 91 || line.indent >= line.baseIndent + 4) return undefined;
  if (line.text.charCodeAt(line.pos + 1) !== 94) return undefined;
  return /^\[\^[^\s[\]]{1,100}\]:[ \t]*/.exec(line.text.slice(line.pos))?.[0];
}

/**
 * The reader of plain text: only paragraphs, list items (`•`, `–`, `-`, `*`, `1.`) and our own marks. A list
 * item is flat and ends where the next begins or at a blank line, as it does in mail and pasted notes.
 */
export const plainText: MarkdownConfig = {
  defineNodes: [{ name: "PlainItem", block: true }],
  remove: [
    "LinkReference",
    "IndentedCode",
    "FencedCode",
    "Blockquote",
    "HorizontalRule",
    "BulletList",
    "OrderedList",
    "ATXHeading",
    "HTMLBlock",
    "SetextHeading",
    "Escape",
    "Entity",
    "InlineCode",
    "HTMLTag",
    "Emphasis",
    "HardBreak",
    "Link",
    "Image",
    "LinkEnd",
  ],
  parseBlock: [
    {
      name: "PlainItem",
      leaf(_cx, leaf) {
        return isItem(leaf.content)
          ? {
              nextLine: () => false,
              finish(cx, block) {
                const inline = cx.parser.parseInline(block.content, block.start);
                const end = block.start + block.content.length;
                cx.addLeafElement(block, cx.elt("PlainItem", block.start, end, inline));
                return true;
              },
            }
          : null;
      },
      endLeaf: (_cx, line) => isItem(line.text.slice(line.pos)),
    },
  ],
};

function isItem(text: string): boolean {
  return itemMark(text) !== undefined;
}

/** The mark of a plain text's list item at the start of a line: `•`, `–`, `1.`. White space follows it. */
export function itemMark(line: string): string | undefined {
  return /^(?:[•·▪◦‣–—*+-]|\d{1,3}[.)])(?=[ \t\u00a0])/.exec(line.slice(0, 8))?.[0];
}
