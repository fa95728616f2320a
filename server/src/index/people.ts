import type { DeclaredPerson } from "../report/declared-people.js";
import { KnownNames } from "../report/spellings.js";
import type { ReportCard } from "./card.js";
import { nameKey } from "./name-key.js";
import { type Appearance, order, type Person, type PersonSummary, summaryOf } from "./person.js";
import { type FoundSymbol, personSymbol } from "./symbols.js";

export type LookUp = (uri: string) => ReportCard | undefined;

/** Who is named where, kept current card by card. */
export class People {
  /** For each spelling's key the reports that have it, and which of their mentions are spelt so. */
  private readonly reports = new Map<string, Map<string, readonly number[]>>();
  /** For each alias's key the keys of the names it is declared for and how often. */
  private readonly aliases = new Map<string, Map<string, number>>();
  /** How often each spelling stands as a speaker's name. */
  private readonly counts = new Map<string, number>();
  private copied?: { readonly generation: number; readonly names: KnownNames };
  private readonly summaries = new Map<string, PersonSummary>();
  private groups: ReadonlyMap<string, readonly string[]> | undefined;
  private listed: readonly PersonSummary[] | undefined;
  private readonly named = new WeakMap<PersonSummary, { readonly symbol: FoundSymbol | undefined }>();
  generation = 0;

  /** Takes a report's old card out and its new one in. */
  replace(uri: string, before: ReportCard | undefined, after: ReportCard | undefined): void {
    if (samePeople(before, after)) {
      // Places moved: what is said of the people must be looked up again, who they are has not changed.
      if (before) this.forget(before, keysOf(before, mentionsByKey(before)));
      return;
    }
    if (before) this.takeOut(uri, before);
    if (after) this.putIn(uri, after);
    this.groups = undefined;
    this.generation++;
  }

  identity(key: string): string | undefined {
    if (!this.aliases.has(key)) return this.reports.has(key) ? key : undefined;
    const seen: string[] = [];
    let at = key;
    for (let next: string | undefined = key; next !== undefined && !seen.includes(next); ) {
      at = next;
      seen.push(at);
      next = least(this.aliases.get(at)?.keys());
    }
    // Names that are declared as aliases of each other are one: the first of the circle stands for it.
    const known = seen.some((spelling) => this.reports.has(spelling)) || this.aliases.has(key);
    const circle = least(this.aliases.get(at)?.keys());
    const from = circle === undefined ? -1 : seen.indexOf(circle);
    return known ? (from < 0 ? at : least(seen.slice(from))) : undefined;
  }

  person(key: string, lookUp: LookUp): Person | undefined {
    const identity = this.identity(key);
    const keys = identity === undefined ? undefined : this.spellingsOf().get(identity);
    if (identity === undefined || !keys) return undefined;
    const reports = this.reportsOf(keys, lookUp);
    const appearances = this.appearances(reports, keys);
    const summary = summaryOf(identity, appearances, declaredIn(reports, keys));
    return summary && { ...summary, keys, appearances };
  }

  all(lookUp: LookUp): readonly PersonSummary[] {
    this.listed ??= [...this.spellingsOf().keys()].sort().flatMap((key) => this.summary(key, lookUp) ?? []);
    return this.listed;
  }

  /**
   * The people of whom a spelling's key `matches`, as symbols, at most so many; nobody else is looked up.
   */
  symbols(lookUp: LookUp, matches: (key: string) => boolean, most: number): FoundSymbol[] {
    const matching = [...this.reports.keys()].filter(matches);
    const identities = new Set(matching.map((key) => this.identity(key) ?? key));
    const found: FoundSymbol[] = [];
    for (const identity of [...identities].sort()) {
      if (found.length >= most) break;
      const symbol = this.symbol(identity, lookUp);
      if (symbol) found.push(symbol);
    }
    return found;
  }

  private symbol(identity: string, lookUp: LookUp): FoundSymbol | undefined {
    const summary = this.summary(identity, lookUp);
    if (!summary) return undefined;
    const known = this.named.get(summary);
    if (known) return known.symbol;
    const symbol = personSymbol(summary);
    this.named.set(summary, { symbol });
    return symbol;
  }

  /** How often each spelling is used; the same object until one of them changes, then another. */
  spellings(): KnownNames {
    if (this.copied?.generation !== this.generation)
      this.copied = { generation: this.generation, names: new KnownNames(new Map(this.counts)) };
    return this.copied.names;
  }

  private summary(identity: string, lookUp: LookUp): PersonSummary | undefined {
    const known = this.summaries.get(identity);
    if (known) return known;
    const keys = this.spellingsOf().get(identity) ?? [];
    const reports = this.reportsOf(keys, lookUp);
    const made = summaryOf(identity, this.appearances(reports, keys), declaredIn(reports, keys));
    if (made) this.summaries.set(identity, made);
    return made;
  }

  private putIn(uri: string, card: ReportCard): void {
    const mentions = mentionsByKey(card);
    for (const key of declaredKeys(card)) inner(this.reports, key).set(uri, []);
    for (const [key, at] of mentions) inner(this.reports, key).set(uri, at);
    this.count(card, 1);
    this.forget(card, keysOf(card, mentions));
  }

