import { type NodeSet, Tree, TreeBuffer } from "@lezer/common";
import type { Element } from "@lezer/markdown";
import { childrenOf } from "./lezer.js";

/** What is longer is no buffer: a place in one is searched from its start. The parser's own bound, in UTF-16 units. */
const MOST_PACKED = 1024;

const NONE: readonly never[] = [];

/**
 * Makes the trees of blocks, one after the other, each out of its nodes in order; the parser would go over general lists of them. Nodes stand as they
 * will in a buffer: type, place and the index behind all that is in them.
 */
export class Packer {
  /** Kept from one block to the next, as lists that grow anew each time cost more than what is in them. */
  private readonly nodes: number[] = [];
  private size = 0;

  constructor(private readonly nodeSet: NodeSet) {}

  /** Adds a node without others in it, its place counted from where the block begins. */
  write(type: number, from: number, to: number): this {
    const { nodes, size } = this;
    nodes[size] = type;
    nodes[size + 1] = from;
    nodes[size + 2] = to;
    this.size = size + 4;
    nodes[size + 3] = this.size;
    return this;
  }

  /** Adds elements, `by` added to their places. None of them holds a tree. */
  writeElements(elements: readonly Element[], by: number): this {
    const { nodes } = this;
    for (let at = 0; at < elements.length; at++) {
      const element = elements[at]!;
      const start = this.size;
      this.write(element.type, element.from + by, element.to + by);
      const inside = childrenOf(element);
      if (inside.length === 0) continue;
      this.writeElements(inside, by);
      nodes[start + 3] = this.size;
    }
    return this;
  }

  /** The block; what is added next belongs to another. */
  finish(type: number, length: number): Tree {
    const { nodes, nodeSet, size } = this;
    this.size = 0;
    const kind = nodeSet.types[type]!;
    if (size === 0) return new Tree(kind, NONE, NONE, length);
    if (length <= MOST_PACKED) return new Tree(kind, [this.buffer(0, size)], [nodes[1]!], length);
    return this.tree(type, 0, size, 0, length);
  }

  /** A node too long for a buffer: what is in it between two indices as buffers as long as may be, and trees. */
  private tree(type: number, first: number, end: number, start: number, length: number): Tree {
    const { nodes, nodeSet } = this;
    const children: (Tree | TreeBuffer)[] = [];
    const positions: number[] = [];
    for (let at = first; at < end; ) {
      const from = nodes[at + 1]!;
      let behind = at;
      while (behind < end && nodes[behind + 2]! - from <= MOST_PACKED) behind = nodes[behind + 3]!;
      positions.push(from - start);
      if (behind > at) children.push(this.buffer(at, behind));
      else {
        behind = nodes[at + 3]!;
        children.push(this.tree(nodes[at]!, at + 4, behind, from, nodes[at + 2]! - from));
      }
      at = behind;
    }
    return new Tree(nodeSet.types[type]!, children, positions, length);
  }

  private buffer(first: number, end: number): TreeBuffer {
    const { nodes } = this;
    const buffer = new Uint16Array(end - first);
    const base = nodes[first + 1]!;
    let length = 0;
    for (let at = first; at < end; at += 4) {
      const to = nodes[at + 2]! - base;
      buffer[at - first] = nodes[at]!;
      buffer[at - first + 1] = nodes[at + 1]! - base;
      buffer[at - first + 2] = to;
      buffer[at - first + 3] = nodes[at + 3]! - first;
      if (to > length) length = to;
    }
    return new TreeBuffer(buffer, length, this.nodeSet);
  }
}
