import { order as compare } from "../../index/person.js";
import type { IndexedReport } from "../../index/report-index.js";

/** What a group of a view stands for; without a name where what is in it has none. */
export interface Group {
  /** What tells it from the others; the same as long as it stands for the same. */
  readonly key: string;
  readonly name?: string;
  /** The report it is, where it is one. */
  readonly uri?: string;
  readonly event?: string;
  /** First day of the event, ISO 8601. */
  readonly start?: string;
}

/** A report as a group; its URI is its key. */
export function reportGroup({ uri, card }: IndexedReport): Group {
  const name = card.title ?? card.event;
  return {
    key: uri,
    uri,
    ...(name === undefined ? {} : { name }),
    ...(card.event === undefined || card.event === name ? {} : { event: card.event }),
    ...(card.dates ? { start: card.dates.start } : {}),
  };
}

/** Reports by their event, the latest first; those without dates behind, by their names. */
export function byEvent(a: Group, b: Group): number {
  return (
    compare(b.start ?? "", a.start ?? "") ||
    compare(a.name ?? "", b.name ?? "") ||
    compare(a.uri ?? a.key, b.uri ?? b.key)
  );
}

/** Keys for things that may be the same: each gets a number among those that are. */
export class Occurrences {
  private readonly counts = new Map<string, number>();

  key(uri: string, what: string): string {
    const count = (this.counts.get(what) ?? 0) + 1;
    this.counts.set(what, count);
    return `${uri}#${count}:${what}`;
  }
}
