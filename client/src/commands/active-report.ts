import { l10n, type TextDocument, window } from "vscode";
import { isReport } from "../language.js";

/** The report in the active editor; without one the user is told and there is none. */
export async function activeReport(): Promise<TextDocument | undefined> {
  const document = window.activeTextEditor?.document;
  if (document && isReport(document)) return document;
  await window.showInformationMessage(l10n.t("Open a trip report first."));
  return undefined;
}
