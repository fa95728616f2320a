import { type Input, Tree, type TreeFragment } from "@lezer/common";
import type { Element, LeafBlock } from "@lezer/markdown";
import { append } from "../text/append.js";
import type { Span } from "../text/span.js";
import type { BlockStarts } from "./block-starts.js";
import { type Block, topBlocks } from "./blocks.js";
import {
  BlockBase,
  childrenOf,
  contextOf,
  inContext,
  insideOf,
  Leaf,
  type LineInside,
  marksOf,
  withChildren,
} from "./lezer.js";
import { Packer } from "./packed.js";

/** Whether reading may stop before a block of the text, given where its line begins and its words do. */
export type MayStop = (line: number, words: number) => boolean;

/**
 * The parser's reader of blocks, which asks only those of its readers that can find something at a line, puts the quote marks in a
 * paragraph among its elements one by one, and makes each block once: the parser's own makes all of them again to say what
 * they are in.
 */
export class BlockReader extends BlockBase {
  /** Whether it stopped before the end of the text. */
  stopped = false;
  private readonly contexts = new Map<number, object>();
  private readonly packer: Packer;
  private readonly paragraph: number;

  constructor(
    private readonly starts: BlockStarts,
    input: Input,
    fragments: readonly TreeFragment[],
    range: Span,
    private readonly mayStop?: MayStop,
  ) {
    super(starts.parser, input, fragments, [range]);
    this.packer = new Packer(this.parser.nodeSet);
    this.paragraph = this.parser.nodeSet.types.find(({ name }) => name === "Paragraph")!.id;
  }

  /** The blocks of the text. */
  read(): Block[] {
    const inside = insideOf(this);
    while (this.toWords() && this.next());
    while (inside.stack.length > 1) this.finishContext();
    return topBlocks(inside.block, inside.block.from);
  }

  /** Ends the containers that end before the line, and passes over blank lines. Whether there is another line. */
  private toWords(): boolean {
    const { line, stack } = insideOf(this);
    for (;;) {
      for (let mark = 0; ; ) {
        const ended = line.depth < stack.length ? stack[stack.length - 1] : undefined;
        for (; mark < line.markers.length && (!ended || line.markers[mark]!.from < ended.end); mark++) {
          const { type, from, to } = line.markers[mark]!;
          this.addNode(type, from, to);
        }
        if (!ended) break;
        this.finishContext();
      }
      if (line.pos < line.text.length) return true;
      if (!this.nextLine()) return false;
    }
  }

  /** Reads what begins at the line, up to the end of a block. Whether to go on. */
  private next(): boolean {
    const inside = insideOf(this);
    const { line } = inside;
    if (this.depth === 1 && this.mayStop?.(this.parsedPos, this.parsedPos + line.pos)) {
      this.stopped = true;
      return false;
    }
    if (inside.fragments && inside.reuseFragment(line.basePos)) return true;
    for (let readers = this.starts.at(line), at = 0; at < readers.length; at++) {
      const result = readers[at]!(this, line);
      if (result === true) return true;
      if (result === null) {
        // What follows is in the container that was opened.
        line.forward();
        readers = this.starts.at(line);
        at = -1;
      }
    }
    if (line.pos === line.text.length) return this.nextLine();
    this.leaf(line);
    return true;
  }

  /** Reads a paragraph, or what its lines turn out to be. */
  private leaf(line: LineInside): void {
    const { starts } = this;
    const start = this.lineStart + line.pos;
    const content = line.text.slice(line.pos);
    const mayBeOther = starts.mayBeOther(line.next);
    let goesOn = this.toNextWords(line);
    if (!goesOn && !mayBeOther) {
      this.addParagraph(start, content);
      return;
    }
    const leaf = new Leaf(start, content);
    this.askLeaves(leaf);
    for (; goesOn; goesOn = this.toNextWords(line)) {
      if (
        line.indent < line.baseIndent + 4 &&
        starts.mayEnd(line) &&
        starts.ends.some((ends) => ends(this, line, leaf))
      )
        break;
      if (leaf.parsers.some((reader) => reader.nextLine(this, line, leaf))) return;
      leaf.content += `\n${line.scrub()}`;
      if (line.markers.length > 0) append(marksOf(leaf), line.markers);
    }
    this.finishLeaf(leaf);
  }

  /** Whether there is another line and it is not blank. */
  private toNextWords(line: LineInside): boolean {
    return this.nextLine() && line.pos < line.text.length;
  }

  private askLeaves(leaf: LeafBlock): void {
    const { leaves } = this.starts;
    for (let at = 0; at < leaves.length; at++) {
      const reader = leaves[at]!(this, leaf);
      if (reader) leaf.parsers.push(reader);
    }
  }

  /** Ends a paragraph. */
  finishLeaf(leaf: LeafBlock): void {
    if (leaf.parsers.some((reader) => reader.finish(this, leaf))) return;
    const { start, content } = leaf;
    if (marksOf(leaf).length === 0) this.addParagraph(start, content);
    else {
      const inline = this.parser.parseInline(content, start);
      this.addLeafElement(leaf, this.elt("Paragraph", start, start + content.length, inline));
    }
  }

  private addParagraph(start: number, content: string): void {
    const inline = this.parser.parseInline(content, start);
    this.addNode(this.packer.writeElements(inline, -start).finish(this.paragraph, content.length), start);
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
    const inside = insideOf(this);
    const ended = inside.stack.pop()!;
    inside.block = inside.stack.at(-1)!;
    this.addNode(ended.toTree(this.parser.nodeSet), ended.from);
  }

  /** Puts a block, or a mark of this number, into the innermost container. */
  override addNode(block: Tree | number, from: number, to = this.prevLineEnd()): void {
    const tree =
      typeof block === "number" ? new Tree(this.parser.nodeSet.types[block]!, NONE, NONE, to - from) : block;
    super.addNode(inContext(tree, this.context()), from);
  }

  /** What the readers of blocks make trees with. None of them begins another before it finished one. */
  get buffer(): Packer {
    return this.packer;
  }

  /** What the blocks of the innermost container have in common. */
  private context(): object {
    const { block } = insideOf(this);
    let known = this.contexts.get(block.hash);
    if (!known) {
      known = contextOf(block);
      this.contexts.set(block.hash, known);
    }
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
