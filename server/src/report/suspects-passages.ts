import type { Tree } from "@lezer/common";
import type { Block } from "../syntax/blocks.js";
import { type Visitor, walk } from "../syntax/walk.js";
import { covered, type Span } from "../text/span.js";
import { type Suspect, suspectsIn } from "./suspects.js";
import type { Work } from "./work.js";

/** A suspected sentence and the paragraph, list item, cell or heading that it stands in. */
export interface PlacedSuspect extends Suspect {
  readonly passage: Passage;
}

/** A stretch of running text in the report. */
export interface Passage extends Span {
  readonly kind: "paragraph" | "item" | "cell" | "heading";
}

/** What was found in a block when it was last read, offsets counted from its start. */
export interface SuspectReadings {
  /** As if no internal comment touched it. */
  suspects?: readonly PlacedSuspect[];
  /** Outside the comments that touch it, and where those stood. */
  outside?: { readonly hidden: readonly Span[]; readonly suspects: readonly PlacedSuspect[] };
}

/** A top-level block and what was found in it. */
export interface SuspectBlock extends Block {
  readonly readings: SuspectReadings;
}

/** What a node is to who looks for running text: a stretch of it, an item around one, none, or none within one. */
type Role = "passage" | "item" | "none" | "opaque";

const ROLES: ReadonlyMap<string, Role> = new Map<string, Role>(
  Object.entries({
    passage:
      "Paragraph PlainItem Task TableCell ATXHeading1 ATXHeading2 ATXHeading3 ATXHeading4 ATXHeading5 ATXHeading6 SetextHeading1 SetextHeading2",
    item: "ListItem",
    none: "FencedCode CodeBlock HTMLBlock CommentBlock FrontMatter LinkReference",
    // Text that is not the report's prose.
    opaque:
      "InlineCode URL LinkLabel LinkTitle Image HTMLTag Comment ProcessingInstruction FootnoteReference Attributes Mark CommentClose HeaderMark QuoteMark ListMark LinkMark EmphasisMark StrikethroughMark TaskMarker",
  } satisfies Record<Role, string>).flatMap(([role, names]) =>
    names.split(" ").map((name) => [name, role as Role] as const),
  ),
);

/**
 * The suspected sentences of a report outside its internal comments. Blocks that no comment touches keep what was
 * found in them; in the others the comments are blanked first, so that none of their words counts.
 */
export function suspectsOutside(
  text: string,
  blocks: readonly SuspectBlock[],
  comments: readonly Span[],
  work: Work,
): PlacedSuspect[] {
  const hidden = covered(comments);
  const found: PlacedSuspect[] = [];
  const reader = new PassageReader();
  let next = 0;
  let open: Span[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at]!;
    const { from, readings } = block;
    const to = from + block.tree.length;
    while (next < hidden.length && hidden[next]!.from < to) open.push(hidden[next++]!);
    if (open.length > 0) open = open.filter((span) => span.to > from);
    // Most blocks say nothing, and nothing hides them.
    if (open.length === 0 && readings.suspects?.length === 0) continue;
    for (const suspect of suspectsOf(text, block, open, reader, work)) found.push(moved(suspect, from));
  }
  return found;
}

/** The suspected sentences of a block outside the comments that touch it; read again only where those are others. */
function suspectsOf(
  text: string,
  { tree, from, readings }: SuspectBlock,
  comments: readonly Span[],
  reader: PassageReader,
  work: Work,
): readonly PlacedSuspect[] {
  const to = from + tree.length;
  if (comments.length === 0) {
    if (!readings.suspects) {
      work.suspects++;
      readings.suspects = reader.read(text.slice(from, to), tree, []);
    }
    return readings.suspects;
  }
  if (comments.some((span) => span.from <= from && span.to >= to)) return [];
  const hidden = comments.map((span) => ({ from: span.from - from, to: span.to - from }));
  if (!readings.outside || !sameSpans(readings.outside.hidden, hidden)) {
    work.suspects++;
    readings.outside = { hidden, suspects: reader.read(text.slice(from, to), tree, hidden) };
  }
  return readings.outside.suspects;
}

