import type { RenameFile, TextDocumentEdit, TextEdit, WorkspaceEdit } from "vscode-languageserver";
import { URI } from "vscode-uri";
import type { LinkWorkspace } from "./link-workspace.js";

/** One step of an edit of the workspace. */
export type Change =
  | ({ readonly kind: "text"; readonly uri: string } & TextEdit)
  | { readonly kind: "move"; readonly uri: string; readonly newUri: string };

/** The steps of an edit that the library made, in its order. */
export function changesOf({ documentChanges }: WorkspaceEdit): Change[] {
  return (documentChanges ?? []).flatMap((change): Change[] => {
    if ("edits" in change)
      return change.edits.flatMap((edit): Change[] =>
        "newText" in edit
          ? [{ kind: "text", uri: change.textDocument.uri, range: edit.range, newText: edit.newText }]
          : [],
      );
    if (change.kind !== "rename") return [];
    return [{ kind: "move", uri: change.oldUri, newUri: change.newUri }];
  });
}

/**
 * The edit that makes these steps, in the places of the files. Open documents are named with the version that was
 * read. Files stay within the workspace: undefined where one would leave it.
 */
export function editOf(changes: readonly Change[], workspace: LinkWorkspace): WorkspaceEdit | undefined {
  const texts = new Map<string, Map<string, TextEdit>>();
  const moves: RenameFile[] = [];
  for (const change of changes) {
    if (change.kind === "move") {
      if (![change.uri, change.newUri].every((uri) => workspace.holds(URI.parse(uri)))) return undefined;
      moves.push({ kind: "rename", oldUri: change.uri, newUri: change.newUri });
      continue;
    }
    const document = workspace.document(change.uri);
    // The library also writes what is there already.
    if (!document || document.getText(change.range) === change.newText) continue;
    const edit = { range: document.actual(change.range), newText: change.newText };
    const edits = texts.get(change.uri) ?? new Map<string, TextEdit>();
    // Several moves may ask for the same edit.
    edits.set(JSON.stringify(edit.range), edit);
    texts.set(change.uri, edits);
  }
  const documents = [...texts].map(
    ([uri, edits]): TextDocumentEdit => ({
      textDocument: { uri, version: workspace.versionOf(uri) },
      edits: [...edits.values()],
    }),
  );
  return { documentChanges: [...documents, ...moves] };
}

/** An edit for clients that know no other form; undefined if it moves files, which they cannot. */
export function plainEdit({ documentChanges = [] }: WorkspaceEdit): WorkspaceEdit | undefined {
  const changes: Record<string, TextEdit[]> = {};
  for (const change of documentChanges) {
    if (!("edits" in change)) return undefined;
    changes[change.textDocument.uri] = change.edits.filter((edit): edit is TextEdit => "newText" in edit);
  }
  return { changes };
}
