import { type Input, Tree, TreeFragment } from "@lezer/common";
import {
  type BlockParser,
  type Element,
  type LeafBlock,
  type MarkdownParser,
  Table,
  TaskList,
} from "@lezer/markdown";
import type { Span } from "../text/span.js";
import {
  askBeforeBlocks,
  BlockBase,
  blockParser,
  childrenOf,
  containersOf,
  contextOf,
  finished,
  inContext,
  marksOf,
  withChildren,
} from "./lezer.js";
import { MOST_CONTAINERS, MOST_DEFINITION_LINES } from "./limits.js";

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

/** Nothing to take over; with it, the parser asks for it all the same. */
const NO_FRAGMENT = new TreeFragment(0, 0, Tree.empty, 0);

/**
 * The parser's reader of blocks, which puts the quote marks in a paragraph among its elements one by one, and makes each
 * block once: the parser's own makes all of them again to say what they are in. Before each line
 * at which a block of the text begins, it asks whether it may stop there, given where the line begins and its words do.
 */
export class BlockReader extends BlockBase {
  /** Whether it stopped before the end of the text. */
  stopped = false;
  private readonly contexts = new Map<number, object>();
  private readonly paragraph: number;

  constructor(
    parser: MarkdownParser,
    input: Input,
    fragments: readonly TreeFragment[],
    ranges: readonly Span[],
    mayStop?: (line: number, words: number) => boolean,
  ) {
    super(parser, input, fragments.length === 0 ? [NO_FRAGMENT] : fragments, ranges);
    this.paragraph = parser.nodeSet.types.find(({ name }) => name === "Paragraph")!.id;
    if (!mayStop) return;
    askBeforeBlocks(this, (indent) => {
      this.stopped ||= this.depth === 1 && mayStop(this.parsedPos, this.parsedPos + indent);
      return !this.stopped;
    });
  }

  /** The blocks read, as a tree that begins where its range does. */
  read(): Tree {
    for (;;) {
      const tree = this.advance() ?? (this.stopped ? finished(this) : null);
      if (tree) return tree;
    }
  }

  /** Ends a paragraph. */
  finishLeaf(leaf: LeafBlock): void {
    for (const reader of leaf.parsers) if (reader.finish(this, leaf)) return;
    const { start, content } = leaf;
    const inline = this.parser.parseInline(content, start);
    if (inline.length === 0 && marksOf(leaf).length === 0)
      this.addNode(this.paragraph, start, start + content.length);
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
