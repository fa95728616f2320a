import {
  type ClientCapabilities,
  type CodeAction,
  LSPErrorCodes,
  ResponseError,
  type WorkspaceEdit,
} from "vscode-languageserver";
import type { Edits } from "../../features/edit-result.js";
import type { Refactoring } from "../../features/refactor/refactoring.js";
import { l10n, type Say } from "../../text/message.js";
import type { Span } from "../../text/span.js";
import type { OpenReport } from "../feature.js";
import { toTextEdit } from "../to-protocol.js";
import { fitting } from "../workspace-edits.js";
import { editInput } from "./edits.js";

/** Loaded with the first question. */
const loadRefactorings = async () => (await import("../../features/refactor/index.js")).refactorings;

/** What a refactoring needs to be worked out when it is taken. */
export interface RefactoringData extends Span {
  readonly uri: string;
  readonly version: number;
  readonly refactoring: string;
  readonly argument?: number;
}

/** Whether what a client sends back with an action is what was sent with it. */
export function isRefactoringData(data: unknown): data is RefactoringData {
  return typeof data === "object" && data !== null && "refactoring" in data;
}

/** The refactorings at a selection; their edits are worked out at once only for clients that do not ask for them later. */
export async function refactorActions(
  report: OpenReport,
  span: Span,
  client: ClientCapabilities,
  say: Say,
  wants: (kind: string) => boolean,
): Promise<CodeAction[]> {
  const input = editInput(report);
  return (await loadRefactorings())
    .filter(({ kind }) => wants(kind) && (kind !== "refactor.extract" || createsFiles(report, client)))
    .flatMap((refactoring) =>
      refactoring.offers(input, span).flatMap(({ title, argument }): CodeAction[] => {
        const action = { title: say(title), kind: refactoring.kind };
        const data: RefactoringData = {
          uri: report.uri,
          version: report.version,
          refactoring: refactoring.id,
          ...span,
          ...(argument === undefined ? {} : { argument }),
        };
        if (resolvesLater(client)) return [{ ...action, data }];
        const result = refactoring.apply(input, span, argument);
        const edit = result.kind === "edits" ? fitting(client, workspaceEdit(report, result)) : undefined;
        return edit ? [{ ...action, edit }] : [];
      }),
    );
}

/** The action with its edit. @throws ResponseError where the report went on, or the refactoring is refused, with its reason. */
export async function resolved(
  action: CodeAction,
  report: OpenReport | undefined,
  data: RefactoringData,
  client: ClientCapabilities,
  say: Say,
): Promise<CodeAction> {
  if (!report || report.version !== data.version)
    throw new ResponseError(
      LSPErrorCodes.ContentModified,
      say(l10n.t("The report changed meanwhile: try again.")),
    );
  const refactorings: readonly Refactoring[] = await loadRefactorings();
  const refactoring = refactorings.find(({ id }) => id === data.refactoring);
  const result = refactoring?.apply(editInput(report), { from: data.from, to: data.to }, data.argument);
  const edit = result?.kind === "edits" ? fitting(client, workspaceEdit(report, result)) : undefined;
  if (edit) return { ...action, edit };
  const reason = result?.kind === "refused" ? result.reason : l10n.t("This cannot be done here.");
  throw new ResponseError(LSPErrorCodes.RequestFailed, say(reason));
}

function resolvesLater({ textDocument }: ClientCapabilities): boolean {
  return textDocument?.codeAction?.resolveSupport?.properties.includes("edit") === true;
}

function createsFiles({ uri }: OpenReport, { workspace }: ClientCapabilities): boolean {
  const { resourceOperations = [], documentChanges } = workspace?.workspaceEdit ?? {};
  return documentChanges === true && resourceOperations.includes("create") && !uri.startsWith("untitled:");
}

/** Edits of this very version, and the new file beside the report; a file that is there already is never written over. */
function workspaceEdit({ uri, version, text }: OpenReport, { edits, newFile }: Edits): WorkspaceEdit {
  const change = { textDocument: { uri, version }, edits: edits.map((edit) => toTextEdit(text, edit)) };
  if (!newFile) return { documentChanges: [change] };
  const created = `${uri.slice(0, uri.lastIndexOf("/") + 1)}${encodeURIComponent(newFile.name)}`;
  const start = { line: 0, character: 0 };
  const content = { range: { start, end: start }, newText: newFile.text };
  return {
    documentChanges: [
      { kind: "create", uri: created, options: { overwrite: false, ignoreIfExists: false } },
      { textDocument: { uri: created, version: null }, edits: [content] },
      change,
    ],
  };
}
