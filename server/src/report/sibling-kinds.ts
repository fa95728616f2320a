import { l10n } from "../text/message.js";
import { isSessionKind } from "./kind-table.js";
import { decide, isPeer, type Node } from "./section-tree.js";
import type { Evidence } from "./talk-evidence.js";

/** Groups that hold talks by their very name. */
const CONTAINER = /talks|sessions|papers|presentations|breakouts|vorträge|charlas|ponencias|interventi/;
const ALL_TALKS = /\b(?:lightning|ignite|lighting) talks?\b|\btalk (?:notes|summaries)\b/i;

/** What the children of one section, or the sections at the top, show together. */
interface Family {
  readonly parent: Node | undefined;
  readonly children: readonly Node[];
  readonly talks: number;
  readonly firstTalk: number;
  readonly lastTalk: number;
  readonly undecided: number;
  readonly numbered: number;
  /** Those whose words tell something of the event. */
  readonly told: ReadonlySet<Node>;
}

/** Gives kinds by place: to what stands in talks and groups, and among others. */
export class SiblingKinds {
  constructor(
    private readonly evidence: Evidence,
    private readonly title: string,
  ) {}

  /** Decides all children of a decided section, or those at the top. */
  decide(parent: Node | undefined, children: readonly Node[]): void {
    const inTalk = isSessionKind(parent?.kind);
    if (!inTalk && children.every(({ kind }) => kind !== undefined)) return;
    const family = this.family(parent, children);
    let day: Node | undefined;
    children.forEach((child, at) => {
      if (parent && inTalk && !isPeer(child, parent)) this.inTalk(child, parent);
      else if (child.kind === undefined) this.place(child, at, family, day);
      if (child.heading.reading.opensDay) day = child;
    });
  }

  private family(parent: Node | undefined, children: readonly Node[]): Family {
    const isTalk = (node: Node) => this.evidence.isTalk(node);
    return {
      parent,
      children,
      talks: children.filter(isTalk).length,
      firstTalk: children.findIndex(isTalk),
      lastTalk: children.findLastIndex(isTalk),
      undecided: children.filter(({ kind }) => kind === undefined || kind === "topic").length,
      numbered: children.filter(({ heading }) => heading.reading.numbering !== undefined).length,
      told: new Set(
        children.filter(
          ({ kind, worded }) =>
            kind !== undefined && kind !== "topic" && (worded !== undefined || isSessionKind(kind)),
        ),
      ),
    };
  }

  /** A heading inside a talk is a part of it, unless somebody else speaks there. */
  private inTalk(child: Node, parent: Node): void {
    const fixed = child.reasons.some(({ says }) => says === "class");
    const talk = isSessionKind(child.kind);
    if (
      fixed ||
      (talk &&
        (child.spoken ||
          (child.kind === "keynote" && parent.worded?.place === "whole" && parent.kind === "keynote")))
    )
      return;
    if (child.spoken)
      decide(
        child,
        parent.kind === "keynote" ? "keynote" : "breakout",
        l10n.t("its own speakers"),
        child.speakers.map(({ name }) => name).join(", "),
      );
    else decide(child, "topic", l10n.t("part of the talk above"), parent.heading.reading.words);
  }

  private place(child: Node, at: number, family: Family, day: Node | undefined): void {
    const { worded, heading } = child;
    const { words, numbering } = heading.reading;
    const { parent, told } = family;
    const agreed = told.size > 0 || (parent?.kind === "group" && parent.heading.reading.opensDay);
    const carriesOn =
      numbering && day?.children.some((talk) => talk.heading.reading.numbering?.style === numbering.style);
    const why = this.evidence.of(child);
    if (this.evidence.isPart(child))
      decide(child, "topic", l10n.t("a heading that recurs in the sections"), words);
    else if (worded?.uncertain && worded.place === "whole" && agreed)
      decide(child, worded.kind, l10n.t("words of the heading, and its neighbours"), worded.words, "kind");
    else if (carriesOn)
      decide(child, "breakout", l10n.t("numbered like the talks of the day above"), numbering.words);
    else if (parent && numbering && isPeer(child, parent))
      decide(child, "breakout", l10n.t("numbered like the section above"), numbering.words);
    else if (worded?.kind === "summary" && worded.place === "within" && !child.spoken)
      decide(child, "summary", l10n.t("words of the heading"), worded.words, "kind");
    else if (parent?.kind === "group") this.inGroup(child, parent, family);
    else if (parent && !child.spoken && isBelowTalk(parent))
      decide(child, "topic", l10n.t("part of the talk above"), parent.heading.reading.words);
    else if (why !== undefined && (child.spoken || !parent || parent.kind === "topic"))
      decide(child, "breakout", why, "");
    else if (parent?.kind === "expo" || parent?.kind === "hallway" || parent?.kind === "logistics")
      decide(child, parent.kind, l10n.t("part of the section above"), parent.heading.reading.words);
    else if (!parent && this.amongTalks(at, family))
      decide(child, "breakout", l10n.t("talks around it"), words);
    else decide(child, "topic", l10n.t("nothing says more"), words);
  }

  private inGroup(child: Node, parent: Node, { children, talks, numbered }: Family): void {
    const { worded } = parent;
    const evident = this.evidence.of(child) !== undefined;
    const stray =
      !child.heading.reading.numbering && !evident && numbered >= 3 && numbered * 4 >= children.length * 3;
    const loose =
      worded?.kind === "group" &&
      (worded.place === "last" || worded.place === "within") &&
      !CONTAINER.test(worded.words);
    const inferred = !parent.heading.reading.opensDay && (worded === undefined || loose);
    if (stray || (inferred && !evident && talks * 2 < children.length))
      decide(
        child,
        "topic",
        stray ? l10n.t("not numbered as its neighbours are") : l10n.t("nothing says more"),
        child.heading.reading.words,
      );
    else
      decide(
        child,
        worded?.kind === "keynote" ? "keynote" : "breakout",
        l10n.t("the group above"),
        parent.heading.reading.words,
      );
  }

  /** At the top, a section is a talk where talks stand on both sides or are most of what there is. */
  private amongTalks(at: number, { talks, firstTalk, lastTalk, undecided }: Family): boolean {
    if (ALL_TALKS.test(this.title)) return true;
    if (talks === 0) return false;
    const before = firstTalk < at;
    return (
      (before && lastTalk > at) ||
      (talks >= 2 && talks >= undecided) ||
      (before && talks >= 2 && talks * 2 >= undecided)
    );
  }
}

function isBelowTalk(node: Node): boolean {
  for (let above: Node | undefined = node; above; above = above.parent)
    if (isSessionKind(above.kind)) return true;
  return false;
}
