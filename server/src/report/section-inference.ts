import type { BodyFacts } from "./body-speakers.js";
import type { DayMention } from "./days.js";
import type { HeadingWords } from "./headings.js";
import { inferKinds } from "./kind-inference.js";
import { isKind } from "./kind-table.js";
import { shownTitle } from "./readings.js";
import { dropCompanies, nameSpeakers } from "./section-speakers.js";
import { type Node, sectionTree } from "./section-tree.js";

/** What is inferred from. Where none of it changed, nothing inferred does. */
export interface InferenceInput {
  readonly headings: readonly HeadingWords[];
  /** What the lines below each heading tell. */
  readonly bodies: readonly BodyFacts[];
  /** The report's title. */
  readonly title: string;
}

/** The sections of a report, decided all together, wherever they stand. */
export interface Inferred {
  readonly roots: readonly Node[];
  readonly nodes: readonly Node[];
  /** The title of each. */
  readonly titles: readonly string[];
  /** The days that headings name. */
  readonly mentions: readonly DayMention[];
}

/** Decides kinds, titles and speakers of all sections together. */
export function inferSections({ headings, bodies, title }: InferenceInput): Inferred {
  const { roots, nodes } = sectionTree(headings);
  nameSpeakers(nodes, bodies);
  dropCompanies(nodes);
  inferKinds({ roots, nodes, facts: bodies, title, attribute: kindClass });
  const mentions: DayMention[] = [];
  for (const { day } of nodes) if (day) mentions.push(day);
  return { roots, nodes, titles: nodes.map(titleOf), mentions };
}

function kindClass({ heading }: Node): string | undefined {
  const source = heading.reading.attributeWords;
  if (source === undefined) return undefined;
  return [...source.matchAll(/\.([\p{L}-]{2,20})/gu)].map((found) => found[1]!.toLowerCase()).find(isKind);
}

function titleOf({ heading: { reading }, title: { from, to } }: Node): string {
  const whole = from === reading.from && to === reading.to;
  return (whole ? reading.title : shownTitle(reading.text.slice(from, to))) || reading.words;
}
