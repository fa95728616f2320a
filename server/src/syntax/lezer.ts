import { type Input, type NodeProp, type NodeSet, NodeType, Tree, type TreeFragment } from "@lezer/common";
import {
  BlockContext,
  type BlockParser,
  type DelimiterType,
  Element,
  InlineContext,
  LeafBlock,
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

/** Tells whether a paragraph ends before a line. */
export type EndsLeaf = NonNullable<BlockParser["endLeaf"]>;

interface Inside {
  readonly inlineParsers: readonly (InlineToken | undefined)[];
  readonly inlineNames: readonly string[];
  readonly blockNames: readonly string[];
  readonly blockParsers: readonly BlockParser["parse"][];
  readonly leafBlockParsers: readonly BlockParser["leaf"][];
  readonly endLeafBlock: readonly EndsLeaf[];
}

const inside = (parser: MarkdownParser) => parser as unknown as Inside;

/** The readers of inline text by name, in the order in which they are asked. */
export function inlineTokens(parser: MarkdownParser): Named<InlineToken>[] {
  const { inlineParsers, inlineNames } = inside(parser);
  return named(inlineNames, inlineParsers);
}

/** The readers of blocks and of paragraphs by name, and what ends a paragraph, in the order in which they are asked. */
export function blockReaders(parser: MarkdownParser): {
  readonly blocks: readonly Named<NonNullable<BlockParser["parse"]>>[];
  readonly leaves: readonly Named<NonNullable<BlockParser["leaf"]>>[];
  readonly ends: readonly EndsLeaf[];
} {
  const { blockNames, blockParsers, leafBlockParsers, endLeafBlock } = inside(parser);
  return {
    blocks: named(blockNames, blockParsers),
    leaves: named(blockNames, leafBlockParsers),
    ends: endLeafBlock,
  };
}

function named<Reader>(names: readonly string[], readers: readonly (Reader | undefined)[]): Named<Reader>[] {
  return names.flatMap((name, at) => {
    const read = readers[at];
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

/** A paragraph whose constructor is declared. */
export const Leaf = LeafBlock as unknown as new (start: number, content: string) => LeafBlock;

/** The quote marks inside a paragraph, which the parser keeps apart from its text. */
export function marksOf(leaf: LeafBlock): Element[] {
  return (leaf as unknown as { readonly marks: Element[] }).marks;
}

/** What a line is made of that it does not declare. */
export interface LineInside extends Line {
  /** How many containers go on with it. */
  readonly depth: number;
  /** Goes on to the words behind what a container took. */
  forward(): void;
  /** The line as a paragraph goes on with it. */
  scrub(): string;
}

/** How many containers go on with a line. */
export function depthOf(line: Line): number {
  return (line as LineInside).depth;
}

/** What a reader of blocks is made of that it does not declare. */
export interface ReaderInside {
  readonly line: LineInside;
  /** What may be taken over of what was read before. */
  readonly fragments: object | null;
  /** The containers that are open. */
  readonly stack: Container[];
  /** The innermost of them. */
  block: Container;
  /** Takes over what was read before, from a place in the line; called where a block begins. Answers whether it did. */
  reuseFragment(start: number): boolean;
}

/** What a reader of blocks is made of. */
export function insideOf(cx: BlockContext): ReaderInside {
  return cx as unknown as ReaderInside;
}

/** A container while blocks are added to it. */
export interface Container {
  readonly from: number;
  /** Where its last mark ends, of containers that have marks on each line. */
  readonly end: number;
  /** Of the containers that it is in: what was read of a block holds in a version where this is the same. */
  readonly hash: number;
  readonly hashProp: readonly [NodeProp<number> | number, number][];
  readonly children: readonly Tree[];
  /** Where they begin, counted from where it does. */
  readonly positions: readonly number[];
  toTree(nodeSet: NodeSet): Tree;
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
