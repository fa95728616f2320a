import { type CodeAction, CodeActionKind, type WorkspaceEdit } from "vscode-languageserver";
import { diagnostics } from "../../features/diagnostics.js";
import type { Fix } from "../../rules/rule.js";
import type { Feature, OpenReport } from "../feature.js";
import { fromPosition } from "../from-protocol.js";
import { toDiagnostic, toTextEdit } from "../to-protocol.js";

/** The fixes of the findings at the cursor or in the selection. */
export const codeActions: Feature = ({ connection, answer, docs }) => {
  connection.onCodeAction(({ textDocument: { uri }, range, context: { only } }) =>
    answer<CodeAction[]>("code actions", uri, [], (report) => {
      const wanted =
        !only || only.some((kind) => kind === CodeActionKind.Empty || kind === CodeActionKind.QuickFix);
      if (!wanted) return [];
      const from = fromPosition(report.text, range.start);
      const to = fromPosition(report.text, range.end);
      return diagnostics(report.analysis, { config: report.config })
        .filter((found) => found.from <= to && from <= found.to)
        .flatMap((found) =>
          (found.fixes ?? []).map((fix) => ({
            title: fix.title,
            kind: CodeActionKind.QuickFix,
            diagnostics: [toDiagnostic(report, found, docs)],
            ...(fix.preferred ? { isPreferred: true } : {}),
            edit: toWorkspaceEdit(report, fix),
          })),
        );
    }),
  );
  return { codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] } };
};

/** The fix as an edit of this very version: a client refuses it when the document went on meanwhile. */
function toWorkspaceEdit({ uri, version, text }: OpenReport, { edits }: Fix): WorkspaceEdit {
  return {
    documentChanges: [{ textDocument: { uri, version }, edits: edits.map((edit) => toTextEdit(text, edit)) }],
  };
}
