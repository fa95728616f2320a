import type { BlockChange } from "../syntax/blocks.js";
import type { Syntax } from "../syntax/parse.js";
import type { FactBlock } from "./block-facts.js";
import { type Body, type BodyFacts, bodyFacts, MAX_BLOCKS } from "./body-speakers.js";
import { dateOrder } from "./days.js";
import { type FoundFacts, recogniseFacts } from "./facts.js";
import type { FrontMatter } from "./front-matter.js";
import { findHeadings, type Heading } from "./headings.js";
import type { Vocabulary } from "./kinds.js";
import type { Located, ReportFacts, Section } from "./model.js";
import { BlockReader } from "./readings.js";
import { sectionDays } from "./section-days.js";
import { type InferenceInput, inferSections, sameInput } from "./section-inference.js";
import { type SectionPeople, sectionPeople } from "./section-people.js";
import { type PlacedSections, placeSections } from "./section-places.js";
import { findTitle } from "./title.js";
import type { Work } from "./work.js";

/** What recognition reads: the parsed text, its blocks, its front matter and the words that tell kinds. */
export interface RecognitionInput {
  readonly syntax: Syntax;
  readonly blocks: readonly FactBlock[];
  /** Which of them the version before did not have. */
  readonly change: BlockChange;
  readonly frontMatter: FrontMatter | undefined;
  readonly vocabulary: Vocabulary;
  readonly work: Work;
}

/** What recognition finds: the section tree and what the report says of itself; and how, for the next version. */
export interface Recognition {
  readonly facts: ReportFacts;
  readonly sections: readonly Section[];
  readonly state: SectionState;
}

/** How the sections of one version were recognised: what the next one takes over where nothing changed. */
export interface SectionState extends PlacedSections, InferenceInput {
  readonly marked: readonly Heading[];
  readonly headings: readonly Heading[];
  readonly frontMatter: FrontMatter | undefined;
  readonly located: Located | undefined;
  readonly found: FoundFacts;
  /** What decides the days: the calendar and the day of the report, as one word. */
  readonly calendar: string;
}

/** Recognises title, facts and sections of a report. */
export function recogniseSections(input: RecognitionInput, before?: SectionState): Recognition {
  const { syntax, blocks, change, frontMatter, vocabulary, work } = input;
  const reader = new BlockReader(syntax, vocabulary, work);
  const { headings: all, marked } = findHeadings(
    { syntax, blocks, reader, vocabulary },
    before && { marked: before.marked, change },
  );
  const { title: located, heading } = findTitle({
    format: syntax.format,
    frontMatter,
    headings: all,
    blocks,
    reader,
  });
  const headings = heading ? all.filter((candidate) => candidate !== heading) : all;
  const opening = { frontMatter, title: located, blocks, reader, headings, titleHeading: heading };
  const found =
    (before && knownFacts(before, frontMatter, located, headings, change)) ?? recogniseFacts(opening);

  const old = new Aligned(headings, blocks.length, change, before);
  const bodies = headings.map((words, at) => {
    const known = old.at(at, MAX_BLOCKS) ? before!.bodies[old.of(at)!]! : undefined;
    if (known) return known;
    work.bodies++;
    const facts = bodyFacts(words, old.body(at), blocks, reader);
    return sameFacts(facts, before?.bodies[old.of(at) ?? -1]);
  });
  const evidence = { headings, bodies, title: located?.text ?? "" };
  const same = before !== undefined && sameInput(before, evidence);
  const inferred = same ? before.inferred : inferSections(evidence);
  if (!same) work.inferred += headings.length;
  const people = inferred.nodes.map((node, at): SectionPeople => {
    if (same && old.at(at)) return before.people[at]!;
    const said = sectionPeople(node, bodies[at]!, old.body(at), blocks, reader);
    return same ? samePeople(said, before.people[at]) : said;
  });
  const order = dateOrder(inferred.mentions, syntax.text);
  const calendar = JSON.stringify([found.calendar, order, found.day]);
  const days =
    same && before.calendar === calendar
      ? before.days
      : sectionDays(inferred.roots, { ...found.calendar, order }, found.day);
  const sections = placeSections({ inferred, people, days }, headings, syntax.text.length, before, work);
  return {
    facts: found.facts,
    sections: inferred.roots.map(({ at }) => sections.placed[at]!),
    state: { ...sections, ...evidence, marked, frontMatter, located, found, calendar },
  };
}

/** What the version before said of itself, where the lines that say it are the same and stand at the same place. */
function knownFacts(
  before: SectionState,
  frontMatter: FrontMatter | undefined,
  title: Located | undefined,
  headings: readonly Heading[],
  change: BlockChange,
): FoundFacts | undefined {
  const read = Math.max(MOST_OPENING, headings[0]?.index ?? 0, before.headings[0]?.index ?? 0);
  const same =
    before.frontMatter === frontMatter &&
    before.located?.text === title?.text &&
    before.located?.from === title?.from &&
    before.located?.to === title?.to;
  return same && read < change.from ? before.found : undefined;
}

/** Blocks that are read for the facts of a report without headings. */
const MOST_OPENING = 4;

/** The sections of a version beside those of the version before. */
class Aligned {
  private readonly kept: number;
  private readonly keptBehind: number;

  constructor(
    private readonly headings: readonly Heading[],
    private readonly blockCount: number,
    private readonly change: BlockChange,
    private readonly before: SectionState | undefined,
  ) {
    const old = before?.headings ?? [];
    const most = Math.min(old.length, headings.length);
    const same = (a: Heading | undefined, b: Heading | undefined) => a?.reading === b?.reading;
    let kept = 0;
    while (kept < most && same(old[kept], headings[kept])) kept++;
    let behind = 0;
    while (behind < most - kept && same(old.at(-1 - behind), headings.at(-1 - behind))) behind++;
    this.kept = kept;
    this.keptBehind = behind;
  }

  /** The blocks of a section's own body. */
  body(at: number): Body {
    return bodyOf(this.headings, at, this.blockCount);
  }

  /** The number that a section had before; undefined for one that is new. */
  of(at: number): number | undefined {
    if (at < this.kept) return at;
    const behind = this.headings.length - at;
    return behind <= this.keptBehind ? this.before!.headings.length - behind : undefined;
  }

  /** Whether a section and the first blocks of its body are what they were, however they moved as a whole. */
  at(at: number, most = Number.POSITIVE_INFINITY): boolean {
    const was = this.of(at);
    if (was === undefined || !this.before) return false;
    const { index } = this.headings[at]!;
    const length = Math.min(most, (this.headings[at + 1]?.index ?? this.blockCount) - index - 1);
    const old = this.before.headings;
    const { from, to, oldTo } = this.change;
    const oldCount = this.blockCount - to + oldTo;
    const oldLength = Math.min(most, (old[was + 1]?.index ?? oldCount) - old[was]!.index - 1);
    return length === oldLength && (index + 1 + length <= from || index >= to);
  }
}

function bodyOf(headings: readonly Heading[], at: number, blockCount: number): Body {
  const { index, block } = headings[at]!;
  return { from: block.from, first: index + 1, end: headings[at + 1]?.index ?? blockCount };
}

/** The facts as they were, where the new ones say the same: what depends on them is then the same as well. */
function sameFacts(facts: BodyFacts, before: BodyFacts | undefined): BodyFacts {
  return before && JSON.stringify(before) === JSON.stringify(facts) ? before : facts;
}

function samePeople(said: SectionPeople, before: SectionPeople | undefined): SectionPeople {
  return before && JSON.stringify(before) === JSON.stringify(said) ? before : said;
}
