import {
  type AnnotatedTextEdit,
  LSPErrorCodes,
  type TextEdit as LspTextEdit,
  type PrepareRenameResult,
  ResponseError,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from "vscode-languageserver";
import { nameProblem, renameEdits } from "../../features/rename-speaker.js";
import { l10n } from "../../text/message.js";
import type { Feature, FeatureContext } from "../feature.js";
import { toRange, toTextEdit } from "../to-protocol.js";
import { fitting } from "../workspace-edits.js";
import { linkPrepareRename, linkRename } from "./links.js";
import { type PointedPerson, pointedPerson, reportsNaming } from "./speakers.js";

/** The annotation of edits in other reports: a client that can shows them before they are made. */
const ELSEWHERE = "other-reports";

/** Gives a speaker another name in all reports, or a heading, link definition or file with all links to it. */
export const rename: Feature = (context) => {
  const { connection, answerAll } = context;
  connection.onPrepareRename(({ textDocument: { uri }, position }, token) =>
    answerAll<PrepareRenameResult | null>("prepare rename", async () => {
      const pointed = await pointedPerson(context, uri, position);
      if (!pointed) return (await linkPrepareRename(context, uri, position, token)) ?? null;
      const { report, span } = pointed;
      const placeholder = report.text.content.slice(span.from, span.to);
      return { range: toRange(report.text, span), placeholder };
    }),
  );
  connection.onRenameRequest(({ textDocument: { uri }, position, newName }, token) =>
    answerAll<WorkspaceEdit | null>("rename", async () => {
      const pointed = await pointedPerson(context, uri, position);
      if (!pointed) return (await linkRename(context, uri, position, newName, token)) ?? null;
      const name = newName.normalize("NFC").trim().replace(/ {2,}/g, " ");
      const problem = nameProblem(name);
      if (problem !== undefined) throw new ResponseError(LSPErrorCodes.RequestFailed, context.say(problem));
      const { key } = pointed.span;
      const index = await context.indexer.complete();
      const changes: TextDocumentEdit[] = [];
      for await (const { uri, version, analysis } of reportsNaming(context, [key], token)) {
        const edits = renameEdits(analysis, key, name, (other) => index.identity(other));
        if (edits.length > 0)
          changes.push({
            textDocument: { uri, version },
            edits: edits.map((edit) => toTextEdit(analysis.text, edit)),
          });
      }
      return workspaceEdit(context, changes, pointed);
    }),
  );
};

function workspaceEdit(
  { client, say }: FeatureContext,
  changes: readonly TextDocumentEdit[],
  { report }: PointedPerson,
): WorkspaceEdit | null {
  const { documentChanges, changeAnnotationSupport } = client.workspace?.workspaceEdit ?? {};
  const elsewhere = changes.filter(({ textDocument: { uri } }) => uri !== report.uri);
  if (!documentChanges || !changeAnnotationSupport || elsewhere.length === 0)
    return fitting(client, { documentChanges: [...changes] }) ?? null;
  const where =
    elsewhere.length === 1 ? l10n.t("in 1 other report") : l10n.t("in {0} other reports", elsewhere.length);
  return {
    documentChanges: changes.map((change) =>
      change.textDocument.uri === report.uri
        ? change
        : { ...change, edits: (change.edits as LspTextEdit[]).map(annotated) },
    ),
    changeAnnotations: {
      [ELSEWHERE]: { label: say(l10n.t("Rename speaker")), description: say(where), needsConfirmation: true },
    },
  };
}

function annotated(edit: LspTextEdit): AnnotatedTextEdit {
  return { ...edit, annotationId: ELSEWHERE };
}
