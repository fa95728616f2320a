import type { ClientCapabilities, Connection, ServerCapabilities } from "vscode-languageserver";
import type { Config } from "../config.js";
import type { OpenDocument, ReportStore } from "../workspace/report-store.js";

/** What a feature of the server works with. */
export interface FeatureContext {
  readonly connection: Connection;
  readonly client: ClientCapabilities;
  readonly store: ReportStore;
  readonly config: Config;
  /** The open document at `uri` if it is a report; other documents get no answers. */
  report(uri: string): OpenDocument | undefined;
  /** Runs `work`; a crash is logged and becomes the request's error, never the server's end. */
  guarded<T>(name: string, work: () => T): T;
  /** Has `listener` called after each change, opening or closing of a document. */
  onDidChange(listener: (uri: string) => void): void;
}

/** One thing the server can do: its capability and its handlers, declared together so that they cannot drift. */
export type Feature = (context: FeatureContext) => ServerCapabilities;
