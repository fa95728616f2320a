import { type Connection, FileChangeType } from "vscode-languageserver";
import { CONFIG_NAMES } from "../config.js";
import type { ClosedReports } from "../workspace/closed-reports.js";
import type { KnownReports } from "../workspace/known-reports.js";
import type { ReportStore } from "../workspace/report-store.js";
import type { SettingsStore } from "../workspace/settings-store.js";
import { canonicalUri } from "../workspace/uris.js";
import { applyChanges, formatOfDocument } from "./from-protocol.js";
import type { Listeners } from "./listeners.js";
import type { Rest } from "./rest.js";
import type { Turns } from "./turns.js";
import type { Typing } from "./typing.js";

/** A file that is another one than before, or gone. */
export interface FileChange {
  readonly uri: string;
  readonly gone: boolean;
}

/** What follows the documents and files that the client tells of. */
interface Receivers {
  readonly store: ReportStore;
  readonly settings: SettingsStore;
  readonly closed: ClosedReports;
  readonly known: KnownReports;
  /** The languages of the open documents by their URIs. */
  readonly languages: Map<string, string>;
  readonly rest: Rest;
  readonly typing: Typing;
  readonly turns: Turns;
  readonly changed: Listeners<string>;
  readonly settingsChanged: Listeners<void>;
  readonly filesChanged: Listeners<readonly FileChange[]>;
}

/** Takes what the client tells of its documents and of files. */
export function receive(connection: Connection, to: Receivers): void {
  connection.onDidOpenTextDocument(({ textDocument: { uri, version, text, languageId } }) => {
    to.rest.arrive();
    to.languages.set(uri, languageId);
    to.store.open(uri, version, text, formatOfDocument(uri, languageId));
    to.changed.call(uri);
  });
  connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
    to.turns.arrive();
    to.typing.edited();
    to.rest.arrive();
    to.store.change(uri, version, (text) => applyChanges(text, contentChanges));
    to.changed.call(uri);
  });
  connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
    to.languages.delete(uri);
    to.known.forget(uri);
    to.store.close(uri);
    to.changed.call(uri);
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    if (changes.some(({ uri }) => CONFIG_NAMES.some((name) => uri.endsWith(`/${name}`)))) {
      to.settings.forget();
      to.closed.forget();
      to.settingsChanged.call();
    }
    const gone = FileChangeType.Deleted;
    to.filesChanged.call(changes.map(({ uri, type }) => ({ uri: canonicalUri(uri), gone: type === gone })));
  });
}
