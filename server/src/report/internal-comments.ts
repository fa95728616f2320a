import type { BlockMarks, MarkEvent } from "../syntax/block-marks.js";
import type { Form } from "../syntax/forms.js";
import type { Grammar } from "../syntax/grammar.js";
import type { CloseMark, OpenMark } from "../syntax/marks.js";
import { detached } from "../text/detached.js";
import { l10n, type Message } from "../text/message.js";
import { type Span, shifted } from "../text/span.js";

/** Text that must not reach an audience wider than its own. The span holds its marks and its content. */
export interface InternalComment extends Span {
  readonly form: Form;
  /** The widest audience that may read it: a configured one; the narrowest where none or an unknown one is said. */
  readonly audience: string;
  /** The audience as written, where that is not a configured one. */
  readonly unknownAudience?: string;
  readonly open: Span;
  /** Its closing mark; absent for forms that end with their container, and for unclosed ones. */
  readonly close?: Span;
  /** It never closes, so it runs to the end of its container. */
  readonly unclosed?: true;
  /** Why its opening is a near miss, and how it is spelt properly. */
  readonly slip?: Message;
  readonly proper?: string;
}

/** A closing mark that closes nothing. */
export interface StrayClose extends Span {
  readonly form: Form;
  /** Set when it is a near miss of a closing mark. */
  readonly slip?: Message;
  readonly proper?: string;
}

export interface Comments {
  readonly comments: readonly InternalComment[];
  readonly strays: readonly StrayClose[];
}

/** Comments, and what of the blocks they were found in. */
export interface PairedComments extends Comments {
  /** Whether one of them goes on to the end of the text only because nothing closes it. */
  readonly open: boolean;
  /** How many of the blocks were read. */
  readonly read: number;
}

/** The marks of one block and the block's offset in the text. */
export interface PlacedMarks {
  readonly marks: BlockMarks;
  readonly from: number;
}

interface Open {
  readonly mark: OpenMark;
  readonly leafTo: number;
  /** It has ended, and lies in its lists until it is their last. */
  done: boolean;
}

/** A container whose end ends the comments opened in it. */
interface Frame extends Span {
  readonly quote: boolean;
  readonly unclosedTo: number;
  readonly opens: Open[];
  /** The same by what closes them. */
  readonly byCloser: Map<string, Open[]>;
}

/**
 * Finds which closing mark belongs to which opening. A comment never leaves its container; one that is crossed
 * by another or never closes runs to the end of its container: the reading that hides most. It reads all blocks, or those
 * up to the first behind which no comment is open.
 */
export function internalComments(
  grammar: Grammar,
  text: string,
  blocks: Iterable<PlacedMarks>,
  asFar?: "until nothing is open",
): PairedComments {
  const pairing = new Pairing(grammar, text);
  let read = 0;
  for (const { marks, from } of blocks) {
    read++;
    for (const event of marks.events) pairing.read(event, from);
    if (asFar && !pairing.isOpen) break;
  }
  return { open: pairing.isOpen || pairing.reachesEnd, read, ...pairing.finish() };
}

class Pairing {
  private readonly comments: InternalComment[] = [];
  private readonly strays: StrayClose[] = [];
  private readonly frames: Frame[];
  /** Whether a comment that nothing will close goes on to the end of the text. */
  reachesEnd = false;

  constructor(
    private readonly grammar: Grammar,
    private readonly text: string,
  ) {
    const to = text.length;
    this.frames = [{ from: 0, to, unclosedTo: to, quote: false, opens: [], byCloser: new Map() }];
  }

  read(event: MarkEvent, base: number): void {
    if (event.kind === "enter") {
      const unclosedTo = event.unclosedTo + base;
      this.frames.push({ ...shifted(event, base), unclosedTo, opens: [], byCloser: new Map() });
    } else if (event.kind === "leave") {
      this.endFrame(this.frames.pop()!);
    } else {
      const mark = shifted(event.mark, base);
      this.endParagraphs(mark.from);
      if (mark.kind === "open") this.open(mark, event.leafTo + base);
      else this.close(mark);
    }
  }

  finish(): Comments {
    for (const frame of this.frames.reverse()) this.endFrame(frame);
    this.comments.sort((a, b) => a.from - b.from || b.to - a.to);
    return { comments: this.comments, strays: this.strays };
  }

  /** Whether a mark further on may close something. */
  get isOpen(): boolean {
    return (
      this.frames.length > 1 || this.frame.opens.some(({ done, mark }) => !done && mark.form !== "inline")
    );
  }

  private get frame(): Frame {
    return this.frames[this.frames.length - 1]!;
  }