function sameSpans(a: readonly Span[], b: readonly Span[]): boolean {
  return a.length === b.length && a.every(({ from, to }, at) => from === b[at]!.from && to === b[at]!.to);
}

function moved(suspect: PlacedSuspect, by: number): PlacedSuspect {
  const move = <T extends Span>(span: T): T => ({ ...span, from: span.from + by, to: span.to + by });
  return { ...move(suspect), words: suspect.words.map(move), passage: move(suspect.passage) };
}

/** Reads blocks one after the other, as it is made of more than most of them hold. */
class PassageReader implements Visitor {
  private source = "";
  /** What of the block is hidden, sorted and disjoint, and the first of it that does not end before the last passage. */
  private hidden: readonly Span[] = [];
  private next = 0;
  private found: readonly PlacedSuspect[] = NONE;
  /** The passage that is gone through, its node's name, and what of it is no prose. */
  private passage: Passage | undefined;
  private name = "";
  private readonly masks: Span[] = [];
  private item = false;

  /** The suspected sentences of a block, given its source and what of it is hidden. */
  read(source: string, tree: Tree, hidden: readonly Span[]): readonly PlacedSuspect[] {
    this.source = source;
    this.hidden = hidden;
    this.next = 0;
    this.found = NONE;
    this.passage = undefined;
    this.item = false;
    walk(tree, this);
    return this.found;
  }

  enter(name: string, from: number, to: number): boolean {
    const role = ROLES.get(name);
    if (role === undefined) return true;
    if (role === "none") return false;
    if (role === "item") this.item = true;
    else if (this.passage) {
      if (role === "passage") return true;
      this.masks.push({ from, to });
      return false;
    } else if (role === "passage") {
      this.passage = passageOf(this.source, name, { from, to }, this.item);
      this.name = name;
      this.masks.length = 0;
      while (this.next < this.hidden.length && this.hidden[this.next]!.to <= from) this.next++;
      for (let at = this.next; at < this.hidden.length && this.hidden[at]!.from < to; at++)
        this.masks.push(this.hidden[at]!);
    }
    return true;
  }

  leave(name: string): void {
    const { passage } = this;
    if (!passage || name !== this.name) return;
    // Hidden spans stand before the others, which come in order.
    if (this.hidden.length > 0) this.masks.sort((a, b) => a.from - b.from);
    const suspects = suspectsIn(masked(this.source, passage, this.masks));
    if (suspects.length > 0)
      this.found = [...this.found, ...suspects.map((suspect) => placed(suspect, passage))];
    this.passage = undefined;
    this.item = false;
  }
}

/** Most blocks have none. */
const NONE: readonly PlacedSuspect[] = [];

/** A suspect whose offsets count from its passage's start, moved to where the passage stands. */
function placed(suspect: Suspect, passage: Passage): PlacedSuspect {
  const { from, to } = passage;
  return moved({ ...suspect, passage: { ...passage, from: 0, to: to - from } }, from);
}

function passageOf(source: string, name: string, { from, to: end }: Span, item: boolean): Passage {
  const to = from + source.slice(from, end).trimEnd().length;
  if (name === "TableCell") return { kind: "cell", from, to };
  if (name.includes("Heading")) return { kind: "heading", from, to };
  const marker = name === "PlainItem" ? /^\S+\s+/.exec(source.slice(from, from + 16)) : null;
  const kind = item || name === "PlainItem" || name === "Task" ? "item" : "paragraph";
  return { kind, from: from + (marker?.[0].length ?? 0), to };
}

/** A passage in which everything that is not prose is blanks, so that offsets stay; `masks` are given in order. */
function masked(source: string, { from, to }: Span, masks: readonly Span[]): string {
  if (masks.length === 0) return source.slice(from, to);
  let text = "";
  let done = from;
  for (const mask of masks) {
    const start = Math.max(done, Math.min(mask.from, to));
    const end = Math.max(start, Math.min(mask.to, to));
    text += source.slice(done, start) + " ".repeat(end - start);
    done = end;
  }
  return text + source.slice(done, to);
}
