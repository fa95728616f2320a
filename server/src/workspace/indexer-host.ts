import type { ReportCard } from "../index/card.js";
import type { ReportIndex } from "../index/report-index.js";
import type { CardMaker } from "./card-maker.js";
import type { ClosedReports } from "./closed-reports.js";
import type { IndexCache } from "./index-cache.js";
import type { SettingsStore } from "./settings-store.js";

/** The open document at a URI: its card, or that it is no report. */
export type OpenState = { readonly card: ReportCard | undefined };

/** What keeping an index current needs. */
export interface IndexerHost {
  readonly index: ReportIndex;
  readonly settings: SettingsStore;
  /** The reports on disk; absent where no folder can be looked through. */
  readonly closed: ClosedReports | undefined;
  readonly cache: IndexCache | undefined;
  /** The URIs of the workspace's folders. */
  folders(): readonly string[];
  /** What an open document says; undefined where none is open at the URI, which is canonical. */
  open(uri: string): Promise<OpenState | undefined>;
  /** The canonical URIs of all open documents. */
  opened(): readonly string[];
  readonly cards: CardMaker;
  /** Lets requests that came meanwhile be answered. */
  pause(): Promise<void>;
  /** Milliseconds of a clock that only goes forwards. */
  now(): number;
  /** Resolves when nobody asked for anything or typed for so many milliseconds. Never rejects. */
  rest(ms: number): Promise<void>;
  log(message: string): void;
}

/** How far a run through the files is. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}
