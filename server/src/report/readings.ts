import type { Tree } from "@lezer/common";
import type { Syntax } from "../syntax/parse.js";
import { type PlainText, plainTextOf } from "../syntax/plain.js";
import type { Span } from "../text/span.js";
import { type HeadingText, readHeading } from "./heading-text.js";
import type { Person } from "./model.js";
import type { FoundPerson } from "./people.js";
import { type Line, type LineReading, readLine } from "./speaker-lines.js";
import { peopleOnStage } from "./stage.js";

/** A block's own text as one heading: what it says and where. Offsets are relative to the block. */
export interface HeadingReading extends HeadingText {
  /** Where in the block a character of the heading's text stands. */
  sourceAt(index: number): number;
  readonly attributes?: Span;
}

/** A line of a section's body and what it says of speakers. */
export interface BodyLine extends Line {
  readonly reading: LineReading | undefined;
  /** The people the line names, their places relative to the block. */
  readonly people: readonly Person[];
}

/** What recognition has read of one block; filled as it is asked for. */
interface Reading {
  heading?: HeadingReading;
  lines?: readonly BodyLine[];
  stage?: readonly Person[];
  text?: string;
}

/** The readings of each block, kept for as long as the parser keeps the block. One memory a vocabulary. */
export type SectionMemory = WeakMap<Tree, Reading>;

interface Placed {
  readonly tree: Tree;
  readonly from: number;
}

/** Lines of a block that are looked at for speakers, and characters of a paragraph. */
const MAX_LINES = 40;
const MAX_LINE = 500;

/** Reads blocks, and reads none twice. */
export class BlockReader {
  constructor(
    private readonly syntax: Syntax,
    private readonly memory: SectionMemory,
  ) {}

  /** The block's whole text on one line, understood as a heading. */
  heading(block: Placed): HeadingReading {
    const known = this.known(block);
    known.heading ??= this.readHeading(block);
    return known.heading;
  }

  /** The first lines of a block of a section's body. */
  lines(block: Placed): readonly BodyLine[] {
    const known = this.known(block);
    known.lines ??= this.readLines(block);
    return known.lines;
  }

  /** The people who come on stage in a paragraph. */
  stage(block: Placed): readonly Person[] {
    const known = this.known(block);
    if (!known.stage) {
      const plain = plainTextOf(this.syntax.text, block.tree, block.from);
      known.stage = peopleOnStage(plain.text.slice(0, 4000)).map((person) => placed(person, plain, 0, block.from));
    }
    return known.stage;
  }

  /** The block's text as a reader sees it. */
  text(block: Placed): string {
    const known = this.known(block);
    known.text ??= plainTextOf(this.syntax.text, block.tree, block.from).text;
    return known.text;
  }

  private known({ tree }: Placed): Reading {
    const known = this.memory.get(tree);
    if (known) return known;
    const fresh: Reading = {};
    this.memory.set(tree, fresh);
    return fresh;
  }

  private readHeading({ tree, from }: Placed): HeadingReading {
    const plain = plainTextOf(this.syntax.text, tree, from);
    let attributes: Span | undefined;
    tree.iterate({
      enter(node) {
        if (node.name === "Attributes") attributes = { from: node.from, to: node.to };
      },
    });
    return {
      ...readHeading(plain.text.replace(/[\r\n\t]/g, " ")),
      sourceAt: (index) => plain.sourceAt(index) - from,
      ...(attributes ? { attributes } : {}),
    };
  }

  private readLines(block: Placed): BodyLine[] {
    const { tree, from } = block;
    if (!READABLE.test(tree.type.name)) return [];
    const plain = plainTextOf(this.syntax.text, tree, from);
    const lines: BodyLine[] = [];
    let at = 0;
    for (const raw of plain.text.split(/\r\n?|\n/)) {
      const start = at;
      at = start + raw.length + (plain.text.startsWith("\r\n", start + raw.length) ? 2 : 1);
      const indent = /^[\s\u00a0•–—*+-]*/.exec(raw)![0].length;
      const text = raw.slice(indent, indent + MAX_LINE).trimEnd();
      if (text === "") continue;
      const line = this.lineAt(block, plain.sourceAt(start + indent), plain.sourceAt(start + indent + text.length - 1) + 1, text);
      const reading = readLine(line);
      const people = (reading?.people ?? []).map((person) => placed(person, plain, start + indent, from));
      lines.push({ ...line, reading, people });
      if (lines.length === MAX_LINES) break;
    }
    return lines;
  }

  private lineAt({ tree }: Placed, from: number, to: number, text: string): Line {
    const source = this.syntax.text;
    const start = Math.max(source.lastIndexOf("\n", from - 1), source.lastIndexOf("\r", from - 1)) + 1;
    const lead = source.slice(start, Math.min(from, start + 60));
    const tail = /^[^\r\n]{0,80}/.exec(source.slice(to, to + 80))![0];
    const emphasised = /(?:\*{1,3}|_{1,3})["“[]?$/.test(lead) && /^[.:!]?["”\]]?(?:\([^()]*\))?[*_]{1,3}/.test(tail);
    const item = /^[\s>]*(?:[-*+•·▪◦‣–—]|\d{1,3}[.)])[\s\u00a0]/.test(lead) || (tree.type.name === "PlainItem");
    const quoted = tree.type.name === "Blockquote";
    return {
      text,
      style: emphasised ? "emphasis" : quoted ? "quote" : item ? "item" : "plain",
      nested: item && /^(?:[\t]| {2,})/.test(lead.replace(/^ {0,1}/, "")),
      last: tail.trim() === "" || emphasised,
    };
  }
}

const READABLE = /^(?:Paragraph|BulletList|OrderedList|Blockquote|PlainItem|Table)$/;

function placed(person: FoundPerson, plain: PlainText, offset: number, blockFrom: number): Person {
  const { name, affiliation, role, from, to } = person;
  return {
    name,
    ...(affiliation === undefined ? {} : { affiliation }),
    ...(role === undefined ? {} : { role }),
    span: {
      from: plain.sourceAt(offset + from) - blockFrom,
      to: plain.sourceAt(offset + to - 1) + 1 - blockFrom,
    },
  };
}
