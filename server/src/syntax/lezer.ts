import { type Input, type NodeProp, type NodeSet, NodeType, Tree, type TreeFragment } from "@lezer/common";
import {
  BlockContext,
  type BlockParser,
  type DelimiterType,
  Element,
  InlineContext,
  type LeafBlock,
  type Line,
  type MarkdownParser,
} from "@lezer/markdown";
import type { Named } from "./inline-starts.js";

/**
 * What we use of the Markdown parser beyond what it declares, in this file alone: its own readers are kept wherever they are
 * linear, and those that are not have to be replaced from within.
 */

/** A run of characters that may open or close something, as the parser's readers make it. */
export interface Delimiter {
  readonly type: DelimiterType;
  readonly from: number;
  readonly to: number;
  /** Bits: 1 may open, 2 may close. */
  readonly side: number;
  /** Its length before parts of it were used. */
  readonly size: number;
}

export type InlineToken = (cx: InlineContext, next: number, pos: number) => number;

interface Inside {
  readonly inlineParsers: readonly (InlineToken | undefined)[];
  readonly inlineNames: readonly string[];
  readonly blockNames: readonly string[];
  readonly blockParsers: readonly BlockParser["parse"][];
  readonly leafBlockParsers: readonly BlockParser["leaf"][];
}

const inside = (parser: MarkdownParser) => parser as unknown as Inside;

/** The readers of inline text by name, in the order in which they are asked. */
export function inlineTokens(parser: MarkdownParser): Named<InlineToken>[] {
  const { inlineParsers, inlineNames } = inside(parser);
  return inlineNames.flatMap((name, at) => {
    const read = inlineParsers[at];
    return read ? [{ name, read }] : [];
  });
}

/** The reader of a kind of block, to be put into another. */
export function blockParser(parser: MarkdownParser, name: string): BlockParser {
  const { blockNames, blockParsers, leafBlockParsers } = inside(parser);
  const index = blockNames.indexOf(name);
  const parse = blockParsers[index];
  const leaf = leafBlockParsers[index];
  return { name, ...(parse ? { parse } : {}), ...(leaf ? { leaf } : {}) };
}

/** A reader of inline text whose constructor is declared. */
export const InlineBase = InlineContext as unknown as new (
  parser: MarkdownParser,
  text: string,
  offset: number,
) => InlineContext;

/** A reader of blocks whose constructor is declared. */
export const BlockBase = BlockContext as unknown as new (
  parser: MarkdownParser,
  input: Input,
  fragments: readonly TreeFragment[],
  ranges: readonly { readonly from: number; readonly to: number }[],
) => BlockContext & { addNode(block: Tree, from: number): void };

/** The type of an element in the parser's numbers, and what is in it. */
export function childrenOf(element: Element): readonly Element[] {
  return (element as unknown as { readonly children: readonly Element[] }).children;
}

/** The same element with other contents. */
export function withChildren({ type, from, to }: Element, children: readonly Element[]): Element {
  const make = Element as unknown as new (
    type: number,
    from: number,
    to: number,
    children: readonly Element[],
  ) => Element;
  return new make(type, from, to, children);
}

/** The quote marks inside a paragraph, which the parser keeps apart from its text. */
export function marksOf(leaf: LeafBlock): Element[] {
  return (leaf as unknown as { readonly marks: Element[] }).marks;
}

/** How many containers go on with a line. */
export function depthOf(line: Line): number {
  return (line as unknown as { readonly depth: number }).depth;
}

/** What the reader of blocks is made of that it does not declare. */
interface ReaderInside {
  readonly line: Line;
  /** Takes over what was read before, from a place in the line; called where a block begins. Answers whether it did. */
  reuseFragment(start: number): boolean;
  finish(): Tree;
}

const reader = (cx: BlockContext) => cx as unknown as ReaderInside;

/**
 * Has a reader of blocks ask, before it reads one, whether to read on; given how far its words are indented. Where not, its
 * `advance` goes no further. It asks nobody that was given no fragments.
 */
export function askBeforeBlocks(cx: BlockContext, readOn: (indent: number) => boolean): void {
  const inside = reader(cx);
  const take = inside.reuseFragment;
  inside.reuseFragment = (start) => !readOn(inside.line.pos) || take.call(inside, start);
}

/** What a reader of blocks has read so far, as if the text ended there. */
export function finished(cx: BlockContext): Tree {
  return reader(cx).finish();
}

/** A container while blocks are added to it. */
export interface Container {
  readonly from: number;
  /** Of the containers that it is in: what was read of a block holds in a version where this is the same. */
  readonly hash: number;
  readonly hashProp: readonly [NodeProp<number> | number, number][];
  toTree(nodeSet: NodeSet): Tree;
}

/** The containers that are open while blocks are read. */
export interface OpenContainers {
  /** The innermost of them. */
  block: Container;
  readonly stack: Container[];
}

/** The containers of a reader of blocks, which it does not declare. */
export function containersOf(cx: BlockContext): OpenContainers {
  return cx as unknown as OpenContainers;
}

/** Properties of a tree of its own; most have none. */
interface Own {
  props: object | null;
}

/** The properties that all blocks of a container have. */
export function contextOf({ hashProp }: Container): object {
  return (new Tree(NodeType.none, [], [], 0, hashProp) as unknown as Own).props!;
}

/** Gives a tree that nobody else has yet its properties. The parser would make a copy of it, with properties of its own. */
export function inContext(tree: Tree, context: object): Tree {
  const own = tree as unknown as Own;
  own.props ??= context;
  return tree;
}
