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
  collect(tree, 0, blocks);
  return blocks;
}

// Groups are balanced, so this goes only as deep as the logarithm of the number of blocks.
function collect(group: Tree, start: number, blocks: Block[]): void {
  group.children.forEach((node, index) => {
    // Blocks and groups of blocks are trees; only what is inside a block is packed into buffers.
    const child = node as Tree;
    const from = start + group.positions[index]!;
    if (child.type.isAnonymous) collect(child, from, blocks);
    else blocks.push({ tree: child, from });
  });
}
