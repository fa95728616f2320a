import { type CodeAction, CodeActionKind, type WorkspaceEdit } from "vscode-languageserver";
import { diagnostics } from "../../features/diagnostics.js";
import type { Fix } from "../../rules/rule.js";
import type { OpenDocument } from "../../workspace/report-store.js";
import type { Feature } from "../feature.js";
import { fromPosition } from "../from-protocol.js";
import { toDiagnostic, toTextEdit } from "../to-protocol.js";

/** The fixes of the findings at the cursor or in the selection. */
export const codeActions: Feature = ({ connection, report, guarded, config }) => {
  connection.onCodeAction(({ textDocument, range, context: { only } }) =>
    guarded("code actions", (): CodeAction[] => {
      const document = report(textDocument.uri);
      const wanted =
        !only || only.some((kind) => kind === CodeActionKind.Empty || kind === CodeActionKind.QuickFix);
      if (!document || !wanted) return [];
      const from = fromPosition(document.text, range.start);
      const to = fromPosition(document.text, range.end);
      return diagnostics(document.analysis(), { config })
        .filter((found) => found.from <= to && from <= found.to)
        .flatMap((found) =>
          (found.fixes ?? []).map((fix) => ({
            title: fix.title,
            kind: CodeActionKind.QuickFix,
            diagnostics: [toDiagnostic(document.text, found)],
            ...(fix.preferred ? { isPreferred: true } : {}),
            edit: toWorkspaceEdit(document, fix),
          })),
        );
    }),
  );
  return { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] } };
};

/** The fix as an edit of this very version: a client refuses it when the document went on meanwhile. */
function toWorkspaceEdit({ uri, version, text }: OpenDocument, { edits }: Fix): WorkspaceEdit {
  return {
    documentChanges: [{ textDocument: { uri, version }, edits: edits.map((edit) => toTextEdit(text, edit)) }],
  };
}
