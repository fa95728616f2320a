import { Tree } from "@lezer/common";
import {
  type BlockParser,
  type Element,
  type LeafBlock,
  type MarkdownParser,
  Table,
  TaskList,
} from "@lezer/markdown";
import {
  BlockBase,
  blockParser,
  childrenOf,
  containersOf,
  contextOf,
  inContext,
  marksOf,
  withChildren,
} from "./lezer.js";
import { MOST_CONTAINERS, MOST_DEFINITION_LINES } from "./limits.js";

/** Has a parser read blocks by `Blocks`. */
export function readBlocksWith(parser: MarkdownParser): void {
  parser.createParse = (input, fragments, ranges) => new Blocks(parser, input, fragments, ranges);
}

/** Readers of blocks that go as deep or as far as `limits.ts` allows, made of the parser's own. */
export function boundedBlocks(parser: MarkdownParser): BlockParser[] {
  const containers = ["Blockquote", "BulletList", "OrderedList"].map((name): BlockParser => {
    const { parse } = blockParser(parser, name);
    return { name, parse: (cx, line) => (cx.depth >= MOST_CONTAINERS ? false : parse!(cx, line)) };
  });
  return [...containers, definition(blockParser(parser, "LinkReference"))];
}

function definition({ name, leaf }: BlockParser): BlockParser {
  return {
    name,
    leaf(cx, block) {
      const reader = leaf!(cx, block);
      if (!reader) return null;
      let lines = 1;
      return {
        nextLine: (context, line, content) =>
          ++lines <= MOST_DEFINITION_LINES && reader.nextLine(context, line, content),
        finish: (context, content) => lines <= MOST_DEFINITION_LINES && reader.finish(context, content),
      };
    },
  };
}

/** The second row of a table. */
const RULE = /^\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?$/;

/** Tables whose second row is looked at by a pattern that blanks do not make slow before the parser's own looks at it. */
export function boundedTables(): BlockParser[] {
  return Table.parseBlock!.map((spec) => ({
    ...spec,
    leaf(cx, block) {
      const reader = block.content.includes("|") ? spec.leaf!(cx, block) : null;
      if (!reader) return null;
      const nextLine = reader.nextLine.bind(reader);
      let second = true;
      let isTable = false;
      reader.nextLine = (context, line, content) => {
        if (second) isTable = mayRule(line.text.slice(line.pos));
        second = false;
        return isTable && nextLine(context, line, content);
      };
      return reader;
    },
    endLeaf: (cx, line, block) =>
      line.text.includes("|") && mayRule(cx.peekLine()) && spec.endLeaf!(cx, line, block),
  }));
}

/** Tasks, whose beginning the parser's own reader looks for by an expression in every paragraph. */
export function boundedTasks(): BlockParser[] {
  return TaskList.parseBlock!.map((spec) => ({
    ...spec,
    leaf: (cx, block) => (block.content.startsWith("[") ? spec.leaf!(cx, block) : null),
  }));
}

function mayRule(line: string): boolean {
  let start = 0;
  while (start < line.length && /[>\s]/.test(line[start]!)) start++;
  return RULE.test(line.slice(start));
}

/**
 * The parser's reader of blocks, which puts the quote marks in a paragraph among its elements one by one, and makes each
 * block once: the parser's own makes all of them again to say what they are in. It calls what stands without `override`.
 */
class Blocks extends BlockBase {
  private readonly contexts = new Map<number, object>();
  private readonly paragraph = this.parser.nodeSet.types.find(({ name }) => name === "Paragraph")!;

  /** Ends a paragraph. */
  finishLeaf(leaf: LeafBlock): void {
    for (const reader of leaf.parsers) if (reader.finish(this, leaf)) return;
    const { start, content } = leaf;
    const inline = this.parser.parseInline(content, start);
    if (inline.length === 0 && marksOf(leaf).length === 0)
      this.addNode(this.paragraph.id, start, start + content.length);
    else this.addLeafElement(leaf, this.elt("Paragraph", start, start + content.length, inline));
  }

  override addLeafElement(leaf: LeafBlock, element: Element): void {
    const marks = marksOf(leaf).splice(0);
    super.addLeafElement(
      leaf,
      marks.length === 0 ? element : withChildren(element, withMarks(childrenOf(element), marks)),
    );
  }

  /** Ends the innermost container. */
  finishContext(): void {
    const containers = containersOf(this);
    const ended = containers.stack.pop()!;
    containers.block = containers.stack.at(-1)!;
    this.addNode(ended.toTree(this.parser.nodeSet), ended.from);
  }

  /** Puts a block, or a mark of this number, into the innermost container. */
  override addNode(block: Tree | number, from: number, to = this.prevLineEnd()): void {
    const tree =
      typeof block === "number" ? new Tree(this.parser.nodeSet.types[block]!, NONE, NONE, to - from) : block;
    super.addNode(inContext(tree, this.context), from);
  }

  /** What the blocks of the innermost container have in common. */
  private get context(): object {
    const { block } = containersOf(this);
    const known = this.contexts.get(block.hash) ?? contextOf(block);
    this.contexts.set(block.hash, known);
    return known;
  }
}

const NONE: readonly never[] = [];

/** Elements with marks among and inside them. Both are in the order of the text. */
function withMarks(elements: readonly Element[], marks: readonly Element[]): Element[] {
  const all: Element[] = [];
  let next = 0;
  for (const element of elements) {
    const within = () => next < marks.length && marks[next]!.to <= element.to;
    while (within() && marks[next]!.from <= element.from) all.push(marks[next++]!);
    const first = next;
    while (within()) next++;
    const inside = marks.slice(first, next);
    all.push(inside.length === 0 ? element : withChildren(element, withMarks(childrenOf(element), inside)));
  }
  for (; next < marks.length; next++) all.push(marks[next]!);
  return all;
}
