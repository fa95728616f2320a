import type { Tree } from "@lezer/common";
import type { Syntax } from "../syntax/parse.js";
import { bareHeadings } from "./bare-headings.js";
import type { FactBlock } from "./block-facts.js";
import type { Vocabulary } from "./kinds.js";
import type { HeadingStyle } from "./model.js";
import { readPeople } from "./people.js";
import type { BlockReader, HeadingReading } from "./readings.js";

/** A block that heads a section, or the report. */
export interface Heading {
  readonly block: FactBlock;
  /** Its place among the blocks. */
  readonly index: number;
  readonly style: HeadingStyle;
  readonly level: number;
  readonly reading: HeadingReading;
}

/** What headings are found in. */
export interface HeadingInput {
  readonly syntax: Syntax;
  readonly blocks: readonly FactBlock[];
  readonly reader: BlockReader;
  readonly vocabulary: Vocabulary;
}

const MAX_BOLD = 140;

/** The headings of a report in order: marked ones, wholly bold lines, and bare ones where there are no others. */
export function findHeadings(input: HeadingInput): Heading[] {
  const headings: Heading[] = [];
  let above = 1;
  input.blocks.forEach((block, index) => {
    const mark = /^(ATX|Setext)Heading(\d)$/.exec(block.tree.type.name);
    if (mark) {
      const level = Number(mark[2]);
      const reading = input.reader.heading(block);
      above = level;
      headings.push({ block, index, style: mark[1] === "ATX" ? "atx" : "setext", level, reading });
    } else if (isBold(input, block, index, headings.at(-1)?.index)) {
      headings.push({
        block,
        index,
        style: "bold",
        level: Math.min(6, above + 1),
        reading: input.reader.heading(block),
      });
    }
  });
  if (input.syntax.format === "markdown" && hasMarked(headings)) return headings;
  const bare = bareHeadings(input, new Set(headings.map(({ index }) => index)));
  return bare.length === 0 ? headings : [...headings, ...bare].sort((a, b) => a.index - b.index);
}

/** Whether there are headings beside one that may be the title. */
function hasMarked(headings: readonly Heading[]): boolean {
  const [first, ...rest] = headings;
  return (
    rest.some(({ style }) => style !== "bold") ||
    rest.length > 1 ||
    (first !== undefined && first.style !== "bold" && first.index > 2)
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
