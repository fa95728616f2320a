import type { BlockParser, Line, MarkdownParser } from "@lezer/markdown";
import { BySign } from "./by-sign.js";
import { blockReaders, type EndsLeaf } from "./lezer.js";

/** What each reader of blocks begins with; one that is not named is asked at every line. */
const BEGINNINGS: Readonly<Record<string, string>> = {
  /** Begins with blanks: where a line has as many as code, all readers are asked. */
  IndentedCode: "",
  FencedCode: "`~",
  Blockquote: ">",
  HorizontalRule: "*-_",
  BulletList: "*+-",
  OrderedList: "0123456789",
  ATXHeading: "#",
  HTMLBlock: "<",
  ContainerFence: ":",
  FootnoteDefinition: "[",
};

/** What a paragraph of one line begins with of which a reader makes something else. */
const LEAF_BEGINNINGS: Readonly<Record<string, string>> = {
  LinkReference: "[",
  TaskList: "[",
  PlainItem: "•·▪◦‣–—*+-0123456789",
  SetextHeading: "",
  Table: "",
};

/**
 * What the line behind a paragraph begins with, if it is a block of another kind and no table. What ends a paragraph has no name in the
 * parser: one that begins with another sign is not asked before its sign stands here.
 */
const LEAF_ENDS = "#`~>*+-_<:[0123456789•·▪◦‣–—";

type ReadBlock = NonNullable<BlockParser["parse"]>;
type ReadLeaf = NonNullable<BlockParser["leaf"]>;

/**
 * Tells which readers of blocks are to be asked at which lines. Most lines begin with a letter, and nothing but a paragraph
 * begins with one; to ask all readers at each line would be most of what reading blocks costs.
 */
export class BlockStarts {
  /** What makes something else of a paragraph, in the order in which it is asked. */
  readonly leaves: readonly ReadLeaf[];
  /** What ends a paragraph before a line. */
  readonly ends: readonly EndsLeaf[];
  private readonly all: readonly ReadBlock[];
  private readonly readers: BySign<readonly ReadBlock[]>;
  private readonly beginsLeaf: BySign<boolean>;
  private readonly endsLeaf = new BySign((begins) => begins(LEAF_ENDS));

  constructor(readonly parser: MarkdownParser) {
    const { blocks, leaves, ends } = blockReaders(parser);
    this.leaves = leaves.map(({ read }) => read);
    this.ends = ends;
    this.all = blocks.map(({ read }) => read);
    this.readers = new BySign((begins) =>
      blocks.filter(({ name }) => begins(BEGINNINGS[name])).map(({ read }) => read),
    );
    this.beginsLeaf = new BySign((begins) => leaves.some(({ name }) => begins(LEAF_BEGINNINGS[name])));
  }

  /** Whom to ask what begins at a line's words. */
  at({ next, indent, baseIndent }: Line): readonly ReadBlock[] {
    return indent >= baseIndent + 4 ? this.all : this.readers.at(next);
  }

  /** Whether something else may be made of a paragraph of one line that begins with a unit. */
  mayBeOther(code: number): boolean {
    return this.beginsLeaf.at(code);
  }

  /** Whether a paragraph may end before a line that is not indented as code is. */
  mayEnd({ next, text }: Line): boolean {
    return this.endsLeaf.at(next) || text.includes("|");
  }
}
