import { personMoved } from "./body-speakers.js";
import type { Heading } from "./headings.js";
import type { Person, Section } from "./model.js";
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
  readonly placed: readonly Section[];
}

/** Puts sections where they stand. Those of `before` that neither changed nor moved stay the same objects. */
export function placeSections(
  facts: SectionFacts,
  headings: readonly Heading[],
  end: number,
  before: PlacedSections | undefined,
  work: Work,
): PlacedSections {
  const { nodes } = facts.inferred;
  const placed: Section[] = new Array(nodes.length);
  const known = before?.inferred === facts.inferred ? before : undefined;
  // Children before parents: they stand behind them.
  for (let at = nodes.length - 1; at >= 0; at--) {
    const { endedBy } = nodes[at]!;
    const to = endedBy === undefined ? end : headings[endedBy]!.block.from;
    const { block } = headings[at]!;
    const was = known?.placed[at];
    const same =
      was !== undefined &&
      was.from === block.from &&
      was.to === to &&
      known!.people[at] === facts.people[at] &&
      known!.days[at] === facts.days[at] &&
      sameChildren(was.children, nodes[at]!.children, placed);
    if (!same) work.sections++;
    placed[at] = same ? was : place(facts, at, headings[at]!, to, placed);
  }
  return { ...facts, placed };
}

function sameChildren(
  children: readonly Section[],
  nodes: readonly Node[],
  placed: readonly Section[],
): boolean {
  for (let at = 0; at < nodes.length; at++) if (children[at] !== placed[nodes[at]!.at]) return false;
  return true;
}

function place(
  { inferred, people, days }: SectionFacts,
  at: number,
  { block, style, reading }: Heading,
  to: number,
  placed: readonly Section[],
): Section {
  const node = inferred.nodes[at]!;
  const { speakers, reasons } = people[at]!;
  const { attributes, time } = reading;
  const { from } = block;
  const day = days[at];
  // Put together without spreading: this runs for every section behind an edit.
  const section: { -readonly [Key in keyof Section]: Section[Key] } = {
    kind: node.kind ?? "topic",
    title: inferred.titles[at]!,
    level: node.level,
    style,
    heading: { from, to: from + block.tree.length },
    from,
    to,
    speakers: placedPeople(speakers, from),
    children: node.children.length === 0 ? NO_SECTIONS : node.children.map((child) => placed[child.at]!),
    reasons,
  };
  if (day !== undefined) section.day = day;
  if (time !== undefined) section.time = time;
  if (attributes) section.attributes = { from: from + attributes.from, to: from + attributes.to };
  return section;
}

const NO_SECTIONS: readonly Section[] = [];

function placedPeople(people: readonly Person[], by: number): readonly Person[] {
  return people.length === 0 ? people : people.map((person) => personMoved(person, by));
}
