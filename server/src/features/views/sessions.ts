import type { Place, ReportCard, SectionCard } from "../../index/card.js";
import { folded, nameKey } from "../../index/name-key.js";
import { order as compare } from "../../index/person.js";
import type { IndexedReport, ReportIndex } from "../../index/report-index.js";
import { dateOf } from "../../report/event-days.js";
import { KINDS } from "../../report/kind-table.js";
import { byEvent, type Group, Occurrences, reportGroup } from "./view-groups.js";

export type SessionGrouping = "report" | "day" | "kind" | "speaker";

export interface SessionGroup extends Group {
  /** How many sections are in it; containers of others count where they are shown. */
  readonly count: number;
}

/** A section as the view shows it. */
export interface SessionNode {
  readonly key: string;
  readonly uri: string;
  readonly title: string;
  readonly kind: SectionCard["kind"];
  readonly at: Place;
  readonly day?: string;
  readonly time?: string;
  readonly speakers: readonly string[];
  /** The report's title, its event where it has none. */
  readonly report?: string;
  readonly private?: true;
  /** The sections in it, where they are grouped by report. */
  readonly children: readonly SessionNode[];
}

/** The view of sessions for one state of the index, one grouping and one filter. Groups are made once. */
export class SessionView {
  private readonly words: readonly string[];
  private members: Map<string, Members> | undefined;

  constructor(
    private readonly index: ReportIndex,
    private readonly by: SessionGrouping,
    filter = "",
  ) {
    this.words = folded(filter)
      .split(/\s+/)
      .filter((word) => word !== "");
  }

  /** The groups in their order; of some reports only where they are grouped by report. */
  groups(uris?: readonly string[]): SessionGroup[] {
    if (this.by !== "report")
      return [...this.grouped().values()]
        .sort((a, b) => compare(a.order, b.order))
        .map(({ group, sections }) => ({ ...group, count: sections.length }));
    const reports: readonly IndexedReport[] = uris
      ? uris.flatMap((uri) => {
          const card = this.index.card(uri);
          return card ? [{ uri, card }] : [];
        })
      : this.index.reports();
    return reports
      .map((report) => ({ ...reportGroup(report), count: this.matching(report.card).length }))
      .filter(({ count }) => this.words.length === 0 || count > 0)
      .sort(byEvent);
  }

  /** What is in a group, nested where it is a report; of a group across reports the first ones, at most `limit`. */
  sessions(group: string, limit = Number.POSITIVE_INFINITY): SessionNode[] {
    if (this.by !== "report")
      return (this.grouped().get(group)?.sections ?? []).slice(0, limit).map(({ uri, card, index }) => ({
        ...node(uri, card, index, keysOf(uri, card)[index]!),
        key: `${group}>${keysOf(uri, card)[index]!}`,
      }));
    const card = this.index.card(group);
    return card ? this.tree(group, card) : [];
  }

  /** The keys from the group to the innermost section on a line, 0-based; undefined where the view does not have it. */
  at(uri: string, line: number): { readonly group: string; readonly path: readonly string[] } | undefined {
    const card = this.index.card(uri);
    const index = card
      ? card.sections.findLastIndex((one) => one.at.line <= line && line <= one.lastLine)
      : -1;
    if (!card || index < 0) return undefined;
    const keys = keysOf(uri, card);
    if (this.by === "report") {
      const shown = this.shown(card);
      const path: string[] = [];
      for (let at = index; at >= 0; at = card.sections[at]!.parent)
        if (shown.has(at)) path.unshift(keys[at]!);
      return path.length > 0 ? { group: uri, path } : undefined;
    }
    for (const [group, { sections }] of this.grouped())
      if (sections.some((one) => one.uri === uri && one.index === index))
        return { group, path: [`${group}>${keys[index]!}`] };
    return undefined;
  }

  private tree(uri: string, card: ReportCard): SessionNode[] {
    const keys = keysOf(uri, card);
    const shown = this.shown(card);
    const top: SessionNode[] = [];
    const children = card.sections.map((): SessionNode[] => []);
    card.sections.forEach(({ parent }, index) => {
      if (!shown.has(index)) return;
      const own = { ...node(uri, card, index, keys[index]!), children: children[index]! };
      (parent < 0 ? top : children[parent]!).push(own);
    });
    return top;
  }

