import { l10n, type Message } from "../text/message.js";
import type { Span } from "../text/span.js";
import type { DayMention } from "./days.js";
import type { HeadingWords } from "./headings.js";
import type { Kind } from "./kind-table.js";
import type { WordedKind } from "./kinds.js";
import type { Person, Reason, Said } from "./model.js";

/** A section while it is being understood, wherever it stands: places of people count from its heading's start. */
export interface Node {
  readonly heading: HeadingWords;
  /** Its place among all sections. */
  readonly at: number;
  readonly level: number;
  readonly parent: Node | undefined;
  readonly children: Node[];
  /** The title's place in the heading's text. */
  title: Span;
  worded: WordedKind | undefined;
  day: DayMention | undefined;
  kind: Kind | undefined;
  speakers: readonly Person[];
  /** Whether somebody speaks here beyond doubt. */
  spoken: boolean;
  readonly reasons: Reason[];
  /** The place of the section that ends it, among all; undefined where the report does. */
  endedBy: number | undefined;
}

/** Gives a node a kind and says why, and whether the words themselves say so. */
export function decide(node: Node, kind: Kind, rule: Message, words: string, says?: Said): void {
  node.kind = kind;
  node.reasons.push(says === undefined ? { kind, rule, words } : { kind, rule, words, says });
}

/** Whether a heading carries on its parent's numbering: a slip in its level. */
export function isPeer(child: Node, parent: Node): boolean {
  return (
    child.heading.reading.numbering?.style === "letter" &&
    parent.heading.reading.numbering?.style === "letter"
  );
}

/** The headings as a tree, each with what its words alone tell; also all nodes in order. */
export function sectionTree(headings: readonly HeadingWords[]): { roots: Node[]; nodes: Node[] } {
  const roots: Node[] = [];
  const nodes: Node[] = [];
  const open: Node[] = [];
  const levels = new BareLevels();
  headings.forEach((heading, at) => {
    const { reading } = heading;
    const { worded } = reading;
    const level = heading.style === "bare" ? levels.of(heading, worded) : heading.level;
    while (open.length > 0 && open[open.length - 1]!.level >= level) open.pop()!.endedBy = at;
    const parent = open[open.length - 1];
    const node: Node = {
      heading,
      at,
      level,
      parent,
      children: [],
      title: reading,
      worded,
      day: reading.day,
      kind: undefined,
      speakers: [],
      spoken: false,
      reasons: [{ rule: STYLES[heading.style], words: reading.words }, ...reading.reasons],
      endedBy: undefined,
    };
    (parent?.children ?? roots).push(node);
    nodes.push(node);
    open.push(node);
  });
  return { roots, nodes };
}

const STYLES = {
  atx: l10n.t("a Markdown heading"),
  setext: l10n.t("a Markdown heading"),
  bold: l10n.t("a line that is wholly bold"),
  bare: l10n.t("a short line of its own"),
} as const;

/** Levels of bare headings: a day holds what follows it, and a list of sessions the sessions, until the next such. */
class BareLevels {
  private inDay = false;
  private inList = false;

  of({ reading }: HeadingWords, worded: WordedKind | undefined): number {
    if (reading.opensDay && worded === undefined) {
      this.inDay = true;
      this.inList = false;
      return 2;
    }
    const sure = worded && !worded.uncertain && worded.place !== "within" ? worded.kind : undefined;
    const base = this.inDay ? 3 : 2;
    if (sure === "group") {
      this.inList = true;
      return base;
    }
    if (sure === "summary" || sure === "followups" || sure === "logistics") {
      this.inList = false;
      if (sure !== "logistics") this.inDay = false;
      return sure === "logistics" ? base : 2;
    }
    if (sure === "keynote" || sure === "expo" || sure === "hallway") {
      this.inList = false;
      return base;
    }
    return this.inList ? base + 1 : base;
  }
}
