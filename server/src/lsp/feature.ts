import type { CancellationToken, ClientCapabilities, Connection } from "vscode-languageserver";
import type { Analyser, Analysis } from "../analysis.js";
import type { Config } from "../config.js";
import type { ReportIndex } from "../index/report-index.js";
import type { Terms } from "../report/suspects-terms.js";
import type { Credential } from "../rules/rule.js";
import type { Say } from "../text/message.js";
import type { Text } from "../text/text.js";
import type { ClosedReports } from "../workspace/closed-reports.js";
import type { Indexer } from "../workspace/indexer.js";
import type { ReportStore } from "../workspace/report-store.js";
import type { SettingsStore } from "../workspace/settings-store.js";
import type { ReadTemplates } from "../workspace/templates.js";
import type { FollowedSettings } from "./editor-settings.js";
import type { AgendaAccess } from "./features/agenda.js";
import type { FindAuthor } from "./features/drafts.js";
import type { LinkService } from "./features/link-service.js";
import type { Findings } from "./findings.js";

/** One version of an open report and the configuration that holds for it. */
export interface OpenReport {
  readonly uri: string;
  readonly version: number;
  readonly text: Text;
  readonly analysis: Analysis;
  readonly config: Config;
  /** The configured terms, ready to be searched for. */
  readonly terms: Terms;
  /** What analysed it, for texts made of it. */
  readonly analyser: Analyser;
}

/** What a feature of the server works with. */
export interface FeatureContext {
  readonly connection: Connection;
  readonly client: ClientCapabilities;
  /** Whether the outline is registered, as opposed to said at the start. */
  readonly registersOutline: boolean;
  readonly store: ReportStore;
  readonly settings: SettingsStore;
  /** What the user set about the editor, as opposed to the team's configuration. */
  readonly editorSettings: FollowedSettings;
  /** Says a message in the language that the client asked for; in English to those that ask for none that there is. */
  readonly say: Say;
  /** The URI of the folder with the rules' pages; absent where the server does not know its place. */
  readonly docs: string | undefined;
  /** Works out what is to be told of reports that are not open. */
  readonly findings: Findings;
  /** The reports that are not open, and the workspace's folders. */
  readonly closed: ClosedReports;
  folders(): readonly string[];
  /**
   * What is remembered of each report of the workspace: people, sessions, follow-ups, tags. It answers at once with
   * what is known by now; `indexer` answers it caught up with the open documents, or with all files.
   */
  readonly index: ReportIndex;
  readonly indexer: Indexer;
  /** Answers about links, headings and link definitions, loaded when first asked for; absent where files cannot be looked at. */
  readonly links: (() => Promise<LinkService>) | undefined;
  /** Reads conferences' programmes, loaded when first asked for; absent where that cannot be done. */
  readonly agendas: AgendaAccess | undefined;
  /** Reads the templates of a team. */
  readonly templates: ReadTemplates;
  /** The name that the user goes by; absent where nobody can know it. */
  readonly author: FindAuthor | undefined;
  /** Finds keys, tokens and passwords; absent where the library for it cannot run. */
  readonly credentials: ((text: string) => Promise<readonly Credential[]>) | undefined;
  /** The open document at `uri` if it is a report; other documents get no answers. */
  report(uri: string): Promise<OpenReport | undefined>;
  /**
   * Answers a request about a report by `work`, or by `otherwise` for other documents. A crash is logged and becomes the
   * request's error. A request whose `token` was cancelled while it waited is not worked on.
   */
  answer<T>(
    name: string,
    uri: string,
    otherwise: T,
    work: (report: OpenReport) => T | Promise<T>,
    token?: CancellationToken,
  ): Promise<T>;
  /** Answers a request about the workspace by `work`; what it throws is logged and becomes the request's error. */
  answerAll<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** Has `listener` called once the client is ready for requests. The connection itself keeps one such listener only. */
  onInitialized(listener: () => void): void;
  /** Has `listener` called after each change, opening or closing of a document. */
  onDidChange(listener: (uri: string) => void): void;
  /** Has `listener` called after configurations changed. */
  onDidChangeSettings(listener: () => void): void;
}

/** One thing the server can do: installs its handlers. What it says of itself stands in `capabilities.ts`. */
export type Feature = (context: FeatureContext) => void;
