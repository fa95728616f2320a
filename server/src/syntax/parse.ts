import { type Input, NodeProp, Tree, TreeFragment } from "@lezer/common";
import {
  Autolink,
  parser as commonMark,
  type MarkdownParser,
  Strikethrough,
  Table,
  TaskList,
} from "@lezer/markdown";
import { type ChangedRange, changedRanges } from "../text/changes.js";
import type { TextEdit } from "../text/edit.js";
import { bareLinks } from "./bare-links.js";
import { boundedBlocks, boundedTables, boundedTasks, readBlocksWith } from "./bounded-blocks.js";
import type { GrammarSettings } from "./comment-words.js";
import { corrections } from "./corrections.js";
import { footnotes, plainText, reportExtension } from "./extension.js";
import { type FrontMatterBlock, frontMatterBlock } from "./front-matter.js";
import { Grammar } from "./grammar.js";
import { htmlBlock } from "./html-blocks.js";
import { linearTokens, readInlineWith } from "./inline-tokens.js";
import { definitions, type Labels, labelsOf, sameLabels } from "./references.js";

/** How a report is written: Markdown, or plain text whose headings are bare. */
export type Format = "markdown" | "plain-text";

/** A parsed text: one tree over the whole of it, with exact offsets. */
export interface Syntax {
  readonly text: string;
  readonly format: Format;
  readonly tree: Tree;
  readonly frontMatter: FrontMatterBlock | undefined;
  /** Where the body begins: behind a byte order mark and the front matter. */
  readonly bodyStart: number;
  /** The labels of the definitions that links can refer to; the same object as the version's before where they are the same. */
  readonly labels: Labels;
  readonly grammar: Grammar;
}

/** Stretches between two edits that are shorter than this many units are read again rather than looked up. */
const MIN_FRAGMENT = 32;
const BYTE_ORDER_MARK = "\ufeff";

/** The parsers for one set of comment words and audiences. Total: every text has a tree. */
export class Parser {
  readonly grammar: Grammar;
  private readonly parsers: Readonly<Record<Format, MarkdownParser>>;
  /** Those of the text that is being parsed. */
  private labels: Labels = new Set();

  constructor(settings: GrammarSettings) {
    this.grammar = new Grammar(settings);
    const report = reportExtension(this.grammar);
    const bounded = {
      parseBlock: [htmlBlock, ...boundedBlocks(commonMark)],
      parseInline: [...linearTokens(() => this.labels), bareLinks(this.grammar)],
    };
    const github = [
      { ...Table, parseBlock: boundedTables() },
      { ...TaskList, parseBlock: boundedTasks() },
      Strikethrough,
      Autolink,
      corrections,
    ];
    this.parsers = {
      markdown: linear(commonMark.configure([github, footnotes, report, bounded])),
      "plain-text": linear(commonMark.configure([footnotes, report, plainText])),
    };
  }

  /**
   * Parses a text. With `previous` and the edits that led from its text to this one, blocks that no edit
   * touched are taken over as they are, the same objects. Each edit counts in the text that those before it left.
   */
  parse(text: string, format: Format, previous?: Syntax, edits: readonly TextEdit[] = []): Syntax {
    const start = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
    const frontMatter = knownFrontMatter(text, previous) ?? frontMatterBlock(text, start);
    const bodyStart = frontMatter?.to ?? start;
    const known =
      previous?.format === format && previous.grammar === this.grammar
        ? { labels: previous.labels, fragments: kept(previous, edits) }
        : undefined;
    const candidates = format === "markdown" ? definitions(text, bodyStart) : [];
    this.labels = known?.labels ?? new Set(candidates.map(({ label }) => label));
    const front = frontMatter && this.frontMatterTree(text, frontMatter, format, previous);
    const read = (fragments: readonly TreeFragment[]) =>
      withFrontMatter(this.body(text, format, bodyStart, fragments), front, bodyStart, text.length);
    let tree = read(known?.fragments ?? []);
    const found = labelsOf(tree, candidates);
    // A label that comes or goes can make links of brackets anywhere.
    if (!sameLabels(found, this.labels)) {
      this.labels = found;
      tree = read([]);
    }
    const { labels } = this;
    return { text, format, tree, frontMatter, bodyStart, labels, grammar: this.grammar };
  }

