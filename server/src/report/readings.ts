import type { Tree } from "@lezer/common";
import type { Block } from "../syntax/blocks.js";
import type { Syntax } from "../syntax/parse.js";
import { type PlainText, plainTextOf } from "../syntax/plain.js";
import { among, isSpace } from "../text/characters.js";
import { detached } from "../text/detached.js";
import { lastLine, lineEnd } from "../text/line-break.js";
import type { Span } from "../text/span.js";
import type { BlockFacts, FactBlock } from "./block-facts.js";
import { type CompanyBehind, companyBehind } from "./companies.js";
import { ASIDE } from "./heading-marks.js";
import { type HeadingText, readHeading } from "./heading-text.js";
import { normalised, type Vocabulary, type WordedKind, wordedKind } from "./kinds.js";
import type { Person } from "./model.js";
import type { FoundPerson } from "./people.js";
import type { CommentReadings } from "./placed-comments.js";
import { type Line, type LineReading, type NamingLine, proseReading, readForm } from "./speaker-lines.js";
import { peopleOnStage } from "./stage.js";
import type { SuspectReadings } from "./suspects-passages.js";
import type { Work } from "./work.js";

/** A block's own text as one heading: what it says and where. Offsets are relative to the block. */
export interface HeadingReading extends HeadingText {
  readonly attributes?: Span;
  /** The attributes as written. */
  readonly attributeWords?: string;
  /** The whole heading, trimmed. */
  readonly words: string;
  /** What the words of its title tell of the kind. */
  readonly worded: WordedKind | undefined;
  /** The company that may stand behind the title, and where the title then ends. */
  readonly company: CompanyBehind | undefined;
  /** The title as it is shown, where nothing in other headings says otherwise. */
  readonly title: string;
  /** The people it names, their places counted from the heading's start. */
  readonly named: readonly Person[];
  /** The title without case and punctuation, to find the same again. */
  readonly key: string;
}

/** What a line of a section's body says of speakers, and whom it names, their places relative to the block. */
export interface SaidOfSpeakers<Reading> {
  readonly reading: Reading;
  readonly people: readonly Person[];
}

/** A line of a section's body and what it says of speakers by its form. */
export interface BodyLine extends Line, SaidOfSpeakers<LineReading | undefined> {
  /** Where its text begins in the block's text as a reader sees it. */
  readonly at: number;
  /** Whether it stands among the lines that are read. */
  readonly read: boolean;
}

/** What recognition has read of one block, offsets counted from its start; filled as it is asked for. */
export interface BlockReadings extends SuspectReadings, CommentReadings {
  facts?: BlockFacts;
  heading?: HeadingReading;
  lines?: readonly BodyLine[];
  stage?: readonly Person[];
  text?: string;
}

/** Lines of a block that are looked at for speakers, and characters of a paragraph. */
const MAX_LINES = 40;
/** Of these, lines that are read whatever they are; the rest only as entries of a list. */
const MAX_READ = 10;
const MAX_LINE = 500;

/** Reads blocks, and reads none twice. */
export class BlockReader {
  constructor(
    private readonly syntax: Syntax,
    private readonly vocabulary: Vocabulary,
    private readonly work: Work,
  ) {}

  /** The block's whole text on one line, understood as a heading. */
  heading(block: FactBlock): HeadingReading {
    const { readings } = block;
    readings.heading ??= this.readHeading(block);
    return readings.heading;
  }

  /** The first lines of a block of a section's body. */
  lines(block: FactBlock): readonly BodyLine[] {
    const { readings } = block;
    readings.lines ??= this.readLines(block);
    return readings.lines;
  }

  /** What a line of a block says of speakers as running text; read each time it is asked for. */
  prose({ tree, from }: Block, line: BodyLine): SaidOfSpeakers<NamingLine> | undefined {
    if (!line.read) return undefined;
    this.work.prose++;
    const reading = proseReading(line);
    if (!reading) return undefined;
    const plain = plainTextOf(this.syntax.text, tree, from);
    return { reading, people: reading.people.map((person) => placed(person, plain, line.at, from)) };
  }

