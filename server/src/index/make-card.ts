import type { Analysis } from "../analysis.js";
import { declaredPeople } from "../report/declared-people.js";
import type { FrontMatterEntry, FrontMatterValue } from "../report/front-matter.js";
import { allSections, type Person, type Report, type Section } from "../report/model.js";
import { suspectsAt } from "../report/suspects-at.js";
import type { Terms } from "../report/suspects-terms.js";
import { countAtFront } from "../text/ordered.js";
import { covered, type Span } from "../text/span.js";
import type { Text } from "../text/text.js";
import type { FollowUpCard, Mention, Place, ReportCard, SectionCard } from "./card.js";

/** The card of a report; `terms` mark text as internal as well. Total and synchronous. */
export function makeCard(analysis: Analysis, terms?: Terms): ReportCard {
  // In strings of its own: a piece of a text would keep the whole text in memory.
  return JSON.parse(cardJson(analysis, terms)) as ReportCard;
}

/** The same as JSON. */
export function cardJson({ report, text, syntax }: Analysis, terms?: Terms): string {
  const comments = [...report.comments, ...report.hidden];
  const named = allSections(report.sections).map(({ heading }) => heading);
  const told = [...(report.title ? [report.title] : []), ...named, ...report.followUps];
  const suspects = suspectsAt(
    syntax,
    told.sort((a, b) => a.from - b.from),
    comments,
  );
  const marked = terms && !terms.none ? terms.in(text.content) : [];
  return JSON.stringify(new CardMaker(report, text, covered([...comments, ...suspects, ...marked])).card());
}

/** Where a span stands. */
export function placeOf(text: Text, { from, to }: Span): Place {
  const start = text.positionAt(from);
  const end = text.positionAt(to);
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}

/** Words of a front matter that are longer are no title, tag or event. */
const MAX_WORDS = 500;
const MAX_TAGS = 200;

class CardMaker {
  private readonly sections: SectionCard[] = [];
  private readonly mentions: Mention[] = [];
  constructor(
    private readonly report: Report,
    private readonly text: Text,
    /** The spans that are not for every reader, in order and apart from each other. */
    private readonly withheld: readonly Span[],
  ) {}

  card(): ReportCard {
    const { title, event, location, dates, audience, frontMatter, authors, comments, redacted } = this.report;
    // Of front matter that cannot be read nobody knows what in it is private.
    const broken = (frontMatter?.problems.length ?? 0) > 0;
    const entries = frontMatter?.entries ?? [];
    const front = broken ? [] : entries.filter(({ valueSpan }) => !this.isPrivate(valueSpan));
    const kept = (key: string) => !entries.some((entry) => entry.key === key && !front.includes(entry));
    if (kept("authors") && kept("author")) for (const author of authors) this.mention(author, -1);
    this.addSections(this.report.sections, -1);
    const status = wordOf(front, "status");
    const said = title && !this.isPrivate(title) ? title : undefined;
    // An event that nobody wrote down comes out of the title.
    const known = kept("event") && (said || front.some(({ key }) => key === "event"));
    return {
      ...(said ? { title: said.text.slice(0, MAX_WORDS) } : {}),
      at: placeOf(this.text, title ?? { from: 0, to: 0 }),
      ...(event === undefined || !known ? {} : { event: event.slice(0, MAX_WORDS) }),
      ...(location === undefined || !kept("location") ? {} : { location: location.slice(0, MAX_WORDS) }),
      ...(dates ? { dates } : {}),
      audience,
      ...(status === undefined ? {} : { status }),
      tags: tagsOf(front),
      sections: this.sections,
      mentions: this.mentions,
      followUps: this.followUps(),
      people: kept("people") ? declaredPeople(frontMatter) : [],
      internal: comments.length,
      redacted: redacted.length,
    };
  }

  private addSections(sections: readonly Section[], parent: number): void {
    for (const section of sections) {
      const index = this.sections.length;
      const { kind, title, level, heading, day, time, to } = section;
      const speakers: number[] = [];
      this.sections.push({
        kind,
        title,
        level,
        at: placeOf(this.text, heading),
        lastLine: this.text.lineAt(Math.max(heading.to, to - 1)),
        parent,
        ...(day === undefined ? {} : { day }),
        ...(time === undefined ? {} : { time }),
        speakers,
        ...(this.isPrivate(heading) ? { private: true } : {}),
      });
      for (const person of section.speakers) speakers.push(this.mention(person, index));
      this.addSections(section.children, index);
    }
  }

  private mention({ name, affiliation, role, span }: Person, section: number): number {
    const hidden = span ? this.isPrivate(span) : this.sections[section]?.private === true;
    this.mentions.push({
      name,
      ...(affiliation === undefined ? {} : { affiliation }),
      ...(role === undefined ? {} : { role }),
      section,
      ...(span ? { at: placeOf(this.text, span) } : {}),
      ...(hidden ? { private: true } : {}),
    });
    return this.mentions.length - 1;
  }

  private followUps(): FollowUpCard[] {
    let section = -1;
    return this.report.followUps.map((found) => {
      const line = this.text.lineAt(found.from);
      // Follow-ups and sections both come in the order of the text; a section before this one may have ended.
      while (section + 1 < this.sections.length && this.sections[section + 1]!.at.line <= line) section++;
      let inside = section;
      while (inside >= 0 && this.sections[inside]!.lastLine < line) inside = this.sections[inside]!.parent;
      const { text, owner, done } = found;
      return {
        text: text.slice(0, MAX_WORDS),
        ...(owner === undefined ? {} : { owner }),
        done,
        at: placeOf(this.text, found),
        section: inside,
        ...(this.isPrivate(found) ? { private: true } : {}),
      };
    });
  }

  /** Whether a piece of a span is withheld from some readers. */
  private isPrivate({ from, to }: Span): boolean {
    const next = this.withheld[countAtFront(this.withheld, (span) => span.to <= from)];
    return next !== undefined && next.from < to;
  }
}

type Entries = readonly FrontMatterEntry[];

function valueIn(front: Entries, key: string): FrontMatterValue | undefined {
  return front.find((entry) => entry.key === key)?.value;
}

function wordOf(front: Entries, key: string): string | undefined {
  const value = valueIn(front, key);
  return typeof value === "string" ? value.slice(0, MAX_WORDS) : undefined;
}

function tagsOf(front: Entries): string[] {
  const value = valueIn(front, "tags");
  const words: readonly FrontMatterValue[] =
    typeof value === "string" ? value.split(",") : Array.isArray(value) ? value : [];
  const tags = words.flatMap((word) => (typeof word === "string" ? [word.trim().slice(0, MAX_WORDS)] : []));
  return [...new Set(tags)].filter((tag) => tag !== "").slice(0, MAX_TAGS);
}
