import type { ReportCard } from "../../index/card.js";
import type { ReportIndex } from "../../index/report-index.js";
import { findSymbols, named, type ReportSymbols } from "../../index/symbols.js";
import { keysOf, node, type SessionNode, speakersOf } from "./sessions.js";

/** Finds sections of all reports by their titles, speakers, events and reports. What a report holds is made ready once. */
export class SessionFinder {
  private readonly ready = new WeakMap<ReportCard, ReportSymbols>();

  /** The sections in which all parts of the query are found, the best first; an empty query finds all. */
  find(index: ReportIndex, query: string, limit: number): SessionNode[] {
    const reports = index.reports().map(({ uri, card }) => this.symbols(uri, card));
    return findSymbols(query, reports, () => [], limit).flatMap(({ uri, index: at }) => {
      const card = index.card(uri);
      return card?.sections[at] ? [node(uri, card, at, keysOf(uri, card)[at]!)] : [];
    });
  }

  private symbols(uri: string, card: ReportCard): ReportSymbols {
    const known = this.ready.get(card);
    if (known) return known;
    const about = [card.event, card.title].filter((text) => text !== undefined);
    const made = card.sections.flatMap(({ title: name, kind, at }, index) =>
      name === ""
        ? []
        : [
            named(
              { what: "session", name, kind, index, uri, at },
              [...speakersOf(card, index), ...about].join(" "),
            ),
          ],
    );
    this.ready.set(card, made);
    return made;
  }
}
