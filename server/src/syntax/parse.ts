import { Tree } from "@lezer/common";
import {
  Autolink,
  parser as commonMark,
  type MarkdownConfig,
  type MarkdownParser,
  Strikethrough,
  Table,
  TaskList,
} from "@lezer/markdown";
import { type ChangedRange, changedRanges } from "../text/changes.js";
import type { TextEdit } from "../text/edit.js";
import { lazy, withLazy } from "../text/lazy.js";
import { lineStart } from "../text/line-break.js";
import { bareLinks } from "./bare-links.js";
import { BlockStarts } from "./block-starts.js";
import type { Block, BlockChange } from "./blocks.js";
import { boundedBlocks, boundedTables, boundedTasks } from "./bounded-blocks.js";
import type { GrammarSettings } from "./comment-words.js";
import { corrections } from "./corrections.js";
import { footnotes, plainText, reportExtension } from "./extension.js";
import { type FrontMatterBlock, frontMatterBlock } from "./front-matter.js";
import { Grammar } from "./grammar.js";
import { htmlBlock } from "./html-blocks.js";
import { linearTokens, readInlineWith } from "./inline-tokens.js";
import { LineInput } from "./line-input.js";
import { definitions, type Labels, labelsIn, sameLabels } from "./references.js";
import { type Body, readBlocks, spliceBlocks, treeOf } from "./splice.js";

/** How a report is written: Markdown, or plain text whose headings are bare. */
export type Format = "markdown" | "plain-text";

/** A parsed text: one tree over the whole of it, with exact offsets. */
export interface Syntax {
  readonly text: string;
  readonly format: Format;
  /** Its top-level blocks in order, the front matter's among them. */
  readonly blocks: readonly Block[];
  /** What of the blocks the version before did not have; undefined where nothing of it was taken over. */
  readonly change: BlockChange | undefined;
  /** Made when first asked for. */
  readonly tree: Tree;
  readonly frontMatter: FrontMatterBlock | undefined;
  /** Where the body begins: behind a byte order mark and the front matter. */
  readonly bodyStart: number;
  /** The labels of the definitions that links can refer to; the same object as the version's before where they are the same. */
  readonly labels: Labels;
  readonly grammar: Grammar;
}

const withTree = withLazy<Pick<Syntax, "tree">>("tree");

const BYTE_ORDER_MARK = "\ufeff";

/** The blocks of a text, and the labels by which they were read. */
type BlocksRead = Pick<Syntax, "blocks" | "change" | "labels">;

/** The parsers for one set of comment words and audiences. Total: every text has a tree. */
export class Parser {
  readonly grammar: Grammar;
  /** Made when first asked for: few texts are plain ones. */
  private readonly parsers: Readonly<Record<Format, () => BlockStarts>>;
  /** Those of the text that is being parsed. */
  private labels: Labels = new Set();

  constructor(settings: GrammarSettings) {
    this.grammar = new Grammar(settings);
    this.parsers = {
      markdown: lazy(() => linear(commonMark.configure(this.markdown()))),
      "plain-text": lazy(() =>
        linear(commonMark.configure([footnotes, reportExtension(this.grammar), plainText])),
      ),
    };
  }

  /** GitHub's Markdown with footnotes and our own, read by readers that are bounded. */
  private markdown(): MarkdownConfig[] {
    return [
      { ...Table, parseBlock: boundedTables() },
      { ...TaskList, parseBlock: boundedTasks() },
      Strikethrough,
      Autolink,
      corrections,
      footnotes,
      reportExtension(this.grammar),
      {
        parseBlock: [htmlBlock, ...boundedBlocks(commonMark)],
        parseInline: [...linearTokens(() => this.labels), bareLinks(this.grammar)],
      },
    ];
  }

