import type { Tree } from "@lezer/common";
import { type BlockMarks, blockMarks } from "../syntax/block-marks.js";
import { type Block, type BlockChange, blockChange, topBlocks } from "../syntax/blocks.js";
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

/** A top-level block and what was read of it, kept for as long as the parser keeps the block. */
export interface FactBlock extends Block {
  readonly readings: BlockReadings;
}

/** The blocks of one version of a report, and which of them the version before did not have. */
export interface BlockList {
  readonly blocks: readonly FactBlock[];
  readonly change: BlockChange;
}

/** A version of a report and its blocks. */
export interface BlocksBefore {
  readonly text: string;
  readonly blocks: readonly FactBlock[];
}

/** The top-level blocks of a report, in order, with all that was read of those that `before` has too. */
export function factBlocks(syntax: Syntax, before: BlocksBefore): BlockList {
  const placed = topBlocks(syntax.tree);
  const old = before.blocks;
  const parsed = blockChange(old, placed);
  const change = narrowed(parsed, before, placed, syntax.text);
  const moved = new Map<Tree, FactBlock>();
  for (let at = change.from; at < change.oldTo; at++) moved.set(old[at]!.tree, old[at]!);
  const known = (at: number): FactBlock | undefined => {
    if (at < change.from) return old[at];
    return at < change.to ? moved.get(placed[at]!.tree) : old[at - change.to + change.oldTo];
  };
  const blocks = placed.map((block, at): FactBlock => {
    const { tree, from } = block;
    const same = known(at);
    if (same?.tree === tree && same.from === from) return same;
    return { tree, from, readings: same ? same.readings : {} };
  });
  return { blocks, change };
}

/** The parser reads a little more again than what an edit touched: blocks at the edges that say the same are no change. */
function narrowed(
  { from, to, oldTo }: BlockChange,
  { text: oldText, blocks: old }: BlocksBefore,
  placed: readonly Block[],
  text: string,
): BlockChange {
  const same = (a: Block, b: Block) =>
    a.tree.type === b.tree.type &&
    a.tree.length === b.tree.length &&
    linesOf(oldText, a) === linesOf(text, b);
  let first = from;
  while (
    first < Math.min(to, oldTo) &&
    old[first]!.from === placed[first]!.from &&
    same(old[first]!, placed[first]!)
  )
    first++;
  let behind = 0;
  while (behind < Math.min(to, oldTo) - first && same(old[oldTo - 1 - behind]!, placed[to - 1 - behind]!))
    behind++;
  return { from: first, to: to - behind, oldTo: oldTo - behind };
}

/** The whole lines that a block stands in. */
function linesOf(text: string, { tree, from }: Block): string {
  let start = from;
  while (start > 0 && !isBreak(text, start - 1)) start--;
  let end = from + tree.length;
  while (end < text.length && !isBreak(text, end)) end++;
  return text.slice(start, end);
}

function isBreak(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 10 || code === 13;
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
