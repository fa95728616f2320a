import type { FactBlock } from "./block-facts.js";
import { wholeDay } from "./days.js";
import type { Heading, HeadingInput } from "./headings.js";
import { wordedKind } from "./kinds.js";
import { readPeople } from "./people.js";
import { readLine } from "./speaker-lines.js";

const MAX_LENGTH = 120;
const MAX_WORDS = 17;
/** First words of sentences, captions and remarks that no heading begins with. */
const SENTENCE =
  /^(?:i|i['’](?:m|ve|ll|d)|he|she|it|they|we|we['’](?:re|ve|ll)|you|there|here|this|these|those|that|so|but|and|or|also|then|however|anyway|anyhow|finally|well|okay|ok|yes|no|oh|if|when|while|as|because|since|although|though|please|thanks|thank|sorry|enjoy|stay|note|nb|ps|p\.s\.|disclaimer|warning|update|updated|edit|edited|image|photo|picture|figure|fig\.|credits?|source|via|tags?|tagged|categor(?:y|ies)|posted|published|share|shared|read more|related|filed|comments?|leave a|click|see|check|follow me|copyright|©|ich|wir|er|sie|es|je|nous|il|elle|ils)(?![\p{L}'’-])/iu;
const QUESTION =
  /^(?:what|how|why|where|who|when|which|whose|is|are|was|were|do|does|did|can|could|will|would|should|has|have)\s/i;
/** A label of one line, such as `Note: …`. */
const LABEL =
  /^(?:note|warning|disclaimer|update|edit|question|answer|q|a|quote|source|image|photo|author[’']?s note|tl;dr)\s?[:;]/i;

/**
 * Headings that nothing marks: short lines of their own between blank lines, with text below, that are no
 * sentence, quotation, caption, date, by-line, address or item. Only plain texts, and Markdown without headings,
 * have them.
 */
export function bareHeadings(input: HeadingInput, marked: ReadonlySet<number>): Heading[] {
  const found: Heading[] = [];
  const first = input.blocks.findIndex(({ tree }) => tree.type.name !== "FrontMatter");
  input.blocks.forEach((block, index) => {
    if (marked.has(index) || index <= first || !couldBe(input, block, index)) return;
    const text = input.reader.text(block).trim();
    const worded = wordedKind(text.replace(/(?<!\s)\s*\([^()]*\)$/, "").replace(/:$/, ""), input.vocabulary);
    const told =
      worded !== undefined && worded.kind !== "topic" && !worded.uncertain && worded.place !== "within";
    if (told && /[.!,;]$/.test(text)) return;
    if (
      !told &&
      (!headingShape(text) || isByLine(text, found.length === 0, found.at(-1)?.index === index - 1))
    )
      return;
    found.push({ block, index, style: "bare", level: 2, reading: input.reader.heading(block) });
  });
  return found;
}

/** A paragraph of one short line with something below it that it can head. */
function couldBe({ syntax, blocks }: HeadingInput, { tree, from }: FactBlock, index: number): boolean {
  if (tree.type.name !== "Paragraph" || tree.length > MAX_LENGTH + 20) return false;
  const source = syntax.text.slice(from, from + tree.length).trim();
  if (source.length > MAX_LENGTH || /[\r\n]/.test(source)) return false;
  return index < blocks.length - 1;
}

function headingShape(text: string): boolean {
  if (!/^["“„«‘'(]?(?:\p{Lu}|\p{Lo}|\d)/u.test(text) || !/\p{L}{2}/u.test(text)) return false;
  if (text.split(/\s+/).length > MAX_WORDS) return false;
  if (/[.,;:…]["”’]?$/.test(text) && !/\b(?:inc|jr|sr|ltd|co)\.$/i.test(text)) return false;
  if (/^["“„«].*["”“»]$/.test(text) || /^[([<{].*[)\]>}]$/.test(text)) return false;
  if (/https?:\/\/|www\.|(?<!\S)\S[^\s@]*@\S+\.\S/.test(text) || LABEL.test(text)) return false;
  if (/[.!?]\s+\p{Lu}\p{L}*\s+\p{Ll}/u.test(text) && text.split(/\s+/).length > 9) return false;
  if (
    /!$/.test(text) &&
    /\b(?:thanks?|thank|congrat\w*|enjoy|cheers|kudos|forward|welcome|happy|great)\b/i.test(text)
  )
    return false;
  return !SENTENCE.test(text) || (/\?$/.test(text) && QUESTION.test(text));
}

/** Dates, places and names: who wrote the report where and when, or who speaks below a heading. */
function isByLine(text: string, beforeSections: boolean, belowHeading: boolean): boolean {
  const said = readLine({ text, style: "plain", nested: false, last: true });
  if (said?.kind === "field" || said?.kind === "about") return true;
  if (beforeSections && (wholeDay(text) || isPlaceAndDate(text))) return true;
  const people = readPeople(text);
  if (!people || people.certainty === "possible") return /^by\s+\p{Lu}/iu.test(text) && text.length < 60;
  return beforeSections || belowHeading;
}

/** `London – June 12th 2017`. */
export function isPlaceAndDate(text: string): boolean {
  const parts = text.split(/(?<!\s)\s+[-–—|]\s+|,\s+/);
  return (
    parts.length > 1 &&
    parts.length <= 5 &&
    [1, 2, 3].some((count) => wholeDay(parts.slice(-count).join(", ")) !== undefined && parts.length > count)
  );
}