  /**
   * Parses a text. With `previous` and the edits that led from its text to this one, blocks that no edit
   * touched are taken over as they are, the same objects. Each edit counts in the text that those before it left.
   */
  parse(text: string, format: Format, previous?: Syntax, edits: readonly TextEdit[] = []): Syntax {
    const start = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
    const frontMatter = knownFrontMatter(text, previous) ?? frontMatterBlock(text, start);
    const bodyStart = frontMatter?.to ?? start;
    const before = previous?.format === format && previous.grammar === this.grammar ? previous : undefined;
    const body: Body = {
      text,
      input: new LineInput(text),
      from: bodyStart,
      front: frontMatter && this.frontMatterBlock(text, frontMatter, format, previous),
    };
    const { blocks, change, labels } = (before && this.again(body, before, edits)) ?? this.anew(body, format);
    const { grammar } = this;
    return withTree({ text, format, blocks, change, frontMatter, bodyStart, labels, grammar }, () => ({
      tree: treeOf(this.parsers[format]().parser, blocks, text.length),
    }));
  }

  /** The text read around what was edited; undefined where that changes how the rest is read. */
  private again(body: Body, before: Syntax, edits: readonly TextEdit[]): BlocksRead | undefined {
    const { format, labels } = before;
    const known = { text: before.text, blocks: before.blocks, changes: reread(before.text, edits) };
    this.labels = labels;
    const { blocks, change } = spliceBlocks(this.parsers[format](), body, known);
    if (format === "plain-text") return { blocks, change, labels };
    const { from, to, oldTo } = change;
    const were = labelsIn(before.text, before.blocks, from, oldTo);
    const are = labelsIn(body.text, blocks, from, to);
    const same =
      sameLabels(new Set(were), new Set(are)) || sameLabels(labels, new Set(labelsIn(body.text, blocks)));
    // A label that comes or goes can make links of brackets anywhere.
    return same ? { blocks, change, labels } : undefined;
  }

  private anew(body: Body, format: Format): BlocksRead {
    const { text, from } = body;
    const starts = this.parsers[format]();
    this.labels = new Set(format === "markdown" ? definitions(text, from).map(({ label }) => label) : []);
    let blocks = readBlocks(starts, body);
    const found = new Set(format === "markdown" ? labelsIn(text, blocks) : []);
    if (!sameLabels(found, this.labels)) {
      this.labels = found;
      blocks = readBlocks(starts, body);
    }
    return { blocks, change: undefined, labels: this.labels };
  }

  /** The block of front matter: the same object where nothing in it changed. */
  private frontMatterBlock(
    text: string,
    { from, to }: FrontMatterBlock,
    format: Format,
    previous: Syntax | undefined,
  ): Block {
    const type = this.parsers[format]().parser.nodeSet.types.find(
      (candidate) => candidate.name === "FrontMatter",
    )!;
    const was = previous?.frontMatter;
    const known = previous?.blocks[0];
    if (
      known?.tree.type === type &&
      was?.from === from &&
      was.to === to &&
      previous!.text.slice(from, to) === text.slice(from, to)
    )
      return known;
    return { tree: new Tree(type, [], [], to - from), from, readings: {} };
  }
}

function linear(parser: MarkdownParser): BlockStarts {
  readInlineWith(parser);
  return new BlockStarts(parser);
}

/** The front matter of the version before, where the text up to the line behind it is the same. */
function knownFrontMatter(text: string, previous: Syntax | undefined): FrontMatterBlock | undefined {
  const known = previous?.frontMatter;
  return known && !known.unclosed && text.slice(0, known.to + 1) === previous.text.slice(0, known.to + 1)
    ? known
    : undefined;
}

/**
 * What must be read again after edits: what they changed and the line before it. A table ends the paragraph
 * above it because of its second line, which the parser looks up from two lines before.
 */
function reread(before: string, edits: readonly TextEdit[]): ChangedRange[] {
  let done = 0;
  return changedRanges(edits).map(({ fromA, toA, fromB, toB }) => {
    const back = fromA - Math.max(done, lineStart(before, lineStart(before, fromA) - 1));
    done = toA;
    return { fromA: fromA - back, toA, fromB: fromB - back, toB };
  });
}
