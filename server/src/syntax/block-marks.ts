import type { Tree } from "@lezer/common";
import { lastLine } from "../text/line-break.js";
import type { Span } from "../text/span.js";
import type { Grammar } from "./grammar.js";
import { MAY_MARK } from "./mark-signs.js";
import type { Mark, OpenMark, RedactedMark } from "./marks.js";
import { rawMarks } from "./raw-marks.js";
import { type Visitor, walk } from "./walk.js";

/** What a block holds of our own syntax, offsets counted from the block's start. */
export interface BlockMarks {
  /** Ends of internal comments, and the containers they must not leave, in order. Empty for most blocks. */
  readonly events: readonly MarkEvent[];
  readonly redacted: readonly RedactedMark[];
  /** HTML comments that are no internal comments. */
  readonly hidden: readonly Span[];
  /** Comment forms inside code. */
  readonly inCode: readonly Span[];
  /** Attributes such as `{.internal}` at the end of a text; only those of a heading open a comment. */
  readonly attributes: readonly Span[];
}

export type MarkEvent =
  /** A list item, quote, footnote or table cell begins. Comments left open in it run to `unclosedTo`. */
  | {
      readonly kind: "enter";
      readonly quote: boolean;
      readonly from: number;
      readonly to: number;
      readonly unclosedTo: number;
    }
  | { readonly kind: "leave" }
  /** `leafTo` is the end of the paragraph, heading or table row that the mark stands in. */
  | {
      readonly kind: "mark";
      readonly mark: Exclude<Mark, RedactedMark>;
      readonly leafTo: number;
      readonly inQuote: boolean;
    };

/** Containers in which a comment ends at the latest. */
const FRAMES = new Set(["ListItem", "Blockquote", "FootnoteDefinition", "TableCell"]);
const CODE = new Set(["FencedCode", "CodeBlock", "InlineCode"]);
/** Text that Markdown takes as it is, in which a comment can hide all the same. */
const RAW = new Set([
  "HTMLBlock",
  "CommentBlock",
  "ProcessingInstructionBlock",
  "ProcessingInstruction",
  "LinkReference",
  "LinkTitle",
  "LinkLabel",
  "URL",
  "HTMLTag",
]);
/** The beginning of an HTML comment of which its block does not say what it is: what stands behind the block may be internal. */
const OPEN_AT_END = /^<!--+[ \t\r\n]*$/;
/** A heading with attributes, as a line of code or HTML. */
const HEADING_ATTRIBUTES = /^[ \t>]*#{1,6}[ \t][^{}\r\n]{0,500}(\{[^{}\r\n]{0,200}\})[ \t#]*$/gm;
const LEAVES = new Set([
  "Paragraph",
  "PlainItem",
  ...[1, 2, 3, 4, 5, 6].map((level) => `ATXHeading${level}`),
  "SetextHeading1",
  "SetextHeading2",
  "TableHeader",
  "TableRow",
  "Task",
]);

/** The marks of blocks that have none, as most do. */
export const NO_MARKS: BlockMarks = { events: [], redacted: [], hidden: [], inCode: [], attributes: [] };

/** The marks of one top-level block. `from` is its offset in the text. */
export function blockMarks(grammar: Grammar, text: string, tree: Tree, from: number): BlockMarks {
  const to = from + tree.length;
  // Without a character that any mark needs there is none.
  if (!MAY_MARK.test(text.slice(from, to))) return NO_MARKS;
  // What a block says depends on nothing behind it: it is kept when only that changes.
  const collector = new Collector(grammar, text.slice(0, to), from, to);
  walk(tree, collector, from);
  return collector.found();
}

class Collector implements Visitor {
  readonly events: MarkEvent[] = [];
  readonly redacted: RedactedMark[] = [];
  readonly hidden: Span[] = [];
  readonly inCode: Span[] = [];
  readonly attributes: Span[] = [];
  private leafFrom: number;
  private leafTo: number;
  private readonly frames: { readonly name: string; readonly eventsBefore: number }[] = [];

  constructor(
    private readonly grammar: Grammar,
    private readonly text: string,
    private readonly base: number,
    to: number,
  ) {
    this.leafFrom = base;
    this.leafTo = to;
  }

  /** What was found, without the text that it was found in: who remembers it would keep that as well. */
  found(): BlockMarks {
    const { events, redacted, hidden, inCode, attributes } = this;
    const count = events.length + redacted.length + hidden.length + inCode.length + attributes.length;
    return count === 0 ? NO_MARKS : { events, redacted, hidden, inCode, attributes };
  }

