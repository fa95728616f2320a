import type { Tree } from "@lezer/common";
import type { BlockChange } from "../syntax/blocks.js";
import type { Syntax } from "../syntax/parse.js";
import { countAtFront } from "../text/ordered.js";
import { bareHeadings } from "./bare-headings.js";
import type { FactBlock } from "./block-facts.js";
import type { Vocabulary } from "./kinds.js";
import type { HeadingStyle } from "./model.js";
import { readPeople } from "./people.js";
import type { BlockReader, HeadingReading } from "./readings.js";

/** What a heading says and how it is written, wherever it stands. */
export interface HeadingWords {
  readonly style: HeadingStyle;
  readonly level: number;
  readonly reading: HeadingReading;
}

/** A block that heads a section, or the report. */
export interface Heading extends HeadingWords {
  readonly block: FactBlock;
  /** Its place among the blocks. */
  readonly index: number;
}

/** The marked and bold headings of the version before, and what changed since. */
export interface HeadingsBefore {
  readonly marked: readonly Heading[];
  readonly change: BlockChange;
}

/** What headings are found in. */
export interface HeadingInput {
  readonly syntax: Syntax;
  readonly blocks: readonly FactBlock[];
  readonly reader: BlockReader;
  readonly vocabulary: Vocabulary;
}

const MAX_BOLD = 140;
/** The nodes of headings that something marks. */
const MARKED = new Map<string, Pick<HeadingWords, "style" | "level">>();
for (const level of [1, 2, 3, 4, 5, 6]) MARKED.set(`ATXHeading${level}`, { style: "atx", level });
for (const level of [1, 2]) MARKED.set(`SetextHeading${level}`, { style: "setext", level });

/** The headings of a report in order, and those of them that something marks. */
export interface FoundHeadings {
  readonly headings: readonly Heading[];
  readonly marked: readonly Heading[];
}

/** Finds the headings of a report: marked ones, wholly bold lines, and bare ones where there are no others. */
export function findHeadings(input: HeadingInput, before?: HeadingsBefore): FoundHeadings {
  const marked = (before && patched(input, before)) ?? scan(input, [], 0, input.blocks.length);
  if (input.syntax.format === "markdown" && hasMarked(marked)) return { headings: marked, marked };
  const bare = bareHeadings(input, new Set(marked.map(({ index }) => index)));
  const headings = bare.length === 0 ? marked : [...marked, ...bare].sort((a, b) => a.index - b.index);
  return { headings, marked };
}

/** Adds the marked and bold headings among the blocks from `from` to `to`, given all those before. */
function scan(input: HeadingInput, headings: Heading[], from: number, to: number): Heading[] {
  let above = lastLevel(headings, headings.length);
  for (let index = from; index < to; index++) {
    const block = input.blocks[index]!;
    const { name } = block.tree.type;
    if (name === "Paragraph") {
      if (!isBold(input, block, index, headings.at(-1)?.index)) continue;
      const reading = input.reader.heading(block);
      headings.push({ block, index, style: "bold", level: Math.min(6, above + 1), reading });
    } else {
      const mark = MARKED.get(name);
      if (!mark) continue;
      above = mark.level;
      const reading = input.reader.heading(block);
      headings.push({ block, index, style: mark.style, level: above, reading });
    }
  }
  return headings;
}

/**
 * The headings of the version before, with those looked for again that an edit can have changed: in the blocks it
 * touched, in the one before, as a bold line never stands last, and behind them for as long as the one before counts
 * as something else than it did. Nothing where the levels of the bold lines behind would change.
 */
