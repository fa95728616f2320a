import type { ReportCard } from "../../index/card.js";
import type { ReportIndex } from "../../index/report-index.js";
import { Names, Query, search } from "../../index/search.js";
import { keysOf, node, type SessionNode, speakersOf } from "./sessions.js";

/** Finds sections of all reports by their titles, speakers, events and reports. What a report holds is made ready once. */
export class SessionFinder {
  private readonly ready = new WeakMap<ReportCard, SessionNames>();

  /** The sections in which all parts of the query are found, the best first; an empty query finds all. */
  find(index: ReportIndex, query: string, limit: number): SessionNode[] {
    const reports = index.reports().map(({ uri, card }) => this.names(uri, card));
    return search(new Query(query), reports, limit);
  }

  private names(uri: string, card: ReportCard): SessionNames {
    const known = this.ready.get(card);
    if (known) return known;
    const made = new SessionNames(uri, card);
    this.ready.set(card, made);
    return made;
  }
}

/** The sections of a report by name. */
class SessionNames extends Names<SessionNode> {
  constructor(
    private readonly uri: string,
    private readonly card: ReportCard,
  ) {
    super();
  }

  get size(): number {
    return this.card.sections.length;
  }

  name(at: number): string {
    return this.card.sections[at]!.title;
  }

  override more(at: number): string {
    const about = [this.card.event, this.card.title].filter((text) => text !== undefined);
    return [...speakersOf(this.card, at), ...about].join(" ");
  }

  found(at: number): SessionNode {
    const { uri, card } = this;
    return node(uri, card, at, keysOf(uri, card)[at]!);
  }
}
