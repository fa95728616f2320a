import { l10n, type TextDocument, TextEdit, WorkspaceEdit, window, workspace } from "vscode";
import type { AgendaEdit, UnreadAgenda, VersionedEdits } from "../../server/src/lsp/protocol.js";
import { toRange } from "./ranges.js";

/** How often the server is asked again where the document went on meanwhile. */
const ATTEMPTS = 3;

/**
 * Asks the server for edits and applies them in one step of undoing. A document that went on meanwhile is asked for
 * again. Answers what else the server said, or how many edits there were.
 */
export async function applyAnswer<T extends UnreadAgenda | { readonly kind: "report" | "refused" }>(
  document: TextDocument,
  ask: () => Promise<T | ({ readonly kind: "edits" } & VersionedEdits)>,
): Promise<T | number> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const answer = await ask();
    if (answer.kind !== "edits") return answer as T;
    const { version, edits } = answer as VersionedEdits;
    if (version !== document.version) continue;
    if (edits.length === 0) return 0;
    if (await workspace.applyEdit(workspaceEdit(document, edits))) return edits.length;
  }
  await window.showWarningMessage(l10n.t("The report changed meanwhile. Try again."));
  return 0;
}

/** The edits of a document as the editor makes them. */
export function workspaceEdit({ uri }: TextDocument, edits: readonly AgendaEdit[]): WorkspaceEdit {
  const edit = new WorkspaceEdit();
  edit.set(
    uri,
    edits.map(({ range, newText }) => new TextEdit(toRange(range), newText)),
  );
  return edit;
}