  /** The people who come on stage in a paragraph. */
  stage(block: FactBlock): readonly Person[] {
    const { readings } = block;
    if (!readings.stage) {
      const plain = plainTextOf(this.syntax.text, block.tree, block.from);
      readings.stage = peopleOnStage(plain.text.slice(0, 4000)).map((person) =>
        placed(person, plain, 0, block.from),
      );
    }
    return readings.stage;
  }

  /** The block's text as a reader sees it. */
  text(block: FactBlock): string {
    const { readings } = block;
    readings.text ??= plainTextOf(this.syntax.text, block.tree, block.from).text;
    return readings.text;
  }

  /** Where a stretch of a block's text stands in the source. */
  spanOf({ tree, from }: Block, at: number, length: number): Span {
    const plain = plainTextOf(this.syntax.text, tree, from);
    return { from: plain.sourceAt(at), to: plain.sourceAt(at + Math.max(length, 1) - 1) + 1 };
  }

  private readHeading({ tree, from }: Block): HeadingReading {
    this.work.headings++;
    const plain = plainTextOf(this.syntax.text, tree, from);
    const source = this.syntax.text.slice(from, from + tree.length);
    const attributes = source.includes("{") ? attributesIn(tree) : undefined;
    const heading = readHeading(withoutLinks(source, plain.text.replace(/[\r\n\t]/g, " ")));
    const title = heading.text.slice(heading.from, heading.to);
    // What was read stands behind: objects that begin alike are quick to make.
    return {
      title: shownTitle(title),
      named: (heading.speakers?.people ?? []).map((person) => placed(person, plain, 0, from)),
      words: heading.text.trim(),
      worded: this.worded(heading, title),
      company: companyBehind(heading),
      key: normalised(title.replace(/[^\p{L}\p{N}\s&'’:;/-]+/gu, " ")),
      ...(attributes
        ? { attributes, attributeWords: detached(source.slice(attributes.from, attributes.to)) }
        : {}),
      ...heading,
    };
  }

  private worded({ speakers }: HeadingText, title: string): WordedKind | undefined {
    const behind = speakers?.firm ? speakers.kindWord : undefined;
    const told = behind === undefined ? undefined : this.vocabulary.get(behind);
    if (told && behind !== undefined)
      return { kind: told.kind, words: behind, place: "last", uncertain: false };
    return wordedKind(title, this.vocabulary);
  }

  private readLines(block: Block): BodyLine[] {
    const { tree, from } = block;
    if (!READABLE.has(tree.type.name)) return [];
    const plain = plainTextOf(this.syntax.text, tree, from);
    const lines: BodyLine[] = [];
    let at = 0;
    while (at <= plain.text.length && lines.length < MAX_LINES) {
      const start = at;
      const end = lineEnd(plain.text, start);
      const raw = plain.text.slice(start, end);
      at = end + (plain.text.startsWith("\r\n", end) ? 2 : 1);
      let indent = 0;
      while (indent < raw.length && isLead(raw.charCodeAt(indent))) indent++;
      const cells = tree.type.name === "Table";
      const most = raw.slice(indent, indent + MAX_LINE);
      const whole = cells ? most.replace(/(?<![\s|])[\s|]+$/, "") : most.trimEnd();
      // A row of two cells reads as a field: `| Speaker | Ada Lovelace |`.
      const text = cells ? whole.replace("|", ":") : whole;
      if (text === "") continue;
      const line = this.lineAt(
        block,
        plain.sourceAt(start + indent),
        plain.sourceAt(start + indent + text.length - 1) + 1,
        text,
      );
      const read = lines.length < MAX_READ || line.style === "item";
      const reading = read ? readForm(line) : undefined;
      const people = (reading?.people ?? []).map((person) => placed(person, plain, start + indent, from));
      const { style, nested, last } = line;
      lines.push({ text, style, nested, last, at: start + indent, read, reading, people });
    }
    return lines;
  }

  private lineAt({ tree }: Block, from: number, to: number, text: string): Line {
    const source = this.syntax.text;
    // What stands before the words on their line: marks of lists, quotes and emphasis, or, where that is long, text.
    const lead = lastLine(source.slice(Math.max(tree.length === 0 ? 0 : from - 60, 0), from));
    const tail = /^[^\r\n]{0,400}/.exec(source.slice(to, to + 400))![0];
    // Most lines are whole paragraphs, or go from one line break to the next.
    if (lead === "" && tail === "" && PLAIN.has(tree.type.name))
      return { text, style: tree.type.name === "PlainItem" ? "item" : "plain", nested: false, last: true };
    const emphasised =
      /(?:\*{1,3}|_{1,3})["“[]?$/.test(lead) && /^[.:!]?["”\]]?(?:\([^()]*\))?[*_]{1,3}/.test(tail);
    const item = /^[\s>]*(?:[-*+•·▪◦‣–—]|\d{1,3}[.)])[\s\u00a0]/.test(lead) || tree.type.name === "PlainItem";
    const quoted = tree.type.name === "Blockquote";
    return {
      text,
      style: emphasised ? "emphasis" : quoted ? "quote" : item ? "item" : "plain",
      nested: item && /^(?:[\t]| {2,})/.test(lead.replace(/^ {0,1}/, "")),
      last:
        emphasised ||
        /^\]?(?:\([^()\s]{0,300}\)|\[[^\][]{0,60}\])?[*_]{0,3}\s*$/.test(
          tail.replace(/\([^()]{0,400}\)/, "()").replace(/<[^<>]{1,60}>|(?<![\s|])[\s|]+$/g, ""),
        ),
    };
  }
}