  /** The sections that match and those that hold them. */
  private shown(card: ReportCard): Set<number> {
    const shown = new Set<number>();
    for (const found of this.matching(card))
      for (let at = found; at >= 0 && !shown.has(at); at = card.sections[at]!.parent) shown.add(at);
    return shown;
  }

  private matching(card: ReportCard): number[] {
    const all = card.sections.map((_, index) => index);
    if (this.words.length === 0) return all;
    const about = `${card.title ?? ""} ${card.event ?? ""}`;
    return all.filter((index) => {
      const words = folded(`${card.sections[index]!.title} ${speakersOf(card, index).join(" ")} ${about}`);
      return this.words.every((word) => words.includes(word));
    });
  }

  private grouped(): Map<string, Members> {
    if (this.members) return this.members;
    const members = new Map<string, Members>();
    for (const { uri, card } of this.index.reports())
      for (const index of this.matching(card)) {
        if (card.sections[index]!.kind === "group") continue;
        for (const { group, order } of this.groupsOf(card, index)) {
          const known = members.get(group.key);
          if (known) known.sections.push({ uri, card, index });
          else members.set(group.key, { group, order, sections: [{ uri, card, index }] });
        }
      }
    this.members = members;
    return members;
  }

  private groupsOf(card: ReportCard, index: number): Ordered[] {
    const section = card.sections[index]!;
    if (this.by === "kind") {
      const { kind } = section;
      return [{ group: { key: kind, name: kind }, order: String.fromCharCode(KINDS.indexOf(kind)) }];
    }
    if (this.by === "day") return [dayGroup(section.day, card)];
    const names = speakersOf(card, index);
    if (names.length === 0) return [NOBODY];
    const groups = names.map((name): Ordered => {
      const person = this.index.person(name);
      const key = person?.key ?? nameKey(name);
      return { group: { key: `p:${key}`, name: person?.name ?? name }, order: key };
    });
    return groups.filter(({ group }, at) => groups.findIndex((one) => one.group.key === group.key) === at);
  }
}

interface Ordered {
  readonly group: Group;
  /** Groups come in the order of these. */
  readonly order: string;
}

interface Members extends Ordered {
  readonly sections: { readonly uri: string; readonly card: ReportCard; readonly index: number }[];
}

/** Behind all that have a name. */
const LAST = "\uffff";
const NOBODY: Ordered = { group: { key: "" }, order: LAST };

/** Days with a date come the latest first, then those of events without dates. An event of one day needs no day said. */
function dayGroup(said: string | undefined, { dates, event, title }: ReportCard): Ordered {
  const day = said ?? (dates && dates.start === dates.end ? dates.start : undefined);
  if (day === undefined) return { group: { key: "" }, order: LAST };
  const date = dateOf(day, dates);
  if (date !== undefined)
    return {
      group: { key: date, name: date },
      order: date.replace(/\d/g, (digit) => String(9 - Number(digit))),
    };
  const about = event ?? title;
  const key = `${about ?? ""}|${day}`;
  return { group: { key, name: day, ...(about === undefined ? {} : { event: about }) }, order: `~${key}` };
}

/** A section of a card as the view shows it. */
export function node(uri: string, card: ReportCard, index: number, key: string): SessionNode {
  const { title, kind, at, day, time, private: hidden } = card.sections[index]!;
  const report = card.title ?? card.event;
  return {
    key,
    uri,
    title,
    kind,
    at,
    ...(day === undefined ? {} : { day }),
    ...(time === undefined ? {} : { time }),
    speakers: speakersOf(card, index),
    ...(report === undefined ? {} : { report }),
    ...(hidden ? { private: true } : {}),
    children: [],
  };
}

/** The names of those who speak in a section, given its number in the card. */
export function speakersOf({ sections, mentions }: ReportCard, index: number): string[] {
  return sections[index]!.speakers.flatMap((at) => mentions[at]?.name ?? []);
}

/** A key for each section that stays the same while others come, go and move. */
export function keysOf(uri: string, { sections }: ReportCard): string[] {
  const occurrences = new Occurrences();
  return sections.map(({ title }) => occurrences.key(uri, title));
}
