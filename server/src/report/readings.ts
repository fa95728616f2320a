import type { Tree } from "@lezer/common";
import type { Block } from "../syntax/blocks.js";
import type { Syntax } from "../syntax/parse.js";
import { type PlainText, plainTextOf } from "../syntax/plain.js";
import { walk } from "../syntax/walk.js";
import { among, isSpace } from "../text/characters.js";
import { detached } from "../text/detached.js";
import { lineEnd } from "../text/line-break.js";
import type { Span } from "../text/span.js";
import type { BlockFacts, FactBlock } from "./block-facts.js";
import { lineIn } from "./body-lines.js";
import { type CompanyBehind, companyBehind } from "./companies.js";
import { ASIDE } from "./heading-marks.js";
import { type HeadingText, readHeading } from "./heading-text.js";
import { MAX_WORDED, type Vocabulary, type WordedKind, wordedKind } from "./kinds.js";
import type { KnownHeadings } from "./known-headings.js";
import type { Person } from "./model.js";
import { normalised } from "./normalised.js";
import type { FoundPerson } from "./people.js";
import type { CommentReadings } from "./placed-comments.js";
import { type Line, type LineReading, type NamingLine, proseReading, readForm } from "./speaker-lines.js";
import { peopleOnStage } from "./stage.js";
import type { SuspectReadings } from "./suspects-passages.js";
import type { Work } from "./work.js";

/** A block's own text as one heading: what it says and where. Offsets are relative to the block. */
export interface HeadingReading extends HeadingText {
  readonly attributes: Span | undefined;
  /** The attributes as written. */
  readonly attributeWords: string | undefined;
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

/** The first lines of a block, and how many were asked for. */
interface ReadLines {
  readonly lines: readonly BodyLine[];
  readonly most: number;
}

/** What recognition has read of one block, offsets counted from its start; filled as it is asked for. */
export interface BlockReadings extends SuspectReadings, CommentReadings {
  facts?: BlockFacts;
  heading?: HeadingReading;
  lines?: ReadLines;
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
    private readonly known: KnownHeadings,
    private readonly work: Work,
  ) {}

  /** The block's whole text on one line, understood as a heading. */
  heading(block: FactBlock): HeadingReading {
    const { readings, from, tree } = block;
    if (readings.heading) return readings.heading;
    const source = this.syntax.text.slice(from, from + tree.length);
    readings.heading = this.known.get(block, source) ?? this.readHeading(block, source);
    this.known.set(block, source, readings.heading);
    return readings.heading;
  }

  /** The first lines of a block of a section's body: at least as many as are asked for, where it has them. */
  lines(block: FactBlock, most = MAX_LINES): readonly BodyLine[] {
    const { readings } = block;
    const known = readings.lines;
    if (known && (most <= known.most || known.lines.length < known.most)) return known.lines;
    const lines = this.readLines(block, most);
    readings.lines = { lines, most };
    return lines;
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

  private readHeading({ tree, from }: Block, source: string): HeadingReading {
    this.work.headings++;
    const plain = plainTextOf(this.syntax.text, tree, from);
    const attributes = source.includes("{") ? attributesIn(tree) : undefined;
    const oneLine = /[\r\n\t]/.test(plain.text) ? plain.text.replace(/[\r\n\t]/g, " ") : plain.text;
    const heading = readHeading(withoutLinks(source, oneLine));
    const title = heading.text.slice(heading.from, heading.to);
    const key = normalised(title);
    const { text, unsplit, day, opensDay, time, numbering, speakers, organisation, reasons } = heading;
    // All of it by name: objects that are put together of others are slow to make.
    return {
      title: shownTitle(title),
      named: speakers ? speakers.people.map((person) => placed(person, plain, 0, from)) : NOBODY,
      words: text.trim(),
      worded: this.worded(heading, title, key),
      company: companyBehind(heading),
      key,
      attributes,
      attributeWords: attributes && detached(source.slice(attributes.from, attributes.to)),
      text,
      from: heading.from,
      to: heading.to,
      unsplit,
      day,
      opensDay,
      time,
      numbering,
      speakers,
      organisation,
      reasons,
    };
  }

  private worded({ speakers }: HeadingText, title: string, key: string): WordedKind | undefined {
    const behind = speakers?.firm ? speakers.kindWord : undefined;
    const told = behind === undefined ? undefined : this.vocabulary.get(behind);
    if (told && behind !== undefined)
      return { kind: told.kind, words: behind, place: "last", uncertain: false };
    return wordedKind(title, this.vocabulary, title.length <= MAX_WORDED ? key : undefined);
  }

  private readLines(block: Block, most: number): BodyLine[] {
    const { tree, from } = block;
    const { name } = tree.type;
    if (!READABLE.has(name)) return [];
    const plain = plainTextOf(this.syntax.text, tree, from);
    const { text } = plain;
    const cells = name === "Table";
    const lines: BodyLine[] = [];
    for (let at = 0; at <= text.length && lines.length < most; ) {
      const end = lineEnd(text, at);
      let start = at;
      at = end + (text.startsWith("\r\n", end) ? 2 : 1);
      while (start < end && isLead(text.charCodeAt(start))) start++;
      const stop = trimmedEnd(text, start, Math.min(end, start + MAX_LINE), cells);
      if (stop === start) continue;
      // A row of two cells reads as a field: `| Speaker | Ada Lovelace |`.
      const words = cells ? text.slice(start, stop).replace("|", ":") : text.slice(start, stop);
      const line = lineIn(
        this.syntax.text,
        block,
        plain.sourceAt(start),
        plain.sourceAt(stop - 1) + 1,
        words,
      );
      const read = lines.length < MAX_READ || line.style === "item";
      const reading = read ? readForm(line) : undefined;
      const people = reading?.people
        ? reading.people.map((person) => placed(person, plain, start, from))
        : NOBODY;
      const { style, nested, last } = line;
      lines.push({ text: words, style, nested, last, at: start, read, reading, people });
    }
    return lines;
  }
}

const NOBODY: readonly Person[] = [];

/** A title without white space around it and runs of it inside. */
export function shownTitle(words: string): string {
  return (/\s{2}/.test(words) ? words.replace(/\s{2,}/g, " ") : words).trim();
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

/** Where a line's words end before `end`; in a table white space and bars are none of them. */
function trimmedEnd(text: string, start: number, end: number, cells: boolean): number {
  let at = end;
  while (at > start && (isSpace(text.charCodeAt(at - 1)) || (cells && text[at - 1] === "|"))) at--;
  return at;
}

/** White space and signs before the words of a line. */
function isLead(code: number): boolean {
  return isSpace(code) || isSignBefore(code);
}

const isSignBefore = among("•–—*+|-");

function attributesIn(tree: Tree): Span | undefined {
  let attributes: Span | undefined;
  walk(tree, {
    enter(name, from, to) {
      if (name === "Attributes") attributes = { from, to };
      return true;
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
