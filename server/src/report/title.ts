import type { Format } from "../syntax/parse.js";
import type { FactBlock } from "./block-facts.js";
import type { FrontMatter } from "./front-matter.js";
import type { Heading } from "./headings.js";
import type { Located } from "./model.js";
import { normalised } from "./normalised.js";
import type { BlockReader } from "./readings.js";

/** The report's title, and the heading that is it, which opens no section. */
export interface FoundTitle {
  readonly title?: Located;
  readonly heading?: Heading;
}

export interface TitleInput {
  readonly format: Format;
  readonly frontMatter: FrontMatter | undefined;
  readonly headings: readonly Heading[];
  readonly blocks: readonly FactBlock[];
  readonly reader: BlockReader;
}

/** Words of titles of reports and of events. */
const TITLE_WORDS =
  /\b(?:(?:19|20)\d\d|trip|report|notes|recap|summary|summit|conf|conference|con|days?|meetup|forum|symposium|congress|convention|week|fest|festival|expo|camp|workshop|highlights|takeaways|impressions|retrospective|diary|bericht|tagung|konferenz|rapport|conférence|informe|congreso|conferencia|rapporto|convegno|conferenza)\b|\p{L}(?:conf|con|days|fest|camp)\b/iu;

const EVENT_WORDS =
  /(?:(?:19|20)|[’'])\d\d\b|\b(?:trip report|reisebericht|summit|conf|conference|symposium|congress|tagung|konferenz|congreso|convegno)\b|\p{L}(?:conf|con)\b/iu;

/** Finds the title: in the front matter, the first heading of level 1, or the first line that reads as one. */
export function findTitle(input: TitleInput): FoundTitle {
  const entry = input.frontMatter?.entries.find(({ key }) => key.toLowerCase() === "title");
  const top = topHeading(input);
  if (typeof entry?.value === "string" && entry.value.trim() !== "") {
    const title = { text: entry.value.trim(), ...entry.valueSpan };
    return top && repeats(input, top, title.text) ? { title, heading: top } : { title };
  }
  const field = titleField(input);
  if (field)
    return top && repeats(input, top, field.text) ? { title: field, heading: top } : { title: field };
  if (top) return { title: located(top), heading: top };
  const line = firstLine(input);
  return line ? { title: line } : {};
}

/** The heading that stands for the whole report. */
function topHeading(input: TitleInput): Heading | undefined {
  const { headings } = input;
  const tops = headings.filter(({ level, style }) => level === 1 && style !== "bold" && style !== "bare");
  const first = tops.find((heading) => !isGeneric(heading));
  if (first && (tops.length === 1 || standsAbove(input, first, tops))) return first;
  const opening = headings[0];
  if (tops.length > 0 || !opening || opening.style === "bare" || contentBefore(input, opening) > 1)
    return undefined;
  if (isGeneric(opening)) return undefined;
  const others = headings.slice(1).filter(({ style }) => style !== "bold");
  const text = opening.reading.words;
  const alone = others.length > 0 && others.every(({ level }) => level > opening.level);
  if (opening.style === "bold")
    return TITLE_WORDS.test(text) && opening.index <= firstIndex(input) ? opening : undefined;
  if (alone && (others.length > 1 || TITLE_WORDS.test(text)) && !opening.reading.speakers?.firm)
    return opening;
  if (
    contentBefore(input, opening) === 0 &&
    EVENT_WORDS.test(text) &&
    !opening.reading.speakers?.firm &&
    others.every(({ level }) => level >= opening.level)
  )
    return opening;
  return contentBefore(input, opening) === 0 &&
    TITLE_WORDS.test(text) &&
    headings[1]?.index === opening.index + 1 &&
    headings[1].level > opening.level
    ? opening
    : undefined;
}

/** Whether the first of several headings of level 1 is above the others in meaning: they are days, parts or talks. */
function standsAbove(input: TitleInput, first: Heading, tops: readonly Heading[]): boolean {
  if (first.reading.speakers?.firm && !TITLE_WORDS.test(titleOf(first))) return false;
  if (first !== input.headings[0] && first !== tops[0]) return false;
  if (TITLE_WORDS.test(titleOf(first)) || tops.filter((top) => top !== first).every((top) => isGeneric(top)))
    return true;
  return contentBefore(input, first) === 0 && !first.reading.speakers && tops.length < 8;
}

function isGeneric({ reading }: Heading): boolean {
  if (reading.opensDay) return true;
  const { worded } = reading;
  return worded !== undefined && worded.place === "whole" && !worded.uncertain;
}

function titleOf({ reading }: Pick<Heading, "reading">): string {
  return reading.text.slice(reading.from, reading.to);
}

/** How many blocks of text stand before a heading. */
function contentBefore({ blocks }: TitleInput, { index }: Heading): number {
  return blocks
    .slice(0, index)
    .filter(({ tree }) => !/^(?:FrontMatter|LinkReference|CommentBlock|HTMLBlock)$/.test(tree.type.name))
    .length;
}

function firstIndex({ blocks }: TitleInput): number {
  return blocks.findIndex(({ tree }) => tree.type.name !== "FrontMatter");
}

/** Whether a heading at the top says the title of the front matter again, in the same words or as the only one of its level. */
function repeats({ headings, blocks }: TitleInput, heading: Heading, title: string): boolean {
  if (headings[0] !== heading) return false;
  const said = normalised(heading.reading.text);
  if (said === normalised(title)) return true;
  const alone = headings.every((other) => other === heading || other.level > heading.level);
  const before = blocks.slice(0, heading.index).filter(({ tree }) => tree.type.name === "Paragraph").length;
  return (
    heading.level === 1 && alone && headings.length > 1 && before <= 1 && !heading.reading.speakers?.firm
  );
}

/** `Title: …` among the first lines, as some blogs write their front matter. */
function titleField({ blocks, reader }: TitleInput): Located | undefined {
  const block = blocks.find(({ tree }) => tree.type.name !== "FrontMatter");
  if (block?.tree.type.name !== "Paragraph" || block.tree.length > 3000) return undefined;
  const text = reader.text(block);
  const found = /(?:^|[\r\n])[ \t]*title:[ \t]*(\S[^\r\n]{0,300})/i.exec(text);
  if (!found || (text.slice(0, found.index).trim() !== "" && !/^[\p{L}_-]{2,20}:/u.test(text)))
    return undefined;
  const words = found[1]!.trim().replace(/^["']|["']$/g, "");
  return {
    text: words,
    ...reader.spanOf(block, found.index + found[0].indexOf(found[1]!), found[1]!.trimEnd().length),
  };
}

/** The first line of a report without headings above it, where it reads as a title. */
function firstLine({ format, blocks, headings, reader }: TitleInput): Located | undefined {
  const at = blocks.findIndex(
    ({ tree }) => !/^(?:FrontMatter|CommentBlock|HTMLBlock|LinkReference)$/.test(tree.type.name),
  );
  const block = blocks[at];
  if (block?.tree.type.name !== "Paragraph" || block.tree.length > 400 || headings[0]?.index === at)
    return undefined;
  const lines = reader
    .text(block)
    .trimEnd()
    .split(/\r\n?|\n/);
  const text = lines[0]!.trim();
  if (text === "" || text.length > 200 || blocks.length < 2) return undefined;
  const plain = format === "plain-text";
  if (
    plain
      ? lines.length > 2
      : lines.length > 1 || text.length > 120 || /[.,;]$/.test(text) || !TITLE_WORDS.test(text)
  )
    return undefined;
  const lead = reader.text(block).indexOf(text);
  return { text, ...reader.spanOf(block, lead, text.length) };
}

function located({ reading, block }: Heading): Located {
  return { text: reading.words, from: block.from, to: block.from + block.tree.length };
}