  private takeOut(uri: string, card: ReportCard): void {
    const keys = keysOf(card, mentionsByKey(card));
    // As long as its aliases tell who they are.
    this.forget(card, keys);
    for (const key of keys) {
      const reports = this.reports.get(key);
      reports?.delete(uri);
      if (reports?.size === 0) this.reports.delete(key);
    }
    this.count(card, -1);
  }

  /** Counts the spellings and aliases of a card, or takes them off. */
  private count({ mentions, people }: ReportCard, by: number): void {
    // What stands in a comment of one report is not told in another.
    for (const { name, section, private: hidden } of mentions)
      if (section >= 0 && !hidden) bump(this.counts, name, by);
    for (const { name, aliases } of people)
      for (const alias of aliases.map(nameKey)) {
        if (alias === nameKey(name)) continue;
        const names = inner(this.aliases, alias);
        bump(names, nameKey(name), by);
        if (names.size === 0) this.aliases.delete(alias);
      }
  }

  private forget(card: ReportCard, keys: Iterable<string>): void {
    // An alias changes who a spelling is.
    if (card.people.length > 0) this.summaries.clear();
    for (const key of keys) this.summaries.delete(this.identity(key) ?? key);
    this.listed = undefined;
  }

  /** The keys of each person's spellings. */
  private spellingsOf(): ReadonlyMap<string, readonly string[]> {
    if (this.groups) return this.groups;
    const groups = new Map<string, string[]>();
    for (const key of this.reports.keys()) {
      const identity = this.identity(key) ?? key;
      const group = groups.get(identity);
      if (group) group.push(key);
      else groups.set(identity, [key]);
    }
    for (const group of groups.values()) group.sort();
    this.groups = groups;
    return groups;
  }

  private appearances(reports: Reports, keys: readonly string[]): Appearance[] {
    return reports.flatMap(([uri, { mentions, sections, event, dates }]) =>
      keys
        .flatMap((key) => this.reports.get(key)?.get(uri) ?? [])
        .sort((a, b) => a - b)
        .map((at) => {
          const mention = mentions[at]!;
          const section = sections[mention.section];
          return {
            uri,
            mention,
            ...(event === undefined ? {} : { event }),
            ...(dates ? { dates } : {}),
            ...(section ? { session: section } : {}),
          };
        }),
    );
  }

  /** The reports that have one of the spellings: the latest event first, then in the order of their URIs. */
  private reportsOf(keys: readonly string[], lookUp: LookUp): (readonly [string, ReportCard])[] {
    const uris = new Set(keys.flatMap((key) => [...(this.reports.get(key)?.keys() ?? [])]));
    return [...uris]
      .flatMap((uri) => {
        const card = lookUp(uri);
        return card ? [[uri, card] as const] : [];
      })
      .sort(([a, one], [b, other]) => order(other.dates?.start ?? "", one.dates?.start ?? "") || order(a, b));
  }
}

type Reports = readonly (readonly [string, ReportCard])[];

function declaredIn(reports: Reports, keys: readonly string[]): DeclaredPerson[] {
  return reports.flatMap(([, { people }]) =>
    people.length === 0 ? [] : people.filter(({ name }) => keys.includes(nameKey(name))),
  );
}

function samePeople(before: ReportCard | undefined, after: ReportCard | undefined): boolean {
  if (!before || !after) return isNobody(before ?? after);
  const said = ({ mentions, people }: ReportCard) =>
    JSON.stringify([
      mentions.map(({ name, section, private: hidden }) => [name, section >= 0, hidden]),
      people,
    ]);
  return said(before) === said(after);
}

function isNobody(card: ReportCard | undefined): boolean {
  return !card || (card.mentions.length === 0 && card.people.length === 0);
}

/** Which mentions of a card are spelt with which key. */
function mentionsByKey({ mentions }: ReportCard): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const [at, { name }] of mentions.entries()) {
    const key = nameKey(name);
    const same = found.get(key);
    if (same) same.push(at);
    else found.set(key, [at]);
  }
  return found;
}

function declaredKeys({ people }: ReportCard): string[] {
  return people.flatMap(({ name, aliases }) => [name, ...aliases]).map(nameKey);
}

function keysOf(card: ReportCard, mentions: ReadonlyMap<string, unknown>): Set<string> {
  return new Set([...mentions.keys(), ...declaredKeys(card)]);
}

function inner<T>(map: Map<string, Map<string, T>>, key: string): Map<string, T> {
  const known = map.get(key);
  if (known) return known;
  const made = new Map<string, T>();
  map.set(key, made);
  return made;
}

function bump(map: Map<string, number>, key: string, by: number): void {
  const count = (map.get(key) ?? 0) + by;
  if (count === 0) map.delete(key);
  else map.set(key, count);
}

function least(keys: Iterable<string> | undefined): string | undefined {
  let found: string | undefined;
  for (const key of keys ?? []) if (found === undefined || key < found) found = key;
  return found;
}
