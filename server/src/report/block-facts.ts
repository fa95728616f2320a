import type { Tree } from "@lezer/common";
import { type BlockMarks, blockMarks } from "../syntax/block-marks.js";
import { type Block, topBlocks } from "../syntax/blocks.js";
import type { Syntax } from "../syntax/parse.js";
import { followUpsIn } from "./follow-ups.js";
import type { FollowUp } from "./model.js";

/** What one top-level block tells by itself, offsets counted from its start. */
export interface BlockFacts {
  readonly marks: BlockMarks;
  readonly followUps: readonly FollowUp[];
}

/** A top-level block and what it tells. */
export interface FactBlock extends Block {
  readonly facts: BlockFacts;
}

/**
 * The facts of each block, kept for as long as the parser keeps the block: after an edit only the blocks it
 * touched are read again. One memory a grammar, since words decide what a block holds.
 */
export type BlockMemory = WeakMap<Tree, BlockFacts>;

/** The top-level blocks of a report with their facts, in order. */
export function factBlocks(syntax: Syntax, memory: BlockMemory): FactBlock[] {
  return topBlocks(syntax.tree).map((block) => {
    const known = memory.get(block.tree);
    if (known) return { ...block, facts: known };
    const facts = read(syntax, block);
    memory.set(block.tree, facts);
    return { ...block, facts };
  });
}

function read({ grammar, text }: Syntax, { tree, from }: Block): BlockFacts {
  if (tree.type.name === "FrontMatter")
    return { marks: { events: [], redacted: [], hidden: [], inCode: [], attributes: [] }, followUps: [] };
  return { marks: blockMarks(grammar, text, tree, from), followUps: followUpsIn(text, tree, from) };
}
