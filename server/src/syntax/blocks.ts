import type { Tree } from "@lezer/common";

/** A block that stands directly in the report, not in a list or quote, and where it begins. */
export interface Block {
  readonly tree: Tree;
  readonly from: number;
}

/**
 * The top-level blocks of a tree in order. The parser groups long child lists into nameless nodes so that an
 * edit copies few of them; those are looked through.
 */
export function topBlocks(tree: Tree): Block[] {
  const blocks: Block[] = [];
  eachTopBlock(tree, (block, from) => blocks.push({ tree: block, from }));
  return blocks;
}

/** Calls `visit` with each top-level block and where it begins, in order. */
export function eachTopBlock(tree: Tree, visit: (tree: Tree, from: number) => void): void {
  each(tree, 0, visit);
}

// Groups are balanced, so this goes only as deep as the logarithm of the number of blocks.
function each({ children, positions }: Tree, start: number, visit: (tree: Tree, from: number) => void): void {
  for (let index = 0; index < children.length; index++) {
    // Blocks and groups of blocks are trees; only what is inside a block is packed into buffers.
    const child = children[index] as Tree;
    const from = start + positions[index]!;
    if (child.type.isAnonymous) each(child, from, visit);
    else visit(child, from);
  }
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
