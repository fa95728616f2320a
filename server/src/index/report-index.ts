import type { EventDates } from "../report/model.js";
import type { KnownNames } from "../report/spellings.js";
import type { FollowUpCard, Place, ReportCard, SectionCard } from "./card.js";
import { nameKey } from "./name-key.js";
import { People } from "./people.js";
import { type Appearance, order, type Person, type PersonSummary } from "./person.js";
import { type Names, Query, search } from "./search.js";
import { type FoundSymbol, MadeSymbols, ReportSymbols } from "./symbols.js";

/** A report and what is remembered of it. */
export interface IndexedReport {
  readonly uri: string;
  readonly card: ReportCard;
}

/** A section and the report it stands in. */
export interface IndexedSession {
  readonly uri: string;
  readonly card: ReportCard;
  readonly section: SectionCard;
  /** Its index among the card's sections. */
  readonly index: number;
}

/** A follow-up and the report it stands in. */
export interface IndexedFollowUp {
  readonly uri: string;
  readonly card: ReportCard;
  readonly followUp: FollowUpCard;
}

/** An event and how many reports are about it. */
export interface IndexedEvent {
  readonly event: string;
  readonly dates?: EventDates;
  readonly location?: string;
  readonly reports: number;
}

interface Entry extends IndexedReport {
  symbols?: ReportSymbols;
}

/**
 * The cards of all reports, and the questions asked across them. Every answer is the same whatever the order was in
 * which the cards came: reports are in the order of their URIs.
 */
export class ReportIndex {
  private readonly entries = new Map<string, Entry>();
  private readonly knownPeople = new People();
  /** The entries in order as they were, and the URIs of those that came, went or changed since. */
  private order: readonly Entry[] = [];
  private readonly moved = new Set<string>();
  /** What was asked for last, as what was found in cards that did not change is still known. */
  private query: Query | undefined;
  /** Counts the changes: two equal values have nothing between them. */
  private changes = 0;

  /** Which state this is: another number after each change. */
  get generation(): number {
    return this.changes;
  }

  /** Another number whenever a name, an alias or how often one is said has changed. */
  get namesGeneration(): number {
    return this.knownPeople.generation;
  }

  get size(): number {
    return this.entries.size;
  }

  put(uri: string, card: ReportCard): void {
    const before = this.entries.get(uri);
    this.entries.set(uri, { uri, card });
    this.moved.add(uri);
    this.knownPeople.replace(uri, before?.card, card);
    this.changes++;
  }

  remove(uri: string): void {
    const before = this.entries.get(uri);
    if (!before) return;
    this.entries.delete(uri);
    this.moved.add(uri);
    this.knownPeople.replace(uri, before.card, undefined);
    this.changes++;
  }

  clear(): void {
    for (const uri of [...this.entries.keys()]) this.remove(uri);
  }

  card(uri: string): ReportCard | undefined {
    return this.entries.get(uri)?.card;
  }

  uris(): string[] {
    return this.sorted().map(({ uri }) => uri);
  }

  reports(): readonly IndexedReport[] {
    return this.sorted();
  }

  /** All sections of all reports. */
  sessions(): IndexedSession[] {
    return this.sorted().flatMap(({ uri, card }) =>
      card.sections.map((section, index) => ({ uri, card, section, index })),
    );
  }

  followUps(): IndexedFollowUp[] {
    return this.sorted().flatMap(({ uri, card }) =>
      card.followUps.map((followUp) => ({ uri, card, followUp })),
    );
  }

