import { l10n, Range, TabInputText, type TextDocument, Uri, WorkspaceEdit, window, workspace } from "vscode";
import {
  EDIT_REQUEST,
  type EditAnswer,
  type EditCommandName,
  type EditParams,
  type TextPlace,
  type TextRange,
} from "../../../server/src/lsp/protocol.js";
import type { Given } from "../apply-edits.js";
import type { ReportServer } from "../client.js";
import { isReport, makeReport } from "../language.js";
import { toRange } from "../ranges.js";

/** Shows a place of a report and selects it, or puts the cursor where it begins. Answers whether there is such a report; else the user is told. */
export async function showPlace(uri: string, range: TextRange, select = false): Promise<boolean> {
  const whole = toRange(range);
  const selection = select ? whole : new Range(whole.start, whole.start);
  // Opened by the editor itself: what an extension opens stays open for minutes after its tab was closed.
  const shown = await orTell(() => window.showTextDocument(Uri.parse(uri), { selection }));
  if (!shown || isReport(shown.document)) return shown !== undefined;
  await makeReport(shown.document);
  return (await orTell(() => window.showTextDocument(Uri.parse(uri), { selection }))) !== undefined;
}

/** A report that may be on disk only; undefined, and the user is told, where there is none any more. */
async function openReport(uri: string): Promise<TextDocument | undefined> {
  const document = await orTell(() => workspace.openTextDocument(Uri.parse(uri)));
  if (!document || isReport(document)) return document;
  await makeReport(document);
  return orTell(() => workspace.openTextDocument(document.uri));
}

async function orTell<T>(open: () => Thenable<T>): Promise<T | undefined> {
  try {
    return await open();
  } catch {
    void window.showInformationMessage(
      l10n.t("This report cannot be opened: it may have been moved or deleted."),
    );
    return undefined;
  }
}

/**
 * Makes a change that the server works out at a place of a report. A report that is not open in a tab is saved
 * afterwards; in one that is, the change can be undone and waits to be saved. Answers whether it was made; the user is
 * told why it was not.
 */
export async function changeReport(
  server: ReportServer,
  uri: string,
  command: EditCommandName,
  at: TextPlace,
  given: Given = {},
): Promise<boolean> {
  const document = await openReport(uri);
  if (!document) return false;
  const save = !document.isDirty && !isInTab(document.uri);
  const params: EditParams = {
    uri: document.uri.toString(),
    version: document.version,
    command,
    selections: [{ start: at, end: at }],
    arguments: given,
  };
  const answer = await server.request<EditAnswer>(EDIT_REQUEST, params);
  if (answer?.kind !== "edits") {
    const reason = answer?.kind === "refused" ? answer.reason : l10n.t("This is no longer in the report.");
    void window.showInformationMessage(reason);
    return false;
  }
  if (document.version !== answer.version) {
    void window.showInformationMessage(l10n.t("The report changed meanwhile: try again."));
    return false;
  }
  const edit = new WorkspaceEdit();
  for (const { range, newText } of answer.edits) edit.replace(document.uri, toRange(range), newText);
  const done = await workspace.applyEdit(edit);
  return done && (!save || (await document.save()));
}

function isInTab(uri: Uri): boolean {
  return window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) => input instanceof TabInputText && input.uri.toString() === uri.toString()),
  );
}
