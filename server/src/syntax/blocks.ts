import type { Tree } from "@lezer/common";
import { countAtFront } from "../text/ordered.js";

/** A block that stands directly in the report, not in a list or quote, and where it begins. */
export interface Block {
  readonly tree: Tree;
  readonly from: number;
  /** What others read of it, filled by them; it goes on with the block to the versions that keep it. */
  readonly readings: object;
}

/** What holds blocks, and where each of them begins in it. */
export type BlockList = Pick<Tree, "children" | "positions">;

/** Blocks in order, `start` added to where they begin. Long lists that were read before are groups in each other; those are looked through. */
export function topBlocks(list: BlockList, start: number): Block[] {
  const blocks: Block[] = [];
  collect(list, start, blocks);
  return blocks;
}

// Groups are balanced, so this goes only as deep as the logarithm of the number of blocks.
function collect({ children, positions }: BlockList, start: number, blocks: Block[]): void {
  for (let index = 0; index < children.length; index++) {
    // Blocks and groups of blocks are trees; only what is inside a block is packed into buffers.
    const tree = children[index] as Tree;
    const from = start + positions[index]!;
    if (tree.type.isAnonymous) collect(tree, from, blocks);
    else blocks.push({ tree, from, readings: {} });
  }
}

/** The index of the first block that begins at `offset` or behind. */
export function blockBehind(blocks: readonly Block[], offset: number): number {
  return countAtFront(blocks, ({ from }) => from < offset);
}

/** Blocks `from` to `oldTo` of the version before became blocks `from` to `to`; all others are the same objects, moved. */
export interface BlockChange {
  readonly from: number;
  readonly to: number;
  readonly oldTo: number;
}

/** What stands between the blocks that two versions of a text have in common at both ends. */
export function blockChange(before: readonly Block[], after: readonly Block[]): BlockChange {
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && before[from]!.tree === after[from]!.tree && before[from]!.from === after[from]!.from)
    from++;
  let behind = 0;
  while (
    behind < most - from &&
    before[before.length - 1 - behind]!.tree === after[after.length - 1 - behind]!.tree
  )
    behind++;
  return { from, to: after.length - behind, oldTo: before.length - behind };
}
