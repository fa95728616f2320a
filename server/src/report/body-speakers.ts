import { Sieve } from "../text/sieve.js";
import type { FactBlock } from "./block-facts.js";
import type { HeadingWords } from "./headings.js";
import type { Person, Reason } from "./model.js";
import { normalised } from "./normalised.js";
import { describe } from "./people.js";
import type { BlockReader, BodyLine } from "./readings.js";
import type { Line, NamingLine } from "./speaker-lines.js";

/** The blocks of a section's own body, from its heading to the next one; `from` is where the heading stands. */
export interface Body {
  readonly from: number;
  readonly first: number;
  readonly end: number;
}

/** The speakers that the lines below a heading name, their places counted from the heading's start. */
export interface BodySpeakers {
  readonly people: readonly Person[];
  readonly reason: Reason;
  /** Those named lead others through the session. */
  readonly moderate: boolean;
  /** How the line is written, where it is a name and nothing else. */
  readonly lone: Line["style"] | undefined;
  /** What the lines prove: a field or a name line more than running text. */
  readonly kind: "field" | "name" | "prose";
  readonly firm: boolean;
  /** The names stand in a list. */
  readonly inList: boolean;
}

/** What the first lines of a section's body tell. */
export interface BodyFacts {
  readonly speakers?: BodySpeakers;
  /** Names that only count where other sections show the same: by the style of their line. */
  readonly weak?: BodySpeakers;
  /** The text says `this talk`, `this session`. */
  readonly saysTalk?: string;
}

/** Blocks below a heading that are looked at for speakers. */
export const MAX_BLOCKS = 6;
const MAX_LINES = 10;
const SAYS_TALK =
  /\bthis (?:(?:[\p{L}-]{1,20} )?(?:talk|session|presentation|keynote|lecture|workshop|panel|tutorial)|is the talk|was (?:a|an|the) (?:[\p{L}-]{1,20} )?(?:talk|session|presentation|panel|workshop))\b|\bthe (?:speakers?|presenters?)\b|\b(?:dieser vortrag|diesem vortrag|cette présentation|esta charla|questo intervento)\b/iu;

/** The words without which there is none of it. */
const TALK_WORDS = new Sieve([
  ["this ", "the speaker", "the presenter", "dieser ", "diesem ", "cette ", "esta ", "questo "],
]);
/** As much of the first line as is looked at for it. */
const MAX_OPENING = 160;

/** What the lines below a heading tell of speakers. */
export function bodyFacts(
  heading: HeadingWords,
  body: Body,
  blocks: readonly FactBlock[],
  reader: BlockReader,
): BodyFacts {
  const lines: PlacedLine[] = [];
  const end = Math.min(body.end, body.first + MAX_BLOCKS);
  for (let at = body.first; at < end && lines.length < MAX_LINES; at++) {
    const block = blocks[at]!;
    const rest = MAX_LINES - lines.length;
    for (const line of reader.lines(block, rest).slice(0, rest))
      lines.push({ line, block, by: block.from - body.from });
  }
  const opening = lines[0]?.line.text ?? "";
  const saysTalk =
    TALK_WORDS.in(opening, 0, MAX_OPENING) === 0
      ? undefined
      : SAYS_TALK.exec(opening.slice(0, MAX_OPENING))?.[0];
  const { text, from } = heading.reading;
  const own = (text.charCodeAt(from) | 32) === 109 && /^my\b/i.test(text.slice(from, from + 3));
  const found = own ? {} : new Finder(lines, reader).find();
  return { ...found, ...(saysTalk === undefined ? {} : { saysTalk }) };
}

/** A line, the block it stands in, and how far behind the heading that is. */
interface PlacedLine {
  readonly line: BodyLine;
  readonly block: FactBlock;
  readonly by: number;
}

class Finder {
  private readonly people: Person[] = [];
  private found: Omit<BodySpeakers, "people"> | undefined;
  private weak: BodySpeakers | undefined;
  private content = 0;
  /** The line before was a name of this style: the next one may be another. */
  private run: string | undefined;

  constructor(
    private readonly lines: readonly PlacedLine[],
    private readonly reader: BlockReader,
  ) {}

  find(): Pick<BodyFacts, "speakers" | "weak"> {
    for (const placed of this.lines) {
      const { reading } = placed.line;
      if (reading?.kind === "about") this.about(reading);
      else if (reading?.kind === "field") this.take(placed, reading, "field");
      else if (reading?.kind === "name") this.name(placed, reading);
      else if (reading !== undefined || !this.prose(placed)) {
        this.run = undefined;
        if (reading?.kind !== "other") this.content++;
      }
    }
    return {
      ...(this.found ? { speakers: { ...this.found, people: this.people } } : {}),
      ...(this.weak ? { weak: this.weak } : {}),
    };
  }

