import type { SyntaxNode } from "@lezer/common";
import type { Structure } from "../../publish/structure.js";
import type { Span } from "../../text/span.js";

/** Blocks that hold blocks and in which a container of ours can stand. Lists are not: their items are. */
const HOLDERS = new Set(["Document", "Blockquote", "ListItem", "FootnoteDefinition"]);
const LISTS = new Set(["BulletList", "OrderedList"]);
/** Blocks of which single lines can be marked. */
const BY_LINE = new Set(["Paragraph", "PlainItem"]);
const MARKS = new Set(["QuoteMark", "ListMark", "TaskMarker", "FootnoteLabel"]);

/** So many containers are tried at most: each try reads the report again. */
const MAX_HOLDERS = 8;

/** The block containers around a span, innermost first; the report itself is the last. */
export function enclosingBlocks({ syntax }: Structure, { from, to }: Span): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let node: SyntaxNode | null = syntax.tree.resolveInner(from, 1); node; node = node.parent)
    if (HOLDERS.has(node.name) && node.to >= to) found.push(node);
  return found.length > MAX_HOLDERS ? [...found.slice(0, MAX_HOLDERS - 1), found.at(-1)!] : found;
}

/** Whole lines of a container: 0-based numbers, both inclusive. */
export interface Lines {
  readonly first: number;
  readonly last: number;
  /** What stands before the container's blocks on a line of it. */
  readonly prefix: string;
  /** The lines begin behind a bullet or label, at `start`. */
  readonly behindMark: boolean;
  readonly start: number;
}

/** The lines of a container's own blocks that a span touches: of paragraphs single lines, of anything else all. */
export function linesOf(structure: Structure, container: SyntaxNode, span: Span): Lines {
  const { lines, text } = structure;
  let first = lines.lineAt(span.from);
  let last = lines.lineAt(span.to);
  for (const block of blocksIn(container)) {
    if (block.to <= span.from || block.from >= span.to || BY_LINE.has(block.name)) continue;
    first = Math.min(first, lines.lineAt(block.from));
    last = Math.max(last, lastLine(structure, block));
  }
  const content = firstBlock(container);
  if (!content || container.name === "Document")
    return { first, last, prefix: "", behindMark: false, start: 0 };
  const line = lines.lineAt(content.from);
  const prefix = text.slice(lines.lineStart(line), content.from);
  const behindMark = line === first && /[^\s>]/.test(prefix);
  return { first, last, prefix, behindMark, start: content.from };
}

/** The blocks directly in a container; of a list, its items. */
function* blocksIn(container: SyntaxNode): Iterable<SyntaxNode> {
  for (let child = container.firstChild; child; child = child.nextSibling) {
    if (MARKS.has(child.name)) continue;
    if (!LISTS.has(child.name)) yield child;
    else for (let item = child.firstChild; item; item = item.nextSibling) yield item;
  }
}

function firstBlock(container: SyntaxNode): SyntaxNode | undefined {
  for (let child = container.firstChild; child; child = child.nextSibling)
    if (!MARKS.has(child.name)) return child;
  return undefined;
}

/** The last line of a block that is not blank: with CRLF a block ends behind the CR. */
function lastLine({ lines, text }: Structure, { from, to }: Span): number {
  let end = to;
  while (end > from && /\s/.test(text[end - 1]!)) end--;
  return lines.lineAt(end);
}