  /** The block of front matter: the same object where nothing in it changed. */
  private frontMatterTree(
    text: string,
    { from, to }: FrontMatterBlock,
    format: Format,
    previous: Syntax | undefined,
  ): Tree {
    const type = this.parsers[format].nodeSet.types.find((candidate) => candidate.name === "FrontMatter")!;
    const was = previous?.frontMatter;
    const known = previous?.tree.children[0];
    if (
      known instanceof Tree &&
      known.type === type &&
      was?.from === from &&
      was.to === to &&
      previous!.text.slice(from, to) === text.slice(from, to)
    )
      return known;
    return new Tree(type, [], [], to - from);
  }

  private body(text: string, format: Format, from: number, fragments: readonly TreeFragment[]): Tree {
    const input = new LineInput(text);
    const parse = this.parsers[format].startParse(input, fragments, [{ from, to: text.length }]);
    for (;;) {
      const tree = parse.advance();
      if (tree) return tree;
    }
  }
}

/** The parts of a version's tree that edits left as they were. */
function kept(previous: Syntax, edits: readonly TextEdit[]): readonly TreeFragment[] {
  const tree = TreeFragment.addTree(previous.tree);
  return TreeFragment.applyChanges(tree, reread(previous.text, edits), MIN_FRAGMENT);
}

function linear(parser: MarkdownParser): MarkdownParser {
  readInlineWith(parser);
  readBlocksWith(parser);
  return parser;
}

/** The second row of a table, which must end with its pipe to be one for the parser. */
const TABLE_RULE = /((?:^|\n)[ \t>]*)(\|[ \t:|-]*\|)\r(?=\n)/g;

/**
 * The parser knows no line break but LF and takes a CR for text: blank lines would not be blank to it. A lone CR is
 * a line break here, one before LF a blank. Offsets are the text's own.
 */
class LineInput implements Input {
  readonly lineChunks = true;
  private readonly text: string;

  constructor(text: string) {
    this.text = text.includes("\r")
      ? text
          .replace(TABLE_RULE, "$1 $2")
          .replace(/\r(\n?)/g, (_, feed: string) => (feed === "" ? "\n" : " \n"))
      : text;
  }

  get length(): number {
    return this.text.length;
  }

  /** The rest of the line at `from`, or the line break there. */
  chunk(from: number): string {
    const end = this.text.indexOf("\n", from);
    return this.text.slice(from, end === from ? from + 1 : end < 0 ? this.text.length : end);
  }

  read(from: number, to: number): string {
    return this.text.slice(from, to);
  }
}

/** The front matter of the version before, where the text up to the line behind it is the same. */
function knownFrontMatter(text: string, previous: Syntax | undefined): FrontMatterBlock | undefined {
  const known = previous?.frontMatter;
  return known && !known.unclosed && text.slice(0, known.to + 1) === previous.text.slice(0, known.to + 1)
    ? known
    : undefined;
}

/** The body's tree, whose offsets count from its start, moved to its place behind the front matter. */
function withFrontMatter(body: Tree, front: Tree | undefined, bodyStart: number, length: number): Tree {
  if (bodyStart === 0) return body;
  const children = [...body.children];
  const positions = body.positions.map((position) => position + bodyStart);
  if (front) {
    children.unshift(front);
    positions.unshift(bodyStart - front.length);
  }
  return new Tree(body.type, children, positions, length, [
    [NodeProp.contextHash, body.prop(NodeProp.contextHash) ?? 0],
  ]);
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

/** The offset behind the last line break before `offset`; 0 on the first line. */
function lineStart(text: string, offset: number): number {
  let at = Math.max(0, offset);
  while (at > 0 && text[at - 1] !== "\n" && text[at - 1] !== "\r") at--;
  return at;
}
