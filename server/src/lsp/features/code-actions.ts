import { type ClientCapabilities, type CodeAction, CodeActionKind } from "vscode-languageserver";
import { fixAll, fixesAt } from "../../features/code-actions.js";
import { diagnostics } from "../../features/diagnostics.js";
import { append } from "../../text/append.js";
import type { TextEdit } from "../../text/edit.js";
import { l10n } from "../../text/message.js";
import { FIX_ALL } from "../capabilities.js";
import type { Feature, OpenReport } from "../feature.js";
import { fromPosition } from "../from-protocol.js";
import { toDiagnostic, toTextEdit } from "../to-protocol.js";
import { fitting } from "../workspace-edits.js";
import { isRefactoringData, refactorActions, resolved } from "./refactor-actions.js";

/** The fixes of the findings at the cursor or in the selection, and of all at once; refactorings, resolved when taken. */
export const codeActions: Feature = ({ connection, client, answer, answerAll, report: open, docs, say }) => {
  connection.onCodeAction(({ textDocument: { uri }, range, context: { only } }) =>
    answer<CodeAction[]>("code actions", uri, [], async (report) => {
      const wants = (kind: string) =>
        !only || only.some((wanted) => wanted === "" || kind === wanted || kind.startsWith(`${wanted}.`));
      const found = diagnostics(report.analysis, { config: report.config, terms: report.terms });
      const actions: CodeAction[] = [];
      const span = {
        from: fromPosition(report.text, range.start),
        to: fromPosition(report.text, range.end),
      };
      if (wants(CodeActionKind.QuickFix)) {
        for (const { title, edits, preferred, diagnostic } of fixesAt(
          report.analysis,
          report.config,
          found,
          span,
        ))
          actions.push({
            title: say(title),
            kind: CodeActionKind.QuickFix,
            diagnostics: [toDiagnostic(report, diagnostic, docs, say)],
            ...(preferred ? { isPreferred: true } : {}),
            ...edited(client, report, edits),
          });
      }
      append(actions, await refactorActions(report, span, client, say, wants));
      // Asked for by name only: in the list at the cursor it would be in the way.
      const all = only && wants(FIX_ALL) ? fixAll(found) : [];
      if (all.length > 0)
        actions.push({
          title: say(l10n.t("Fix everything that has one fix")),
          kind: FIX_ALL,
          ...edited(client, report, all),
        });
      return actions;
    }),
  );
  connection.onCodeActionResolve((action) =>
    answerAll("code action", async () => {
      const data: unknown = action.data;
      return isRefactoringData(data) ? resolved(action, await open(data.uri), data, client, say) : action;
    }),
  );
};

/** Edits of this very version where the client can tell versions: it refuses them when the document went on meanwhile. */
function edited(
  client: ClientCapabilities,
  { uri, version, text }: OpenReport,
  edits: readonly TextEdit[],
): Pick<CodeAction, "edit"> {
  const change = { textDocument: { uri, version }, edits: edits.map((edit) => toTextEdit(text, edit)) };
  const edit = fitting(client, { documentChanges: [change] });
  return edit ? { edit } : {};
}