function patched(input: HeadingInput, { marked, change }: HeadingsBefore): Heading[] | undefined {
  const { blocks } = input;
  const by = change.to - change.oldTo;
  const from = Math.max(0, change.from - 1);
  const headings = scan(input, marked.slice(0, firstFrom(marked, from)), from, change.to);
  let to = change.to;
  for (let settled = false; to < blocks.length && !settled; to++) {
    scan(input, headings, to, to + 1);
    const was = marked[firstFrom(marked, to - by)]?.index === to - by;
    settled = was === (headings.at(-1)?.index === to);
  }
  const behind = firstFrom(marked, to - by);
  if (lastLevel(headings, headings.length) !== lastLevel(marked, behind)) return undefined;
  for (let at = behind; at < marked.length; at++) {
    const heading = marked[at]!;
    const index = heading.index + by;
    const block = blocks[index]!;
    const { style, level, reading } = heading;
    headings.push(heading.block === block && by === 0 ? heading : { block, index, style, level, reading });
  }
  return headings;
}

/** The number of headings before the block at `index`. */
export function firstFrom(headings: readonly Heading[], index: number): number {
  return countAtFront(headings, (heading) => heading.index < index);
}

/** The level of the last heading before the one at `end` that is not bold, or 1. */
function lastLevel(headings: readonly Heading[], end: number): number {
  for (let at = end - 1; at >= 0; at--) if (headings[at]!.style !== "bold") return headings[at]!.level;
  return 1;
}

/** Whether there are headings beside one that may be the title. */
function hasMarked(headings: readonly Heading[]): boolean {
  const [first] = headings;
  return (
    first !== undefined &&
    (headings.length > 2 ||
      headings[1]?.style === "atx" ||
      headings[1]?.style === "setext" ||
      (first.style !== "bold" && first.index > 2))
  );
}

/** Whether a paragraph is one wholly bold line that heads what follows, and not a speaker or a sentence. */
function isBold(
  input: HeadingInput,
  block: FactBlock,
  index: number,
  lastHeading: number | undefined,
): boolean {
  const { tree, from } = block;
  if (tree.type.name !== "Paragraph" || tree.length > MAX_BOLD * 2) return false;
  const first = input.syntax.text[from];
  if (first !== "*" && first !== "_") return false;
  if (index === input.blocks.length - 1) return false;
  const source = input.syntax.text.slice(from, from + tree.length).trim();
  if (/[\r\n]/.test(source)) return false;
  if (!whollyBold(tree, source.length) && !/^\*\*(?:[A-Z]|\d{1,2})[.)][^*]{2,140}$/.test(source))
    return false;
  const text = input.reader.heading(block).text.trim();
  if (text.length > MAX_BOLD || text.length < 2) return false;
  const words = text.split(/\s+/).length;
  if ((/[.!…]["”]?$/.test(text) && words > 5) || (/:$/.test(text) && words > 10)) return false;
  if (/^[<[(]?redacted\b/i.test(text) || /^(?:https?:|www\.)\S+$/.test(text)) return false;
  if (input.reader.heading(block).numbering) return true;
  return !namesSpeaker(text, lastHeading === index - 1 || boldName(input, index - 1));
}

/** A name with or without a company; behind a heading a name-like pair of words is enough. */
function namesSpeaker(text: string, behindHeading: boolean): boolean {
  const by = /^(?:by|speakers?:|presenters?:|presented by|with)\s+/i.exec(text)?.[0].length ?? 0;
  const list = readPeople(text.slice(by), by > 0);
  if (!list) return false;
  return (
    by > 0 || list.certainty === "known" || (list.certainty === "likely" && (behindHeading || list.described))
  );
}

function boldName({ blocks, reader }: HeadingInput, index: number): boolean {
  const block = blocks[index];
  return (
    block?.tree.type.name === "Paragraph" &&
    block.tree.length < MAX_BOLD &&
    readPeople(reader.heading(block).text.trim())?.certainty === "known"
  );
}

function whollyBold(tree: Tree, length: number): boolean {
  const node = tree.topNode.firstChild;
  if (node?.from !== 0) return false;
  const strong =
    node.name === "StrongEmphasis" || (node.name === "Emphasis" && node.getChild("StrongEmphasis") !== null);
  return strong && node.to >= length - 1;
}