  private open(mark: OpenMark, leafTo: number): void {
    if (mark.form === "html-comment") {
      this.add(mark, mark.closed ? mark.to : this.unclosedTo(), mark.closed ? "whole" : undefined);
    } else if (mark.form === "callout") {
      this.callout(mark);
    } else if (mark.form === "obsidian" && this.innermost("obsidian")) {
      this.close({ kind: "close", form: "obsidian", from: mark.from, to: mark.to });
    } else {
      const open = { mark, leafTo, done: false };
      const { opens, byCloser } = this.frame;
      const alike = byCloser.get(closerOf(mark));
      if (alike) alike.push(open);
      else byCloser.set(closerOf(mark), [open]);
      opens.push(open);
    }
  }

  /** The last comment of the frame that is open and ends with such a closing mark. */
  private innermost(closer: string): Open | undefined {
    const opens = this.frame.byCloser.get(closer);
    while (opens?.at(-1)?.done) opens.pop();
    return opens?.at(-1);
  }

  /** Where a comment ends that nothing will close. */
  private unclosedTo(): number {
    if (this.frames.length === 1) this.reachesEnd = true;
    return this.frame.unclosedTo;
  }

  private callout(mark: OpenMark): void {
    const quote = this.frames.findLast((frame) => frame.quote);
    if (!quote) {
      this.add(
        {
          ...mark,
          slip: l10n.t("it opens a comment only in a block quote"),
          proper: detached(`> ${this.text.slice(mark.from, mark.to)}`),
        },
        this.unclosedTo(),
      );
      return;
    }
    const first = /^[\s>]*$/.test(this.text.slice(quote.from, mark.from));
    this.add(mark, quote.to, "whole", first ? quote.from : mark.from);
  }

  private close(mark: CloseMark): void {
    const { opens } = this.frame;
    const open = mark.slip === undefined ? this.innermost(closerOf(mark)) : undefined;
    // A shorter fence than the innermost container's is no end of it, and of no outer one either.
    if (!open || (mark.form === "container" && mark.fence! < open.mark.fence!)) {
      const { form, from, to, slip, proper } = mark;
      this.strays.push({
        form,
        from,
        to,
        ...(slip === undefined ? {} : { slip }),
        ...(proper === undefined ? {} : { proper }),
      });
      return;
    }
    for (let crossed = opens.pop()!; crossed !== open; crossed = opens.pop()!)
      if (!crossed.done) this.end(crossed, this.unclosedTo());
    this.end(open, mark.to, mark);
  }

  /** Inline comments end with their paragraph. */
  private endParagraphs(before: number): void {
    for (let open = this.innermost("inline"); open; open = this.innermost("inline")) {
      if (open.leafTo > before) return;
      this.end(open, open.leafTo);
    }
  }

  private end(open: Open, to: number, close?: Span): void {
    if (!open.done) this.add(open.mark, to, close);
    open.done = true;
  }

  private endFrame(frame: Frame): void {
    for (const open of frame.opens)
      this.end(open, open.mark.form === "inline" ? open.leafTo : frame.unclosedTo);
  }

  /** Adds a comment; without `close` it is unclosed, with "whole" it needs no closing mark. */
  private add(mark: OpenMark, to: number, close?: Span | "whole", from = mark.from): void {
    if (!mark.internal) return;
    const { form, slip, proper, audience } = mark;
    const token = close === "whole" && form === "html-comment" ? this.commentOpening(mark) : mark.to;
    this.comments.push({
      form,
      from,
      to: Math.max(to, mark.to),
      open: { from: mark.from, to: token },
      ...audienceOf(this.grammar, audience),
      ...(close === undefined
        ? { unclosed: true }
        : close === "whole"
          ? {}
          : { close: { from: close.from, to: close.to } }),
      ...(slip === undefined ? {} : { slip }),
      ...(proper === undefined ? {} : { proper }),
    });
  }

  /** Where the opening of a whole HTML comment ends: behind its colon. */
  private commentOpening({ from, to }: OpenMark): number {
    return from + this.text.slice(from, to).indexOf(":") + 1;
  }
}

/** The audience a comment is for, given the one that is written, if any. */
export function audienceOf(
  grammar: Grammar,
  said: string | undefined,
): Pick<InternalComment, "audience" | "unknownAudience"> {
  const { audiences } = grammar.settings;
  const narrowest = audiences[0] ?? "team";
  if (said === undefined) return { audience: narrowest };
  const known = audiences.find((audience) => audience.toLowerCase() === said.toLowerCase());
  return known === undefined ? { audience: narrowest, unknownAudience: said } : { audience: known };
}

/** What a mark has in common with those that close it or are closed by it. */
function closerOf({ form, name }: OpenMark | CloseMark): string {
  return form === "tag" ? `tag ${name}` : form;
}
