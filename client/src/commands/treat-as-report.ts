import { l10n, window } from "vscode";
import { makeReport } from "../language.js";

/** Makes the document in the active editor a trip report, whatever its name: raw notes in a text file too. */
export function treatAsReport(): () => Promise<void> {
  return async () => {
    const document = window.activeTextEditor?.document;
    if (document) await makeReport(document);
    else await window.showInformationMessage(l10n.t("Open the file that is a trip report first."));
  };
}
