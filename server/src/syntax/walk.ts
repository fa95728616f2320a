import { Tree, type TreeBuffer } from "@lezer/common";

/** What is called at each node of a tree in order: its name, and its place counted from where the tree begins. */
export interface Visitor {
  /** Whether to go on inside the node; then `leave` is called behind it. */
  enter(name: string, from: number, to: number): boolean;
  leave?(name: string, from: number, to: number): void;
}

/**
 * Goes through a block and all that is in it. The library's own walk makes a cursor and several objects a node; this one
 * makes nothing, and blocks are walked more than anything else is done to them.
 */
export function walk(tree: Tree, visitor: Visitor, from = 0): void {
  const { name, isAnonymous } = tree.type;
  const to = from + tree.length;
  if (!isAnonymous && !visitor.enter(name, from, to)) return;
  const { children, positions } = tree;
  for (let at = 0; at < children.length; at++) {
    const child = children[at]!;
    const start = from + positions[at]!;
    if (child instanceof Tree) walk(child, visitor, start);
    else walkBuffer(child, 0, child.buffer.length, start, visitor);
  }
  if (!isAnonymous) visitor.leave?.(name, from, to);
}

/** The nodes of a buffer from one index to another: four numbers each, the last the index behind all that is in it. */
function walkBuffer(nodes: TreeBuffer, first: number, end: number, base: number, visitor: Visitor): void {
  const { buffer, set } = nodes;
  for (let at = first; at < end; ) {
    const { name } = set.types[buffer[at]!]!;
    const from = base + buffer[at + 1]!;
    const to = base + buffer[at + 2]!;
    const behind = buffer[at + 3]!;
    if (visitor.enter(name, from, to)) {
      if (behind > at + 4) walkBuffer(nodes, at + 4, behind, base, visitor);
      visitor.leave?.(name, from, to);
    }
    at = behind;
  }
}
