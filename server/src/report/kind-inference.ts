import { l10n } from "../text/message.js";
import type { BodyFacts } from "./body-speakers.js";
import { isKind, isSessionKind, type Kind } from "./kind-table.js";
import { decide, isPeer, type Node } from "./section-tree.js";
import { SiblingKinds } from "./sibling-kinds.js";
import { Evidence } from "./talk-evidence.js";

/** What kinds are inferred from, beside the tree itself. */
export interface KindInput {
  readonly roots: readonly Node[];
  readonly nodes: readonly Node[];
  /** What the first lines below each heading tell, in the order of `nodes`. */
  readonly facts: readonly BodyFacts[];
  /** The report's title, which can say that all below it are talks. */
  readonly title: string;
  /** The class of a heading's attributes that is a kind. */
  readonly attribute: (node: Node) => string | undefined;
}

/** What is counted before a title: `Talk 3 - …`. */
const COUNTED: Readonly<Record<string, Kind>> = {
  keynote: "keynote",
  panel: "panel",
  workshop: "workshop",
  tutorial: "workshop",
  talk: "breakout",
  presentation: "breakout",
  paper: "breakout",
  lecture: "breakout",
  "lightning talk": "breakout",
  vortrag: "breakout",
  slot: "breakout",
};
/** What is counted and holds talks: `Session 2: …`. */
const COUNTED_GROUPS = /^(?:session|track|block|part|teil|sitzung|sesión|sessione)$/;

/** Nothing but a word and its number: `Session 2`. */
const COUNTED_TITLE = /^(?:session|part|teil|sitzung|sesión|sessione) \d{1,2}(?:\.\d)?$/;

/** Gives every node its kind: first what its own words say, then what it holds, then what stands around it. */
export function inferKinds({ roots, nodes, facts, title, attribute }: KindInput): void {
  const evidence = new Evidence(nodes, facts);
  for (const node of nodes) {
    const kind = attribute(node);
    if (kind && isKind(kind)) decide(node, kind, l10n.t("the heading's class"), kind, "class");
    else if (!evidence.isPart(node)) byOwnWords(node, facts[node.at]);
  }
  for (const node of [...nodes].reverse()) {
    byChildren(node, evidence);
    evidence.weigh(node);
  }
  const siblings = new SiblingKinds(evidence, title);
  siblings.decide(undefined, roots);
  for (const node of nodes) {
    node.kind ??= "topic";
    siblings.decide(node, node.children);
  }
}

/** What a heading says by itself, where it says so beyond doubt. */
function byOwnWords(node: Node, body: BodyFacts | undefined): void {
  const { worded, heading } = node;
  const { numbering, opensDay, words } = heading.reading;
  const sure = worded && !worded.uncertain && (worded.place === "whole" || !contradicted(node, body));
  const counted = numbering && COUNTED[numbering.style];
  if (worded && sure) decide(node, worded.kind, PLACES[worded.place], worded.words, "kind");
  else if (numbering && counted) decide(node, counted, l10n.t("numbering"), numbering.words);
  else if (
    worded?.place === "within" &&
    (worded.kind === "keynote" || worded.kind === "panel") &&
    !contradicted(node, body)
  )
    decide(node, worded.kind, PLACES.within, worded.words, "kind");
  else if (opensDay && !node.spoken && (node.children.length > 0 || opensDay === "whole"))
    decide(node, "group", l10n.t("a day"), words);
}

const PLACES = {
  whole: l10n.t("the words of the heading"),
  before: l10n.t("the words before the title"),
  last: l10n.t("the last words of the heading"),
  within: l10n.t("words of the heading"),
} as const;

/** One speaker is no panel, unless as its moderator; a speaker's talk on training is no training; a talk is no summary. */
function contradicted({ worded, speakers, spoken }: Node, body: BodyFacts | undefined): boolean {
  if (!worded) return false;
  const { kind, place, words } = worded;
  if (kind === "panel")
    return speakers.length === 1 && !body?.speakers?.moderate && !/discussion|chat|interview/.test(words);
  if (kind === "keynote") return false;
  if (place === "before") return spoken && (kind === "summary" || kind === "group" || kind === "followups");
  return spoken && !(kind === "workshop" && /workshop|tutorial/.test(words));
}

/** Makes groups of what holds talks. */
function byChildren(node: Node, evidence: Evidence): void {
  const { worded, kind, children } = node;
  const { numbering, speakers } = node.heading.reading;
  const spoken = children.filter((child) => child.spoken && !isPeer(child, node));
  const talks = children.filter((child) => evidence.isTalk(child));
  const named = worded?.kind === "group" && worded.place !== "before";
  if (kind === undefined) {
    const holds =
      spoken.length >= 2 ||
      talks.filter((child) => child.kind !== undefined && child.worded?.place !== "whole").length >= 2;
    if (numbering && COUNTED_GROUPS.test(numbering.style) && spoken.length > 0 && !speakers?.firm)
      decide(node, "group", l10n.t("numbered, with talks below it"), numbering.words);
    else if (node.spoken || evidence.isPart(node)) return;
    else if (named) decide(node, "group", PLACES.within, worded.words, "kind");
    else if (holds) decide(node, "group", l10n.t("talks below it"), headings(talks));
  } else if (
    kind === "breakout" &&
    COUNTED_TITLE.test(node.heading.reading.key) &&
    children.some((child) => !evidence.isPart(child) && !child.worded)
  )
    decide(node, "group", l10n.t("numbered, with sections below it"), node.heading.reading.words);
  else if (isSessionKind(kind) && worded?.place === "whole" && spoken.length >= 2 && !node.spoken)
    decide(node, "group", l10n.t("talks below it"), headings(spoken));
}

function headings(nodes: readonly Node[]): string {
  return nodes
    .slice(0, 2)
    .map(({ heading }) => heading.reading.words)
    .join(", ");
}
