import { DocumentDiagnosticReportKind, type WorkspaceDocumentDiagnosticReport } from "vscode-languageserver";
import type { FileOnDisk } from "../../workspace/closed-reports.js";
import type { FeatureContext } from "../feature.js";
import { toPlacedDiagnostic } from "../to-protocol.js";
import { refuseCancelled } from "../turns.js";

/**
 * The problems of reports that nobody has open. Those of open ones the client asks for by itself. `generation` is another
 * whenever what was told may hold no more though the file is the same.
 */
export function pullWorkspace(context: FeatureContext, generation: () => number): void {
  const { connection, closed, folders, store, settings, findings, docs, say } = context;
  const { index, indexer, answerAll, onDidChange } = context;
  // A client shows what it asked for last of an open document until an answer for the closed one replaces it. One that
  // never asks about the workspace does not, and would have us remember every document that it ever closed.
  const shut = new Set<string>();
  let asked = false;
  onDidChange((uri) => {
    if (store.get(uri)) shut.delete(uri);
    else if (asked) shut.add(uri);
  });
  connection.languages.diagnostics.onWorkspace(({ previousResultIds }, token) =>
    answerAll("workspace diagnostics", async () => {
      asked = true;
      const before = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
      // Names in comments do not count in other reports.
      await indexer.known();
      const about = ({ uri, stamp }: FileOnDisk) => ({
        uri,
        version: null,
        resultId: `${generation()}.${stamp}`,
      });
      const files = await closed.candidates(folders(), (uri) => store.get(uri) !== undefined);
      const found = new Map<string, WorkspaceDocumentDiagnosticReport>();
      await findings.each(files, async ({ file, known }, find) => {
        refuseCancelled(token);
        const { uri } = file;
        const told = about(file);
        if (known && before.get(uri) === told.resultId) {
          found.set(uri, { kind: DocumentDiagnosticReportKind.Unchanged, ...told });
          return;
        }
        const named = (index.card(uri)?.mentions ?? []).filter(({ section }) => section >= 0);
        const likely = named.map(({ name }) => name);
        const all = await find(file, await settings.for(uri), index.names(), likely);
        closed.note(file, all !== undefined);
        if (!all) return;
        const items = all.map((one) => toPlacedDiagnostic(uri, one, docs, say));
        found.set(uri, { kind: DocumentDiagnosticReportKind.Full, ...told, items });
      });
      const items = files.flatMap(({ file: { uri } }) => found.get(uri) ?? []);
      for (const uri of found.keys()) shut.delete(uri);
      // What was there and is no more, or was opened meanwhile, is taken back.
      for (const uri of new Set([...before.keys(), ...shut]))
        if (!found.has(uri) && !store.get(uri)) {
          items.push({ kind: DocumentDiagnosticReportKind.Full, uri, version: null, items: [] });
          shut.delete(uri);
        }
      return { items };
    }),
  );
}
