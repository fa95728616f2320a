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
  /** The block holds nothing of the above, as most do. */
  readonly plain: boolean;
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
  return topBlocks(syntax.tree).map(({ tree, from }) => {
    let facts = memory.get(tree);
    if (!facts) {
      facts = read(syntax, { tree, from });
      memory.set(tree, facts);
    }
    return { tree, from, facts };
  });
}

function read({ grammar, text }: Syntax, { tree, from }: Block): BlockFacts {
  const prose = tree.type.name !== "FrontMatter";
  const marks = prose ? blockMarks(grammar, text, tree, from) : NO_MARKS;
  const followUps = prose ? followUpsIn(text, tree, from) : [];
  const { events, redacted, hidden, inCode, attributes } = marks;
  const plain = [events, redacted, hidden, inCode, attributes, followUps].every(({ length }) => length === 0);
  return plain ? PLAIN : { marks, followUps, plain };
}

const NO_MARKS: BlockMarks = { events: [], redacted: [], hidden: [], inCode: [], attributes: [] };
/** One for all blocks that hold nothing. */
const PLAIN: BlockFacts = { marks: NO_MARKS, followUps: [], plain: true };
