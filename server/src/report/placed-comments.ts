import type { BlockMarks, MarkEvent } from "../syntax/block-marks.js";
import type { Grammar } from "../syntax/grammar.js";
import { type Span, shifted } from "../text/span.js";
import type { FactBlock } from "./block-facts.js";
import {
  type Comments,
  type InternalComment,
  internalComments,
  type PlacedMarks,
  type StrayClose,
} from "./internal-comments.js";
import type { Work } from "./work.js";

/** A block with marks of comments. */
export interface MarkedBlock {
  readonly marks: BlockMarks;
  readonly block: FactBlock;
}

/** Comments whose places count from the start of a block, and the same at the place where they were last asked for. */
interface KnownComments {
  readonly own: Comments;
  placed?: { readonly from: number; readonly comments: Comments };
}

/** What was found out about the comments of a block, or of several from this one on. */
export interface CommentReadings {
  /** Whether no comment reaches from it into another block or into it from one. */
  isAlone?: boolean;
  comments?: KnownComments;
  run?: Run;
}

/** Blocks one behind the other whose comments reach from one into the other, and how far behind the first each begins. */
interface Run {
  readonly blocks: readonly CommentReadings[];
  readonly offsets: readonly number[];
  readonly known: KnownComments;
  /** It ends with the text only because nothing closes it, so that it depends on all that follows. */
  readonly open: boolean;
}

/**
 * The comments that marks of blocks make, which must be given in order. Those of most blocks end in them, and are paired
 * once; so are those that reach over some blocks, until one of these changes or moves away from the others.
 */
export function commentsOfBlocks(
  grammar: Grammar,
  text: string,
  marked: readonly MarkedBlock[],
  work: Work,
): Comments {
  const found = new Found();
  const reaching = marked.filter(({ marks, block }) => !isAlone(marks.events, block.readings));
  let next = 0;
  let runEnd = 0;
  for (const one of marked) {
    const { readings, from } = one.block;
    if (readings.isAlone) found.add(alone(grammar, text, one, work), from);
    else if (next++ === runEnd) {
      readings.run = knownRun(reaching, runEnd) ?? readRun(grammar, text, reaching, runEnd, work);
      found.add(readings.run.known, from);
      runEnd += readings.run.blocks.length;
    }
  }
  return found.inOrder();
}

/** Whether no mark of a block can have to do with one of another: none stands outside its lists and quotes but those that end with it. */
function isAlone(events: readonly MarkEvent[], readings: CommentReadings): boolean {
  if (readings.isAlone !== undefined) return readings.isAlone;
  let depth = 0;
  readings.isAlone = events.every((event) => {
    if (event.kind === "enter") depth++;
    else if (event.kind === "leave") depth--;
    else return depth > 0 || endsWithBlock(event);
    return true;
  });
  return readings.isAlone;
}

function endsWithBlock({ mark }: Extract<MarkEvent, { kind: "mark" }>): boolean {
  return (
    mark.form === "inline" || (mark.kind === "open" && mark.form === "html-comment" && mark.closed === true)
  );
}

function alone(grammar: Grammar, text: string, { marks, block }: MarkedBlock, work: Work): KnownComments {
  const { readings, from, tree } = block;
  if (!readings.comments) {
    work.paired++;
    const source = text.slice(from, from + tree.length);
    readings.comments = { own: internalComments(grammar, source, [{ marks, from: 0 }]) };
  }
  return readings.comments;
}

/** What is known of the blocks from one on, where they are the same and stand as they stood. */
function knownRun(reaching: readonly MarkedBlock[], at: number): Run | undefined {
  const { readings, from } = reaching[at]!.block;
  const { run } = readings;
  if (!run || run.open) return undefined;
  const same = run.blocks.every((known, index) => {
    const block = reaching[at + index]?.block;
    return block?.readings === known && block.from - from === run.offsets[index];
  });
  return same ? run : undefined;
}

/** Pairs the marks of blocks from one on, up to the first behind which no comment is open. */
function readRun(
  grammar: Grammar,
  text: string,
  reaching: readonly MarkedBlock[],
  first: number,
  work: Work,
): Run {
  const { from } = reaching[first]!.block;
  const behind = placedFrom(reaching, first);
  const { comments, strays, open, read } = internalComments(grammar, text, behind, "until nothing is open");
  work.paired += read;
  const inRun = reaching.slice(first, first + read);
  const own = {
    comments: comments.map((comment) => movedComment(comment, -from)),
    strays: strays.map((stray) => shifted(stray, -from)),
  };
  return {
    blocks: inRun.map(({ block }) => block.readings),
    offsets: inRun.map(({ block }) => block.from - from),
    known: { own, placed: { from, comments: { comments, strays } } },
    open,
  };
}

/** Blocks one by one, as they are asked for. Within `readRun`, V8 would keep each call's text with a class of its generators. */
function* placedFrom(reaching: readonly MarkedBlock[], first: number): Generator<PlacedMarks> {
  for (let at = first; at < reaching.length; at++) {
    const { marks, block } = reaching[at]!;
    yield { marks, from: block.from };
  }
}

/** Comments and strays as they come, put in order once. */
class Found {
  private readonly comments: InternalComment[] = [];
  private readonly strays: StrayClose[] = [];
  private sorted = true;

  add(known: KnownComments, from: number): void {
    const { comments, strays } = placedAt(known, from);
    for (const comment of comments) {
      const last = this.comments.at(-1);
      if (last && byPlace(last, comment) > 0) this.sorted = false;
      this.comments.push(comment);
    }
    for (const stray of strays) this.strays.push(stray);
  }

  inOrder(): Comments {
    if (!this.sorted) this.comments.sort(byPlace);
    this.strays.sort((a, b) => a.from - b.from);
    return { comments: this.comments, strays: this.strays };
  }
}

function byPlace(a: Span, b: Span): number {
  return a.from - b.from || b.to - a.to;
}

function placedAt(known: KnownComments, from: number): Comments {
  if (known.placed?.from === from) return known.placed.comments;
  const comments = {
    comments: known.own.comments.map((comment) => movedComment(comment, from)),
    strays: known.own.strays.map((stray) => shifted(stray, from)),
  };
  known.placed = { from, comments };
  return comments;
}

function movedComment(comment: InternalComment, by: number): InternalComment {
  const { from, to, open, close } = comment;
  const moved = { ...comment, from: from + by, to: to + by, open: movedSpan(open, by) };
  // Not spread once more: this runs for every comment behind an edit.
  if (close) moved.close = movedSpan(close, by);
  return moved;
}

function movedSpan({ from, to }: Span, by: number): Span {
  return { from: from + by, to: to + by };
}