  enter(name: string, from: number, to: number): boolean {
    if (LEAVES.has(name)) {
      this.leafFrom = from;
      this.leafTo = to;
    }
    if (FRAMES.has(name)) {
      this.frames.push({ name, eventsBefore: this.events.length });
      const unclosedTo = name === "TableCell" ? this.leafTo : to;
      this.events.push({
        kind: "enter",
        quote: name === "Blockquote",
        ...this.relative({ from, to }),
        unclosedTo: unclosedTo - this.base,
      });
      return true;
    }
    if (CODE.has(name)) this.code(from, to);
    else if (RAW.has(name)) {
      // Alone, a block of a comment that nothing ends goes on to the end of the text: nothing stands behind it.
      const mayGoOn = name !== "CommentBlock" || from > this.base;
      this.raw(from, to, name === "LinkLabel" ? this.leafTo : to, mayGoOn);
      // A heading right below a tag is none, although it was meant as one.
      if (name.endsWith("Block"))
        for (const { span } of this.headingAttributes(from, to)) this.attributes.push(span);
    } else if (name === "Comment") this.hidden.push(this.relative({ from, to }));
    else if (name === "Mark") this.mark(from, to);
    else if (name === "Attributes") this.attributesAt(from, to);
    else if (name === "CommentClose") this.push({ kind: "close", form: "inline", from, to });
    else if (name === "ContainerFence") {
      const mark = this.grammar.colonLine(this.text.slice(from, to), from);
      if (mark) this.push(mark);
      // The title of another tool's container is text like any other.
      if (mark?.kind === "open" && !mark.internal) this.raw(from + (mark.fence ?? 0), to);
    } else return true;
    return false;
  }

  leave(name: string): void {
    if (!FRAMES.has(name)) return;
    const frame = this.frames.pop()!;
    // A container without a mark says nothing.
    if (this.events.length === frame.eventsBefore + 1) this.events.pop();
    else this.events.push({ kind: "leave" });
  }

  private mark(from: number, to: number): void {
    // A comment ends with its mark or not at all; it is not searched for its end again.
    const limit = this.text.startsWith("<!--", from) ? to : Math.max(to, this.leafTo);
    const mark = this.grammar.markAt(this.text, from, limit, this.startsLine(from));
    if (mark) this.add(mark.to === to ? mark : { ...mark, to });
    // Markers of a quote inside the mark hide it from the grammar, which read it without them.
    else
      this.push({
        kind: "open",
        form: "html-comment",
        from,
        to,
        internal: true,
        closed: this.text.slice(from, to).endsWith("-->"),
      });
  }

  private attributesAt(from: number, to: number): void {
    if (this.grammar.attributes(this.text.slice(from, to))) this.attributes.push(this.relative({ from, to }));
    this.raw(from + 1, to);
  }

  /** Whether a mark is the first of its paragraph's line, marks of quotes not counted. */
  private startsLine(at: number): boolean {
    const line = lastLine(this.text.slice(Math.max(this.leafFrom, at - 1000), at));
    return /^[ \t>]*$/.test(line);
  }

  private raw(from: number, to: number, tailTo = to, mayGoOn = true): void {
    const leafTo = this.leafTo;
    this.leafTo = to;
    const found = rawMarks(this.grammar, this.text, from, to, tailTo);
    for (const mark of found.marks) this.add(mark);
    for (const span of found.hidden)
      if (mayGoOn && span.to === this.text.length && OPEN_AT_END.test(this.text.slice(span.from)))
        this.push({ kind: "open", form: "html-comment", ...span, internal: true, closed: false });
      else this.hidden.push(this.relative(span));
    this.leafTo = leafTo;
  }

  private code(from: number, to: number): void {
    // A backslash in code escapes nothing.
    const source = this.text.slice(from, to).replaceAll("\\", " ");
    const lastClosing = from + source.lastIndexOf("</");
    for (const mark of rawMarks(this.grammar, source, 0, source.length).marks) {
      const span = { from: mark.from + from, to: mark.to + from };
      if (
        mark.kind === "open" &&
        mark.internal &&
        mark.slip === undefined &&
        this.meantInCode({ ...mark, ...span }, to, lastClosing)
      )
        this.inCode.push(this.relative(span));
    }
    for (const { span, said } of this.headingAttributes(from, to))
      if (!("slip" in said)) this.inCode.push(span);
  }

  /** Attributes that would make a comment of a section, were the line they stand on a heading. */
  private headingAttributes(from: number, to: number) {
    return [...this.text.slice(from, to).matchAll(HEADING_ATTRIBUTES)].flatMap((line) => {
      const at = from + line.index + line[0].indexOf("{");
      const said = this.grammar.attributes(line[1]!);
      return said ? [{ span: this.relative({ from: at, to: at + line[1]!.length }), said }] : [];
    });
  }

  /** Generic types (`List<Internal>`) and format strings (`%%`) are code and nothing else. */
  private meantInCode({ form, from, to }: OpenMark, end: number, lastClosing: number): boolean {
    const before = this.text[from - 1] ?? "";
    if (form === "tag") return !/[\p{L}\p{N}_]/u.test(before) || to <= lastClosing;
    if (form === "obsidian")
      return (
        !/\S/.test(before) &&
        /^(?:[^%]|%(?!%))+%%(?:\s|`|$)/.test(this.text.slice(to, Math.min(end, to + 500)))
      );
    return true;
  }

  private add(mark: Mark): void {
    if (mark.kind === "redacted") this.redacted.push(this.relative(mark));
    else this.push(mark);
  }

  private push(mark: Exclude<Mark, RedactedMark>): void {
    this.events.push({
      kind: "mark",
      mark: this.relative(mark),
      leafTo: this.leafTo - this.base,
      inQuote: this.frames.some((frame) => frame.name === "Blockquote"),
    });
  }

  private relative<T extends Span>(span: T): T {
    return { ...span, from: span.from - this.base, to: span.to - this.base };
  }
}