  /** The tags, the most used ones first. */
  tags(): { readonly tag: string; readonly reports: number }[] {
    const counts = new Map<string, number>();
    for (const { card } of this.sorted())
      for (const tag of card.tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
    return [...counts]
      .map(([tag, reports]) => ({ tag, reports }))
      .sort((a, b) => b.reports - a.reports || order(a.tag, b.tag));
  }

  /** The events, the latest first; dates and location are those of the first report that says them. */
  events(): IndexedEvent[] {
    const events = new Map<string, IndexedEvent>();
    for (const { event, dates, location } of this.sorted().map(({ card }) => card)) {
      if (event === undefined) continue;
      const key = nameKey(event);
      const known = events.get(key);
      events.set(key, {
        event: known?.event ?? event,
        reports: (known?.reports ?? 0) + 1,
        ...((known?.dates ?? dates) ? { dates: known?.dates ?? dates! } : {}),
        ...((known?.location ?? location) ? { location: known?.location ?? location! } : {}),
      });
    }
    return [...events.values()].sort(
      (a, b) => order(b.dates?.start ?? "", a.dates?.start ?? "") || order(a.event, b.event),
    );
  }

  /** Everybody who is named, once each, in the order of the names. */
  people(): readonly PersonSummary[] {
    return this.knownPeople.all(this.lookUp);
  }

  /** The person whom a spelling names, aliases looked up; undefined for names that no report has. */
  person(name: string): Person | undefined {
    return this.knownPeople.person(nameKey(name), this.lookUp);
  }

  /** What tells the person whom a spelling names from all others, given the spelling's `nameKey`; undefined for unknown ones. */
  identity(key: string): string | undefined {
    return this.knownPeople.identity(key);
  }

  /** How often each spelling of a speaker's name is used. */
  names(): KnownNames {
    return this.knownPeople.spellings();
  }

  /** The sessions, people and reports that match a query, the best first. An empty query matches all. */
  symbols(text: string, limit: number): FoundSymbol[] {
    if (this.query?.text !== text) this.query = new Query(text);
    const { query } = this;
    const isEmpty = query.parts.length === 0;
    const people = this.knownPeople.symbols(
      this.lookUp,
      (key) => isEmpty || query.matches(key),
      isEmpty ? limit >> 2 : Number.POSITIVE_INFINITY,
    );
    const entries = this.sorted();
    if (isEmpty) return [...people, ...search(query, allSymbols(entries, []), limit - people.length)];
    return search(query, allSymbols(entries, people), limit);
  }

  /** Where a symbol found before stands now; undefined where it is no more. */
  placeOf({
    uri,
    what,
    name,
    index,
  }: Pick<FoundSymbol, "uri" | "what" | "name" | "index">): Place | undefined {
    const card = this.card(uri);
    if (what === "report") return card?.at;
    if (what === "person")
      return (
        this.person(name)?.appearances.find((seen) => seen.uri === uri && seen.mention.at)?.mention.at ??
        card?.at
      );
    const section = card?.sections[index];
    return (section?.title === name ? section : card?.sections.find(({ title }) => title === name))?.at;
  }

  private readonly lookUp = (uri: string): ReportCard | undefined => this.card(uri);

  /** Only what moved is sorted, and put between the others. */
  private sorted(): readonly Entry[] {
    if (this.moved.size === 0) return this.order;
    const still = this.order.filter(({ uri }) => !this.moved.has(uri));
    const come = [...this.moved].sort().flatMap((uri) => this.entries.get(uri) ?? []);
    const all: Entry[] = [];
    let at = 0;
    for (const entry of come) {
      while (at < still.length && still[at]!.uri < entry.uri) all.push(still[at++]!);
      all.push(entry);
    }
    for (; at < still.length; at++) all.push(still[at]!);
    this.order = all;
    this.moved.clear();
    return all;
  }
}

/** The symbols of each report, made when first asked for, and behind them those of people. */
function* allSymbols(
  entries: readonly Entry[],
  people: readonly FoundSymbol[],
): Generator<Names<FoundSymbol>> {
  for (const entry of entries) {
    entry.symbols ??= new ReportSymbols(entry.uri, entry.card);
    yield entry.symbols;
  }
  yield new MadeSymbols(people);
}

export type { Appearance, FoundSymbol, Person, PersonSummary, Place };
