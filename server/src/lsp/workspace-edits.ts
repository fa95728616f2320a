import type { ClientCapabilities, TextEdit, WorkspaceEdit } from "vscode-languageserver";

/** An edit in the form that the client knows; undefined where it knows none. */
export function fitting({ workspace }: ClientCapabilities, edit: WorkspaceEdit): WorkspaceEdit | undefined {
  const { documentChanges, resourceOperations = [] } = workspace?.workspaceEdit ?? {};
  if (!documentChanges) return plainEdit(edit);
  const known = edit.documentChanges?.every(
    (change) => "edits" in change || resourceOperations.includes(change.kind),
  );
  return known === false ? undefined : edit;
}

/** An edit for clients that know no other form; undefined if it creates, moves or deletes files, which they cannot. */
function plainEdit({ documentChanges = [] }: WorkspaceEdit): WorkspaceEdit | undefined {
  const changes: Record<string, TextEdit[]> = {};
  for (const change of documentChanges) {
    if (!("edits" in change)) return undefined;
    changes[change.textDocument.uri] = change.edits.filter((edit): edit is TextEdit => "newText" in edit);
  }
  return { changes };
}