/** A title without white space around it and runs of it inside. */
export function shownTitle(words: string): string {
  return words.replace(/\s{2,}/g, " ").trim();
}

const LAST_LINK =
  /[([]{0,2}!?\[([^\][]{1,40})\](?:\([^()\s]{0,300}\)|\[[^\][]{0,60}\])?[)\]]{0,2}[\s#]{0,6}$/;

/** The text of a heading without links to slides and videos behind the title. */
function withoutLinks(source: string, text: string): string {
  let rest = source.length > 2000 ? "" : source;
  let kept = text.trimEnd();
  if (!rest.includes("[")) return kept;
  for (let i = 0; i < 4; i++) {
    const link = LAST_LINK.exec(rest.slice(-480));
    const words = link?.[1]?.replace(/[*_`]/g, "").trim();
    if (!link || !words || !ASIDE.test(words)) break;
    const at = kept.lastIndexOf(words);
    if (at <= 0 || kept.length - at - words.length > 2) break;
    kept = kept.slice(0, at).replace(/(?<![\s([|,–—-])[\s([|,–—-]+$/, "");
    rest = rest.slice(0, rest.length - link[0].length).replace(/(?<![\s|,–—-])[\s|,–—-]+$/, "");
  }
  return kept;
}

const READABLE = new Set(["Paragraph", "BulletList", "OrderedList", "Blockquote", "PlainItem", "Table"]);
/** Blocks whose lines are neither quoted nor entries by what stands around them. */
const PLAIN = new Set(["Paragraph", "PlainItem"]);

/** White space and signs before the words of a line. */
function isLead(code: number): boolean {
  return isSpace(code) || isSignBefore(code);
}

const isSignBefore = among("•–—*+|-");

function attributesIn(tree: Tree): Span | undefined {
  let attributes: Span | undefined;
  tree.iterate({
    enter(node) {
      if (node.name === "Attributes") attributes = { from: node.from, to: node.to };
    },
  });
  return attributes;
}

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
