import type { SyntaxNodeRef, Tree } from "@lezer/common";
import type { Span } from "../text/span.js";
import { type Suspect, suspectsIn } from "./suspects.js";

/** A suspected sentence and the paragraph, list item, cell or heading that it stands in. */
export interface PlacedSuspect extends Suspect {
  readonly passage: Passage;
}

/** A stretch of running text in the report. */
export interface Passage extends Span {
  readonly kind: "paragraph" | "item" | "cell" | "heading";
}

/** A top-level block and what was found in it, offsets counted from its start. */
export interface SuspectBlock {
  readonly tree: Tree;
  readonly from: number;
  readonly suspects: readonly PlacedSuspect[];
}

const LEAVES = /^(?:Paragraph|PlainItem|Task|TableCell|ATXHeading\d|SetextHeading\d)$/;
/** Text that is not the report's prose. */
const OPAQUE = new Set([
  "InlineCode",
  "URL",
  "LinkLabel",
  "LinkTitle",
  "Image",
  "HTMLTag",
  "Comment",
  "ProcessingInstruction",
  "FootnoteReference",
  "Attributes",
  "Mark",
  "CommentClose",
  "HeaderMark",
  "QuoteMark",
  "ListMark",
  "LinkMark",
  "EmphasisMark",
  "StrikethroughMark",
  "TaskMarker",
]);
const NO_PROSE = new Set([
  "FencedCode",
  "CodeBlock",
  "HTMLBlock",
  "CommentBlock",
  "FrontMatter",
  "LinkReference",
]);

/** The suspected sentences of one top-level block, as if it held no internal comment; offsets count from its start. */
export function suspectsInBlock(text: string, tree: Tree, from: number): PlacedSuspect[] {
  return read(text.slice(from, from + tree.length), tree, []);
}

/**
 * The suspected sentences of a report outside its internal comments. Blocks that no comment touches keep what was
 * found in them; in the others the comments are blanked first, so that none of their words counts.
 */
export function suspectsOutside(
  text: string,
  blocks: readonly SuspectBlock[],
  comments: readonly Span[],
): PlacedSuspect[] {
  const hidden = [...comments].sort((a, b) => a.from - b.from);
  const found: PlacedSuspect[] = [];
  let next = 0;
  let open: Span[] = [];
  for (const { tree, from, suspects: known } of blocks) {
    const to = from + tree.length;
    open = open.filter((span) => span.to > from);
    while (next < hidden.length && hidden[next]!.from < to) open.push(hidden[next++]!);
    const touching = open.filter((span) => span.to > from);
    if (known.length === 0 && touching.length === 0) continue;
    const suspects =
      touching.length === 0
        ? known
        : touching.some((span) => span.from <= from && span.to >= to)
          ? []
          : read(
              text.slice(from, to),
              tree,
              touching.map((span) => ({ from: span.from - from, to: span.to - from })),
            );
    for (const suspect of suspects) found.push(moved(suspect, from));
  }
  return found;
}

function moved(suspect: PlacedSuspect, by: number): PlacedSuspect {
  const move = <T extends Span>(span: T): T => ({ ...span, from: span.from + by, to: span.to + by });
  return { ...move(suspect), words: suspect.words.map(move), passage: move(suspect.passage) };
}

/** Reads the passages of a block, given its source and what of it is hidden. */
function read(source: string, tree: Tree, hidden: readonly Span[]): PlacedSuspect[] {
  const found: PlacedSuspect[] = [];
  let leaf: Passage | undefined;
  let masks: Span[] = [];
  let item = false;
  tree.iterate({
    enter(node) {
      if (NO_PROSE.has(node.name)) return false;
      if (node.name === "ListItem") item = true;
      if (!leaf && LEAVES.test(node.name)) {
        leaf = passageOf(source, node, item);
        masks = [];
      } else if (leaf && OPAQUE.has(node.name)) {
        masks.push({ from: node.from, to: node.to });
        return false;
      }
      return true;
    },
    leave({ name }) {
      if (!leaf || !LEAVES.test(name)) return;
      for (const suspect of suspectsIn(masked(source, leaf, [...masks, ...hidden])))
        found.push(placed(suspect, leaf));
      leaf = undefined;
      item = false;
    },
  });
  return found;
}

/** A suspect whose offsets count from its passage's start, moved to where the passage stands. */
function placed(suspect: Suspect, passage: Passage): PlacedSuspect {
  const { from, to } = passage;
  return moved({ ...suspect, passage: { ...passage, from: 0, to: to - from } }, from);
}

function passageOf(source: string, node: SyntaxNodeRef, item: boolean): Passage {
  const { name, from } = node;
  const to = from + source.slice(from, node.to).trimEnd().length;
  if (name === "TableCell") return { kind: "cell", from, to };
  if (name.includes("Heading")) return { kind: "heading", from, to };
  const marker = name === "PlainItem" ? /^\S+\s+/.exec(source.slice(from, from + 16)) : null;
  const kind = item || name === "PlainItem" || name === "Task" ? "item" : "paragraph";
  return { kind, from: from + (marker?.[0].length ?? 0), to };
}

/** A passage in which everything that is not prose is blanks, so that offsets stay. */
function masked(source: string, { from, to }: Span, masks: readonly Span[]): string {
  let text = "";
  let done = from;
  for (const mask of [...masks].sort((a, b) => a.from - b.from)) {
    const start = Math.max(done, Math.min(mask.from, to));
    const end = Math.max(start, Math.min(mask.to, to));
    text += source.slice(done, start) + " ".repeat(end - start);
    done = end;
  }
  return text + source.slice(done, to);
}
