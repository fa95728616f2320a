import { l10n, type Message } from "../text/message.js";
import type { BodyFacts } from "./body-speakers.js";
import { isSessionKind } from "./kind-table.js";
import type { Node } from "./section-tree.js";

/** How many sections must have a part of the same name before the name is that of a part. */
const RECURRING = 3;

/** Talks are rarely headings of a deeper level; their parts are. */
const DEEPEST_TALK = 3;

/** What speaks for a section being a talk, and which headings are parts that many sections have. */
export class Evidence {
  private readonly repeated = new Map<string, Node[]>();
  private readonly parts = new Set<Node>();
  private readonly reasons = new Map<Node, Message>();

  constructor(
    nodes: readonly Node[],
    private readonly facts: readonly BodyFacts[],
  ) {
    for (const node of nodes) {
      const same = this.repeated.get(node.heading.reading.key);
      if (same) same.push(node);
      else this.repeated.set(node.heading.reading.key, [node]);
    }
    for (const same of this.repeated.values())
      if (recurs(same))
        for (const node of same) if (!node.spoken && !node.heading.reading.opensDay) this.parts.add(node);
  }

  /** Whether the same short heading stands below three and more others: takeaways, questions, notes. */
  isPart(node: Node): boolean {
    return this.parts.has(node);
  }

  /** Why a node is a talk, if anything but its neighbours says so. */
  of(node: Node): Message | undefined {
    return this.reasons.get(node);
  }

  isTalk(node: Node): boolean {
    return this.reasons.has(node) || isSessionKind(node.kind);
  }

  /** Looks at a node whose children are known, and remembers why it is a talk where no words said its kind. */
  weigh(node: Node): void {
    if (node.kind !== undefined) return;
    const why = this.reasonFor(node);
    if (why !== undefined) this.reasons.set(node, why);
  }

  private reasonFor(node: Node): Message | undefined {
    if (node.spoken) return l10n.t("somebody speaks in it");
    if (this.isPart(node) || node.worded?.place === "whole") return undefined;
    const part = node.children.find(
      (child) =>
        (this.repeated.get(child.heading.reading.key)?.length ?? 0) >= 2 &&
        !child.spoken &&
        child.heading.reading.key.split(" ").length <= 4,
    );
    if (part) return l10n.t("it has a part “{0}”, as other sections have", part.heading.reading.words);
    const said = this.facts[node.at]?.saysTalk;
    return said && node.heading.style !== "bold" && node.level <= DEEPEST_TALK
      ? l10n.t("its text says “{0}”", said)
      : undefined;
  }
}

function recurs(same: readonly Node[]): boolean {
  if (same.length < RECURRING) return false;
  const parents = new Set(same.map(({ parent }) => parent));
  const inTalks = same.filter(
    ({ parent }) => parent && !parent.heading.reading.opensDay && parent.worded?.kind !== "group",
  ).length;
  return parents.size >= RECURRING && inTalks * 2 > same.length;
}