  /** Takes the speakers of running text, where it stands among the first lines. */
  private prose({ line, block, by }: PlacedLine): boolean {
    if (this.found || this.content >= 3) return false;
    const said = this.reader.prose(block, line);
    if (said) this.take({ line: { ...line, people: said.people }, block, by }, said.reading, "prose");
    return said !== undefined;
  }

  private name(named: PlacedLine, reading: NamingLine): void {
    const { line } = named;
    const inRun = this.run === line.style;
    const placed =
      line.style === "item" || line.style === "quote"
        ? !this.found || inRun
        : inRun || (!this.found && this.content === 0);
    if (placed && (reading.firm || (inRun && this.found?.firm))) {
      this.take(named, reading, "name");
      this.run = line.style;
      return;
    }
    if (placed && !this.found && !this.weak && this.content <= 1)
      this.weak = {
        people: peopleOf(named),
        reason: { rule: reading.rule, words: line.text },
        moderate: false,
        lone: reading.lone,
        kind: "name",
        firm: false,
        inList: line.style === "item",
      };
    this.run = undefined;
    this.content++;
  }

  private take(placed: PlacedLine, reading: NamingLine, kind: BodySpeakers["kind"]): void {
    const { line } = placed;
    if (this.found && kind !== this.found.kind) {
      this.run = undefined;
      return;
    }
    for (const person of peopleOf(placed))
      if (!this.people.some(({ name }) => name === person.name)) this.people.push(person);
    this.found ??= {
      reason: { rule: reading.rule, words: line.text.slice(0, 120) },
      moderate: reading.moderates === true,
      lone: reading.lone,
      kind,
      firm: reading.firm,
      inList: line.style === "item",
    };
    this.run = undefined;
  }

  private about({ affiliation, role }: { affiliation?: string; role?: string }): void {
    const last = this.people[this.people.length - 1];
    if (!last) return;
    this.people[this.people.length - 1] = {
      ...last,
      ...(affiliation && !last.affiliation ? { affiliation } : {}),
      ...(role && !last.role ? { role } : {}),
    };
  }
}

function peopleOf({ line, by }: PlacedLine): Person[] {
  return line.people.map((person) => personMoved(person, by));
}

/** The people who come on stage in a keynote: entries of a list, or running text. Places count from its heading. */
export function keynotePeople(body: Body, blocks: readonly FactBlock[], reader: BlockReader): Person[] {
  const found: Person[] = [];
  const names = new Set<string>();
  const add = (person: Person, by: number) => {
    if (names.has(person.name)) return;
    names.add(person.name);
    found.push(personMoved(person, by));
  };
  for (let at = body.first; at < body.end; at++) {
    const block = blocks[at]!;
    const by = block.from - body.from;
    if (/List$|PlainItem/.test(block.tree.type.name)) {
      const top = reader.lines(block).filter(({ nested, style }) => !nested && style === "item");
      const named = top.filter(({ reading }) => reading?.kind === "entry" || reading?.kind === "name");
      if (named.length >= 2 && named.length * 2 >= top.length)
        for (const line of named) for (const person of line.people) add(person, by);
    } else if (block.tree.type.name === "Paragraph")
      for (const person of reader.stage(block)) add(person, by);
  }
  return found;
}

/** Somebody whose place is counted from elsewhere. */
export function personMoved(person: Person, by: number): Person {
  return person.span ? { ...person, span: { from: person.span.from + by, to: person.span.to + by } } : person;
}

/** What stands between a name and what is said of it, and where it does at most. */
const SAYS_OF = / (?:is|was) /;
const MOST_NAME = 64;

/** `Ada is the CTO @ Acme.` in the first lines: what a speaker known by name does. */
export function describedIn(text: string, people: readonly Person[]): Person[] {
  const start = text.trimStart();
  if (!SAYS_OF.test(start.slice(0, MOST_NAME + 5))) return [...people];
  const found =
    /^(\p{L}[\p{L}'’-]{1,30}(?: \p{L}[\p{L}'’-]{1,30})?) (?:is|was) (?:the |a |an |one of the )?([^.\r\n]{3,100})/u.exec(
      start,
    );
  if (!found) return [...people];
  return people.map((person) => {
    const said = normalised(found[1]!);
    if (person.affiliation !== undefined || !normalised(person.name).split(" ").includes(said.split(" ")[0]!))
      return person;
    const more: { affiliation?: string; role?: string } = {};
    describe(more, found[2]!);
    if (more.role === undefined) return person;
    return {
      ...person,
      ...(person.role === undefined ? { role: more.role } : {}),
      ...(more.affiliation === undefined ? {} : { affiliation: more.affiliation }),
    };
  });
}
