import { makeCard } from "../index/make-card.js";
import { ReportIndex } from "../index/report-index.js";
import { VERSION } from "../version.js";
import type { CardMaker } from "../workspace/card-maker.js";
import type { ClosedReports } from "../workspace/closed-reports.js";
import { IndexCache, type IndexFile } from "../workspace/index-cache.js";
import { Indexer } from "../workspace/indexer.js";
import type { SettingsStore } from "../workspace/settings-store.js";
import { canonicalUri } from "../workspace/uris.js";
import type { OpenReport } from "./feature.js";
import type { Rest } from "./rest.js";
import type { Pause } from "./turns.js";

/** What the index of a server is made of. */
export interface WorkspaceIndexParts {
  readonly settings: SettingsStore;
  readonly closed: ClosedReports | undefined;
  /** Where the cache is kept; absent where there is none. */
  readonly cache: IndexFile | undefined;
  readonly cards: CardMaker;
  folders(): readonly string[];
  /** The open documents, as the client spells their URIs. */
  opened(): Iterable<string>;
  report(uri: string): Promise<OpenReport | undefined>;
  /** Gives a turn to everything that waits. */
  readonly pause: Pause;
  /** When the index has its turn unasked. */
  readonly rest: Rest;
  log(message: string): void;
}

/** The index of a workspace and what keeps it current. Nothing is looked at before the first `relist`. */
export function workspaceIndex(parts: WorkspaceIndexParts): Indexer {
  const { settings, closed, cache, cards, folders, report, log } = parts;
  const spelt = (uri: string) => {
    for (const own of parts.opened()) if (own === uri || canonicalUri(own) === uri) return own;
    return undefined;
  };
  return new Indexer({
    index: new ReportIndex(),
    settings,
    closed,
    cache: cache && new IndexCache(cache, [...folders()].sort().join("\n"), VERSION),
    folders,
    opened: () => [...parts.opened()].map(canonicalUri),
    open: async (uri) => {
      const own = spelt(uri);
      if (own === undefined) return undefined;
      const found = await report(own);
      return { card: found && makeCard(found.analysis, found.terms) };
    },
    cards,
    pause: parts.pause,
    now: () => performance.now(),
    rest: (ms) => parts.rest.of(ms),
    log,
  });
}
