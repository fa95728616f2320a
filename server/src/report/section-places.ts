import type { Span } from "../text/span.js";
import { personMoved } from "./body-speakers.js";
import type { Heading } from "./headings.js";
import type { Person, Section, SectionWords } from "./model.js";
import type { Inferred } from "./section-inference.js";
import type { SectionPeople } from "./section-people.js";
import type { Node } from "./section-tree.js";
import type { Work } from "./work.js";

/** All that is known of the sections of a report, but for where they stand. */
export interface SectionFacts {
  readonly inferred: Inferred;
  readonly people: readonly SectionPeople[];
  readonly days: readonly (string | undefined)[];
}

/** The sections of one version, in the order of their headings, and what they were made of. */
export interface PlacedSections extends SectionFacts {
  readonly words: readonly SectionWords[];
  readonly placed: readonly Section[];
}

/** Puts sections where they stand. Those that neither changed nor moved stay the objects that `before` has of them. */
export function placeSections(
  facts: SectionFacts,
  words: readonly SectionWords[],
  headings: readonly Heading[],
  end: number,
  before: (at: number) => Section | undefined,
  work: Work,
): PlacedSections {
  const { nodes } = facts.inferred;
  const placed: Section[] = new Array(nodes.length);
  // Children before parents: they stand behind them.
  for (let at = nodes.length - 1; at >= 0; at--) {
    const { endedBy, children } = nodes[at]!;
    const to = endedBy === undefined ? end : headings[endedBy]!.block.from;
    const { from, tree } = headings[at]!.block;
    const was = before(at);
    const same =
      was !== undefined &&
      was.from === from &&
      was.to === to &&
      was.heading.to === from + tree.length &&
      was.words === words[at] &&
      sameChildren(was.children, children, placed);
    if (!same) work.sections++;
    placed[at] = same
      ? was
      : new PlacedSection(words[at]!, from, to, tree.length, childrenOf(children, placed));
  }
  return { ...facts, words, placed };
}

/** What a section is wherever it stands. */
export function sectionWords(
  node: Node,
  title: string,
  day: string | undefined,
  { speakers, reasons }: SectionPeople,
): SectionWords {
  const { kind = "topic", level, heading } = node;
  const { attributes, time } = heading.reading;
  return { kind, title, level, style: heading.style, day, time, speakers, attributes, reasons };
}

function sameChildren(
  children: readonly Section[],
  nodes: readonly Node[],
  placed: readonly Section[],
): boolean {
  if (children.length !== nodes.length) return false;
  for (let at = 0; at < nodes.length; at++) if (children[at] !== placed[nodes[at]!.at]) return false;
  return true;
}

const NO_SECTIONS: readonly Section[] = [];

function childrenOf(nodes: readonly Node[], placed: readonly Section[]): readonly Section[] {
  return nodes.length === 0 ? NO_SECTIONS : nodes.map(({ at }) => placed[at]!);
}

/** A section at its place. One is made for every section behind an edit, so all but that is worked out when asked for. */
class PlacedSection implements Section {
  #speakers: readonly Person[] | undefined;

  constructor(
    readonly words: SectionWords,
    readonly from: number,
    readonly to: number,
    private readonly headingLength: number,
    readonly children: readonly Section[],
  ) {}

  get kind() {
    return this.words.kind;
  }

  get title() {
    return this.words.title;
  }

  get level() {
    return this.words.level;
  }

  get style() {
    return this.words.style;
  }

  get day() {
    return this.words.day;
  }

  get time() {
    return this.words.time;
  }

  get reasons() {
    return this.words.reasons;
  }

  get heading(): Span {
    return { from: this.from, to: this.from + this.headingLength };
  }

  get attributes(): Span | undefined {
    const { attributes } = this.words;
    return attributes && { from: attributes.from + this.from, to: attributes.to + this.from };
  }

  get speakers(): readonly Person[] {
    this.#speakers ??= placedPeople(this.words.speakers, this.from);
    return this.#speakers;
  }
}

function placedPeople(people: readonly Person[], by: number): readonly Person[] {
  return people.length === 0 ? people : people.map((person) => personMoved(person, by));
}
