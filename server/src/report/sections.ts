import type { BlockChange } from "../syntax/blocks.js";
import type { Syntax } from "../syntax/parse.js";
import { isSameMessage } from "../text/message.js";
import { isSame } from "../text/same.js";
import type { FactBlock } from "./block-facts.js";
import { type Body, bodyFacts, MAX_BLOCKS } from "./body-speakers.js";
import { dateOrder } from "./days.js";
import { type FoundFacts, recogniseFacts } from "./facts.js";
import type { FrontMatter } from "./front-matter.js";
import { findHeadings, firstFrom, type Heading } from "./headings.js";
import type { Vocabulary } from "./kinds.js";
import type { KnownHeadings } from "./known-headings.js";
import type { Located, Reason, ReportFacts, Section } from "./model.js";
import { BlockReader } from "./readings.js";
import { sectionDays } from "./section-days.js";
import { type InferenceInput, inferSections } from "./section-inference.js";
import { sectionPeople } from "./section-people.js";
import { type PlacedSections, placeSections, sectionWords } from "./section-places.js";
import type { Node } from "./section-tree.js";
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
  readonly known: KnownHeadings;
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
  const { syntax, blocks, change, frontMatter, vocabulary, known, work } = input;
  const reader = new BlockReader(syntax, vocabulary, known, work);
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
  const bodies = old.carried(before?.bodies, false, (at, was) => {
    const known = was === undefined ? undefined : before!.bodies[was]!;
    if (known && old.at(at, MAX_BLOCKS)) return known;
    work.bodies++;
    return asBefore(bodyFacts(headings[at]!, old.body(at), blocks, reader), known);
  });
  const evidence = { headings, bodies, title: located?.text ?? "" };
  const same =
    before !== undefined && old.sameWords && before.title === evidence.title && before.bodies === bodies;
  const inferred = same ? before.inferred : inferSections(evidence);
  if (!same) work.inferred += headings.length;
  const alike = (at: number, was: number) =>
    same || sameNode(inferred.nodes[at]!, before!.inferred.nodes[was]!);
  const people = old.carried(before?.people, !same, (at, was) => {
    const known = was === undefined ? undefined : before!.people[was]!;
    if (known && alike(at, was!) && old.at(at)) return known;
    return asBefore(sectionPeople(inferred.nodes[at]!, bodies[at]!, old.body(at), blocks, reader), known);
  });
  const order = dateOrder(inferred.mentions, syntax.text);
  const calendar = JSON.stringify([found.calendar, order, found.day]);
  const days =
    same && before.calendar === calendar
      ? before.days
      : sectionDays(inferred.roots, { ...found.calendar, order }, found.day);
  const words = old.carried(before?.words, !same || before.days !== days, (at, was) => {
    const node = inferred.nodes[at]!;
    const known = was === undefined ? undefined : before!.words[was]!;
    if (known && alike(at, was!) && before!.people[was!] === people[at] && known.day === days[at])
      return known;
    return asBefore(sectionWords(node, inferred.titles[at]!, days[at], people[at]!), known);
  });
  const facts = { inferred, people, days };
  const sections = placeSections(
    facts,
    words,
    headings,
    syntax.text.length,
    (at) => before?.placed[old.of(at) ?? -1],
    work,
  );
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
  /** Whether all headings say what they said. */
  readonly sameWords: boolean;

  constructor(
    private readonly headings: readonly Heading[],
    private readonly blockCount: number,
    private readonly change: BlockChange,
    private readonly before: SectionState | undefined,
  ) {
    const old = before?.headings ?? [];
    const most = Math.min(old.length, headings.length);
    let kept = 0;
    while (kept < most && sameHeading(old[kept]!, headings[kept]!)) kept++;
    let behind = 0;
    const last = headings.length - 1;
    const by = old.length - headings.length;
    while (behind < most - kept && sameHeading(old[last - behind + by]!, headings[last - behind]!)) behind++;
    this.kept = kept;
    this.keptBehind = behind;
    this.sameWords = by === 0 && kept === headings.length;
  }

  /**
   * What was made of each section, made again only of those that an edit can have reached, or of all; `make` is given the
   * section's number and the one it had. The same list as before where all of it is the same.
   */
  carried<T>(
    before: readonly T[] | undefined,
    all: boolean,
    make: (at: number, was: number | undefined) => T,
  ): readonly T[] {
    const { headings, change } = this;
    const count = headings.length;
    if (!before) return headings.map((_, at) => make(at, undefined));
    const first = all ? 0 : Math.max(0, Math.min(firstFrom(headings, change.from) - 1, this.kept - 1));
    const end = all ? count : Math.max(first, firstFrom(headings, change.to), count - this.keptBehind);
    const made: T[] = [];
    for (let at = first; at < end; at++) made.push(make(at, this.of(at)));
    const oldEnd = end - count + before.length;
    const same = oldEnd - first === made.length && made.every((one, at) => one === before[first + at]);
    return same ? before : [...before.slice(0, first), ...made, ...before.slice(oldEnd)];
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

function sameHeading(a: Heading, b: Heading): boolean {
  // Not their readings: those of headings of the same words may be one.
  return a.block.readings === b.block.readings && a.level === b.level && a.style === b.style;
}

function bodyOf(headings: readonly Heading[], at: number, blockCount: number): Body {
  const { index, block } = headings[at]!;
  return { from: block.from, first: index + 1, end: headings[at + 1]?.index ?? blockCount };
}

/** What was found, as the object it was where it says the same: what depends on it is then the same as well. */
function asBefore<T>(found: T, before: T | undefined): T {
  return before !== undefined && isSame(found, before) ? before : found;
}

/** Whether all was decided of a section as it was. */
function sameNode(a: Node, b: Node): boolean {
  return (
    a.heading.reading === b.heading.reading &&
    a.kind === b.kind &&
    a.level === b.level &&
    a.title.from === b.title.from &&
    a.title.to === b.title.to &&
    (a.speakers === b.speakers || isSame(a.speakers, b.speakers)) &&
    a.reasons.length === b.reasons.length &&
    a.reasons.every((reason, at) => sameReason(reason, b.reasons[at]!))
  );
}

function sameReason(a: Reason, b: Reason): boolean {
  return (
    a === b ||
    (a.kind === b.kind && a.says === b.says && a.words === b.words && isSameMessage(a.rule, b.rule))
  );
}
