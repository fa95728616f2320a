import type { DeclaredPerson } from "../report/declared-people.js";
import type { Kind } from "../report/kind-table.js";
import type { EventDates } from "../report/model.js";

/** Where something stands: lines and UTF-16 columns, 0-based, the end exclusive. It needs no text to be shown. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/**
 * What is remembered of one report to answer questions across reports. Plain data without the report's text: it can
 * be written as JSON and read back. What is `private` stands in an internal comment or a suspected one and is never
 * written to disk.
 */
export interface ReportCard {
  readonly title?: string;
  /** Where the title stands; the start of the file where there is none. */
  readonly at: Place;
  readonly event?: string;
  readonly location?: string;
  readonly dates?: EventDates;
  /** Who may read the file. */
  readonly audience: string;
  readonly status?: string;
  readonly tags: readonly string[];
  /** All sections in the order of their headings. */
  readonly sections: readonly SectionCard[];
  /** Everybody who is named as a speaker or author, each time. */
  readonly mentions: readonly Mention[];
  readonly followUps: readonly FollowUpCard[];
  /** The people whom the front matter lists with their other names. */
  readonly people: readonly DeclaredPerson[];
  /** How many internal comments and redacted markers it has. */
  readonly internal: number;
  readonly redacted: number;
  /** Set on a card read from disk whose private parts are missing. */
  readonly partial?: true;
}

export interface SectionCard {
  readonly kind: Kind;
  readonly title: string;
  /** 1 to 6. */
  readonly level: number;
  /** The heading. */
  readonly at: Place;
  /** The last line of its body. */
  readonly lastLine: number;
  /** Index of the section it stands in; -1 at the top. */
  readonly parent: number;
  readonly day?: string;
  readonly time?: string;
  /** Its speakers, as indexes into the card's mentions. */
  readonly speakers: readonly number[];
  readonly private?: true;
}

/** One naming of a person in a report. */
export interface Mention {
  readonly name: string;
  readonly affiliation?: string;
  readonly role?: string;
  /** Index of the section whose speaker it is; -1 for an author of the report. */
  readonly section: number;
  /** Where the name stands; absent where no single place has it. */
  readonly at?: Place;
  readonly private?: true;
}

export interface FollowUpCard {
  readonly text: string;
  /** Who is to do it, where the text says `@name`. */
  readonly owner?: string;
  readonly done: boolean;
  readonly at: Place;
  /** Index of the innermost section it stands in; -1 outside. */
  readonly section: number;
  readonly private?: true;
}

/** The card as it may be written to disk: without what is private, and marked as partial where that leaves something out. */
export function publicPart(card: ReportCard): ReportCard {
  if (!hasPrivate(card)) return card;
  const sectionAt = renumbered(card.sections);
  const mentionAt = renumbered(card.mentions);
  const section = (index: number) => (index < 0 ? -1 : sectionAt[index]!);
  return {
    ...card,
    sections: card.sections.filter(isPublic).map((item) => ({
      ...item,
      parent: section(item.parent),
      speakers: item.speakers.map((index) => mentionAt[index]!).filter((index) => index >= 0),
    })),
    mentions: card.mentions.filter(isPublic).map((item) => ({ ...item, section: section(item.section) })),
    followUps: card.followUps.filter(isPublic).map((item) => ({ ...item, section: section(item.section) })),
    partial: true,
  };
}

function hasPrivate({ sections, mentions, followUps }: ReportCard): boolean {
  return ![...sections, ...mentions, ...followUps].every(isPublic);
}

function isPublic(item: { readonly private?: true }): boolean {
  return item.private !== true;
}

/** For each item its index when the private ones are left out; -1 for these. */
function renumbered(items: readonly { readonly private?: true }[]): number[] {
  let next = 0;
  return items.map((item) => (isPublic(item) ? next++ : -1));
}
