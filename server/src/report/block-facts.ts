import { type BlockMarks, blockMarks, NO_MARKS } from "../syntax/block-marks.js";
import type { Block } from "../syntax/blocks.js";
import type { Syntax } from "../syntax/parse.js";
import { followUpsIn } from "./follow-ups.js";
import type { FollowUp } from "./model.js";
import type { BlockReadings } from "./readings.js";
import type { Work } from "./work.js";

/** What one top-level block tells by itself, offsets counted from its start. */
export interface BlockFacts {
  readonly marks: BlockMarks;
  readonly followUps: readonly FollowUp[];
  /** The block holds nothing of the above, as most do. */
  readonly plain: boolean;
}

/** A top-level block and what recognition read of it, kept for as long as the parser keeps the block. */
export interface FactBlock extends Block {
  readonly readings: BlockReadings;
}

/** The top-level blocks of a report, with all that was read of those that the version before has too. */
export function factBlocks({ blocks }: Syntax): readonly FactBlock[] {
  // Nobody else fills what is noted of them.
  return blocks as readonly FactBlock[];
}

/** What a block tells by itself; read when first asked for, as an outline does without. */
export function blockFacts(syntax: Syntax, block: FactBlock, work: Work): BlockFacts {
  const { readings } = block;
  if (!readings.facts) {
    work.blocks++;
    readings.facts = read(syntax, block);
  }
  return readings.facts;
}

function read({ grammar, text }: Syntax, { tree, from }: Block): BlockFacts {
  if (tree.type.name === "FrontMatter") return PLAIN;
  const marks = blockMarks(grammar, text, tree, from);
  const followUps = followUpsIn(text, tree, from);
  return marks === NO_MARKS && followUps.length === 0 ? PLAIN : { marks, followUps, plain: false };
}

/** One for all blocks that hold nothing. */
const PLAIN: BlockFacts = { marks: NO_MARKS, followUps: [], plain: true };
