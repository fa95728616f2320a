import { type Input, Tree, TreeFragment } from "@lezer/common";
import type { MarkdownParser } from "@lezer/markdown";
import type { ChangedRange } from "../text/changes.js";
import { lineEnd, lineStart } from "../text/line-break.js";
import { BlockReader } from "./block-reader.js";
import type { BlockStarts } from "./block-starts.js";
import { type Block, type BlockChange, blockBehind } from "./blocks.js";

/** The blocks of a text, and what of them the version before did not have. */
export interface SplicedBlocks {
  readonly blocks: readonly Block[];
  readonly change: BlockChange;
}

/** A version that was read, and what was changed since. */
export interface Known {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** Sorted and disjoint, the lines before included that must be read again. */
  readonly changes: readonly ChangedRange[];
}

/** A text to be read: as the parser sees it, where its body begins, and the front matter before, if that is to be a block. */
export interface Body {
  readonly text: string;
  readonly input: Input;
  readonly from: number;
  readonly front: Block | undefined;
}

/** Blocks before a change that are read again with it: what stands before them is decided without it. */
const BACK = 2;
/** Stretches between two changes that are shorter than this many units are read again rather than looked up. */
const MIN_FRAGMENT = 32;

/** Reads all blocks of a body. */
export function readBlocks(starts: BlockStarts, { input, from, front }: Body): Block[] {
  const blocks = new BlockReader(starts, input, [], { from, to: input.length }).read();
  if (front) blocks.unshift(front);
  return blocks;
}

/**
 * Reads the blocks of a body around what was changed, up to the first that begins where one began before. From there on
 * everything is as it was: how a block is read depends on nothing before its first line. `front` is the same object as in
 * the version before where the body begins at the same place as there.
 */
export function spliceBlocks(starts: BlockStarts, body: Body, known: Known): SplicedBlocks {
  const { blocks: old, changes } = known;
  const first = changes[0];
  const last = changes.at(-1);
  if (!first || !last)
    return { blocks: old, change: { from: old.length, to: old.length, oldTo: old.length } };
  const by = last.toB - last.toA;
  const hadFront = old[0] && isFront(old[0]) ? 1 : 0;
  const sameFront = body.front ? body.front === old[0] : hadFront === 0;
  const firstBody = sameFront ? hadFront : 0;
  const start = sameFront ? startBefore(old, first.fromA, firstBody) : 0;
  // All blocks before the change stand where they stood.
  const from = start > firstBody ? lineStart(known.text, old[start]!.from) : body.from;

  let next = Math.max(hadFront, blockBehind(old, last.toA));
  const mayStop = (line: number, words: number) => {
    // The line break before it must be the one that was there, or its indentation could be another.
    if (line <= last.toB) return false;
    while (next < old.length && old[next]!.from + by < line) next++;
    return next < old.length && old[next]!.from + by <= words;
  };
  const around = old.slice(Math.max(start, hadFront), next);
  const fragments = fragmentsOf(starts.parser, around, known);
  const reader = new BlockReader(starts, body.input, fragments, { from, to: body.input.length }, mayStop);
  const read = reader.read();
  const end = reader.stopped ? next : old.length;
  if (!sameFront && body.front) read.unshift(body.front);
  const change = narrowed({ from: start, to: start + read.length, oldTo: end }, known, read, body.text, by);
  return { blocks: spliced(old, read, { from: start, oldTo: end, by }, change), change };
}

/** Where reading begins: a few blocks before the first that a change can reach. */
function startBefore(old: readonly Block[], changed: number, firstBody: number): number {
  let at = blockBehind(old, changed);
  while (at > 0 && old[at - 1]!.from + old[at - 1]!.tree.length >= changed) at--;
  return Math.max(firstBody, at - BACK);
}

/** What no change touched of some blocks, for the parser to take over; of containers, also what is in them. */
function fragmentsOf(
  parser: MarkdownParser,
  around: readonly Block[],
  { text, changes }: Known,
): readonly TreeFragment[] {
  const end = around.at(-1);
  if (!end) return [];
  // The line break behind the last belongs to what is taken over. What stands before the first does not: it can be front
  // matter that no longer is, and the parser takes a stretch without blocks for empty lines.
  const tree = treeOf(parser, around, Math.min(text.length, end.from + end.tree.length + 1));
  const known = new TreeFragment(lineStart(text, around[0]!.from), tree.length, tree, 0, true);
  return TreeFragment.applyChanges([known], changes, MIN_FRAGMENT);
}

/** Blocks as one tree. */
export function treeOf(parser: MarkdownParser, blocks: readonly Block[], length: number): Tree {
  const type = parser.nodeSet.types.find(({ name }) => name === "Document")!;
  const trees = blocks.map(({ tree }) => tree);
  const positions = blocks.map(({ from }) => from);
  return new Tree(type, trees, positions, length).balance();
}

/** What was read put in the place of what it replaces. What was read of blocks goes on with those that are the same. */
function spliced(
  old: readonly Block[],
  read: readonly Block[],
  { from, oldTo, by }: { readonly from: number; readonly oldTo: number; readonly by: number },
  change: BlockChange,
): Block[] {
  const known = new Map<Tree, Block>();
  for (let at = from; at < oldTo; at++) known.set(old[at]!.tree, old[at]!);
  const blocks = old.slice(0, from);
  for (let at = from; at < from + read.length; at++) {
    const block = read[at - from]!;
    const was =
      at < change.from
        ? old[at]!
        : at >= change.to
          ? old[at - change.to + change.oldTo]!
          : known.get(block.tree);
    blocks.push(was ? moved(was, block) : block);
  }
  for (let at = oldTo; at < old.length; at++) {
    const { tree, from: was, readings } = old[at]!;
    blocks.push(by === 0 ? old[at]! : { tree, from: was + by, readings });
  }
  return blocks;
}

function moved(was: Block, { tree, from }: Block): Block {
  return was.tree === tree && was.from === from ? was : { tree, from, readings: was.readings };
}

/**
 * The parser reads a little more again than what an edit touched: blocks at the edges that say the same are no change, where
 * they stand as far from the start of the text, or from its end, as they did.
 */
function narrowed(
  { from, to, oldTo }: BlockChange,
  { text: oldText, blocks: old }: Known,
  read: readonly Block[],
  text: string,
  by: number,
): BlockChange {
  const same = (a: Block, b: Block) =>
    a.tree === b.tree ||
    (a.tree.type === b.tree.type &&
      a.tree.length === b.tree.length &&
      linesOf(oldText, a) === linesOf(text, b));
  const most = Math.min(read.length, oldTo - from);
  let before = 0;
  while (
    before < most &&
    old[from + before]!.from === read[before]!.from &&
    same(old[from + before]!, read[before]!)
  )
    before++;
  let behind = 0;
  while (behind < most - before) {
    const was = old[oldTo - 1 - behind]!;
    const is = read[read.length - 1 - behind]!;
    if (was.from + by !== is.from || !same(was, is)) break;
    behind++;
  }
  return { from: from + before, to: to - behind, oldTo: oldTo - behind };
}

/** The whole lines that a block stands in. */
function linesOf(text: string, { tree, from }: Block): string {
  return text.slice(lineStart(text, from), lineEnd(text, from + tree.length));
}

function isFront({ tree }: Block): boolean {
  return tree.type.name === "FrontMatter";
}
