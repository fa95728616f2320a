import type { RedactedMark } from "../syntax/marks.js";
import type { Message } from "../text/message.js";
import type { Span } from "../text/span.js";
import type { FrontMatter } from "./front-matter.js";
import type { InternalComment, StrayClose } from "./internal-comments.js";
import type { Kind } from "./kind-table.js";
import type { PlacedSuspect } from "./suspects-passages.js";

/** Somebody named in a report. `span` is where the name stands; absent where no single place has it. */
export interface Person {
  readonly name: string;
  readonly affiliation?: string;
  readonly role?: string;
  readonly span?: Span;
}

/** What a section is wherever it stands; places in it count from its start. */
export interface SectionWords {
  readonly kind: Kind;
  /** The heading without markup, speakers, day, time, numbering, attributes and asides. */
  readonly title: string;
  /** 1 to 6; bold and bare headings get the level they stand for. */
  readonly level: number;
  /** How the heading is written. */
  readonly style: HeadingStyle;
  /** Full English weekday, `Day N`, or ISO date; its own or inherited. */
  readonly day: string | undefined;
  /** `HH:MM`, 24 hours. */
  readonly time: string | undefined;
  readonly speakers: readonly Person[];
  /** The attributes at the end of the heading, braces included. */
  readonly attributes: Span | undefined;
  /** Why the line was taken for this: the rules that held and the words they saw, in order. */
  readonly reasons: readonly Reason[];
}

/** A heading and all that stands below it, up to the next heading that is not deeper. Places count in the report. */
export interface Section extends SectionWords, Span {
  /** What of it does not depend on its place: the same object in all versions in which it is the same. */
  readonly words: SectionWords;
  /** The whole heading with its marks. */
  readonly heading: Span;
  readonly children: readonly Section[];
}

/** A rule that held, and the words it saw. */
export interface Reason {
  readonly rule: Message;
  /** The kind that it decided, where it decided one. */
  readonly kind?: Kind;
  readonly words: string;
  /** What the words themselves say, where they say it. */
  readonly says?: Said;
}

/** What words of a heading say: its kind, by themselves or as a class in braces, or when it is. */
export type Said = "kind" | "class" | "day" | "time" | "day and time";

export type HeadingStyle = "atx" | "setext" | "bold" | "bare";

/** Something left to do. */
export interface FollowUp extends Span {
  readonly text: string;
  /** Who is to do it, where the text says `@name`. */
  readonly owner?: string;
  /** True for a ticked task item. */
  readonly done: boolean;
}

/** A piece of text and where it stands. */
export interface Located extends Span {
  readonly text: string;
}

/** First and last day of the event, ISO 8601. */
export interface EventDates {
  readonly start: string;
  readonly end: string;
}

/** What the report says of itself, in its front matter or in its first lines. */
export interface ReportFacts {
  readonly title?: Located;
  readonly event?: string;
  readonly location?: string;
  readonly dates?: EventDates;
  readonly authors: readonly Person[];
}

/** Everything recognised in one report. Offsets are UTF-16 units of its text. */
export interface Report extends ReportFacts {
  readonly frontMatter: FrontMatter | undefined;
  /** Who may read the file: a configured audience; the narrowest where it says none or an unknown one. */
  readonly audience: string;
  readonly unknownAudience?: Located;
  readonly sections: readonly Section[];
  readonly comments: readonly InternalComment[];
  readonly strayCloses: readonly StrayClose[];
  readonly redacted: readonly RedactedMark[];
  /** HTML comments that are no internal comments: never published either. */
  readonly hidden: readonly Span[];
  /** Comment forms inside code, where they protect nothing. */
  readonly commentsInCode: readonly Span[];
  readonly followUps: readonly FollowUp[];
  /** Sentences that read as not meant for everyone, outside every comment. Looked for when first asked for. */
  readonly suspects: readonly PlacedSuspect[];
}

/** All sections of a report in the order of their headings. They nest six deep at most. */
export function allSections(sections: readonly Section[]): Section[] {
  const flat: Section[] = [];
  const visit = (siblings: readonly Section[]): void => {
    for (const section of siblings) {
      flat.push(section);
      if (section.children.length > 0) visit(section.children);
    }
  };
  visit(sections);
  return flat;
}

/** How often the sections name each speaker, in each spelling. */
export function speakerCounts(sections: readonly Section[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { speakers } of allSections(sections))
    for (const { name } of speakers) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}
