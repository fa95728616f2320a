import type { Syntax } from "../syntax/parse.js";
import type { FactBlock } from "./block-facts.js";
import { type BodyFacts, bodyFacts, describedIn, keynotePeople } from "./body-speakers.js";
import { type Calendar, type DayMention, dateOrder, resolveDay } from "./days.js";
import { recogniseFacts } from "./facts.js";
import type { FrontMatter } from "./front-matter.js";
import { findHeadings } from "./headings.js";
import { inferKinds } from "./kind-inference.js";
import { isKind, type Vocabulary } from "./kinds.js";
import type { ReportFacts, Section } from "./model.js";
import { BlockReader, type SectionMemory } from "./readings.js";
import { dropCompanies, nameSpeakers } from "./section-speakers.js";
import { type Node, sectionTree } from "./section-tree.js";
import { findTitle } from "./title.js";

/** What recognition reads: the parsed text, its blocks, its front matter and the words that tell kinds. */
export interface RecognitionInput {
  readonly syntax: Syntax;
  readonly blocks: readonly FactBlock[];
  readonly frontMatter: FrontMatter | undefined;
  readonly vocabulary: Vocabulary;
  /** What single blocks told when they were last read. */
  readonly memory: SectionMemory;
}

/** What recognition finds: the section tree and what the report says of itself. */
export interface Recognition {
  readonly facts: ReportFacts;
  readonly sections: readonly Section[];
}

/** Recognises title, facts and sections of a report. */
export function recogniseSections({
  syntax,
  blocks,
  frontMatter,
  vocabulary,
  memory,
}: RecognitionInput): Recognition {
  const reader = new BlockReader(syntax, memory, vocabulary);
  const headings = findHeadings({ syntax, blocks, reader, vocabulary });
  const { title, heading } = findTitle({
    format: syntax.format,
    frontMatter,
    headings,
    blocks,
    reader,
  });
  const sectionHeadings = headings.filter((candidate) => candidate !== heading);
  const { facts, day, calendar } = recogniseFacts({
    frontMatter,
    title,
    blocks,
    reader,
    headings: sectionHeadings,
    titleHeading: heading,
  });
  const { roots, nodes } = sectionTree(sectionHeadings, blocks.length, syntax.text.length);
  const bodies = new Map(nodes.map((node) => [node, bodyFacts(node, blocks, reader)]));
  nameSpeakers(nodes, bodies);
  dropCompanies(nodes);
  inferKinds({
    roots,
    nodes,
    facts: bodies,
    title: title?.text ?? "",
    attribute: (node) => kindClass(node, syntax.text),
  });
  for (const node of nodes) finishSpeakers(node, bodies.get(node)!, blocks, reader);
  const order = dateOrder(
    nodes.flatMap((node) => node.day ?? []),
    syntax.text,
  );
  return { facts, sections: new Builder({ ...calendar, order }, day).sections(roots) };
}

/** Nobody speaks in a summary, a group or an exhibition; in a keynote, those who come on stage do. */
function finishSpeakers(
  node: Node,
  body: BodyFacts,
  blocks: readonly FactBlock[],
  reader: BlockReader,
): void {
  const inHeading = node.heading.reading.speakers?.firm === true;
  if (
    node.kind === "keynote" &&
    !inHeading &&
    body.speakers?.kind !== "field" &&
    !(body.speakers?.kind === "name" && !body.speakers.inList)
  ) {
    const people = keynotePeople(node, blocks, reader);
    if (people.length > node.speakers.length || (people.length > 0 && body.speakers?.kind === "prose")) {
      node.speakers = people;
      node.reasons.push({
        rule: "people who come on stage",
        words: people.map(({ name }) => name).join(", "),
      });
    }
  } else if (
    node.kind === "group" ||
    (!inHeading && /^(?:summary|followups|expo|logistics|hallway)$/.test(node.kind ?? ""))
  )
    node.speakers = [];
  else if (node.kind === "topic" && !inHeading && body.speakers?.kind === "prose") node.speakers = [];
  const first = blocks[node.body.first];
  if (node.speakers.length > 0 && node.body.first < node.body.end && first?.tree.type.name === "Paragraph")
    node.speakers = describedIn(reader.text(first).slice(0, 200), node.speakers);
}

function kindClass({ heading }: Node, text: string): string | undefined {
  const { attributes } = heading.reading;
  if (!attributes) return undefined;
  const source = text.slice(heading.block.from + attributes.from, heading.block.from + attributes.to);
  return [...source.matchAll(/\.([\p{L}-]{2,20})/gu)].map((found) => found[1]!.toLowerCase()).find(isKind);
}

/** Turns nodes into sections, handing days down. */
class Builder {
  constructor(
    private readonly calendar: Calendar,
    private readonly reportDay: DayMention | undefined,
  ) {}

  sections(roots: readonly Node[]): Section[] {
    const built = new Map<Node, Section>();
    const days = this.days(roots);
    // Children before parents, without recursion: headings nest six deep at most, and lists of them are long.
    const order: Node[] = [];
    const open = [...roots];
    for (let node = open.pop(); node; node = open.pop()) {
      order.push(node);
      open.push(...node.children);
    }
    for (const node of order.reverse())
      built.set(
        node,
        this.section(
          node,
          days.get(node),
          node.children.map((child) => built.get(child)!),
        ),
      );
    return roots.map((root) => built.get(root)!);
  }

  /** The day of each node: its own, its group's, or that of the day heading it follows at the same level. */
  private days(roots: readonly Node[]): Map<Node, string | undefined> {
    const days = new Map<Node, string | undefined>();
    const report = this.reportDay && resolveDay(this.reportDay, this.calendar);
    const visit = (nodes: readonly Node[], inherited: string | undefined): void => {
      let before: string | undefined;
      for (const node of nodes) {
        const own = node.day && resolveDay(node.day, this.calendar);
        const follows =
          node.kind === "breakout" ||
          node.kind === "keynote" ||
          node.kind === "panel" ||
          node.kind === "workshop" ||
          node.kind === "group";
        const day = own ?? (follows && !node.heading.reading.opensDay ? before : undefined) ?? inherited;
        if (node.heading.reading.opensDay && node.kind === "group") before = own;
        days.set(node, day);
        visit(node.children, day);
      }
    };
    visit(roots, report);
    return days;
  }

  private section(node: Node, day: string | undefined, children: readonly Section[]): Section {
    const { heading, title, speakers } = node;
    const { block, reading } = heading;
    const { attributes, time } = reading;
    return {
      kind: node.kind ?? "topic",
      title:
        reading.text
          .slice(title.from, title.to)
          .replace(/\s{2,}/g, " ")
          .trim() || reading.words,
      level: node.level,
      style: heading.style,
      heading: { from: block.from, to: block.from + block.tree.length },
      from: block.from,
      to: node.to,
      speakers,
      children,
      reasons: node.reasons,
      ...(day === undefined ? {} : { day }),
      ...(time === undefined ? {} : { time }),
      ...(attributes
        ? { attributes: { from: block.from + attributes.from, to: block.from + attributes.to } }
        : {}),
    };
  }
}
