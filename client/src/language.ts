import { languages, type TextDocument } from "vscode";
import { REPORT_LANGUAGE } from "../../server/src/lsp/protocol.js";

/** The kinds of document that people write reports in. The read-only old versions that `git:` shows are not. */
export const reportSchemes: readonly string[] = [
  "file",
  "untitled",
  "vscode-vfs",
  "vscode-test-web",
  "memfs",
];

/** Whether the editor treats a document as a trip report that the server looks after. */
export function isReport(document: TextDocument): boolean {
  return document.languageId === REPORT_LANGUAGE && reportSchemes.includes(document.uri.scheme);
}

/** Makes the editor treat a document as a trip report until it is closed. */
export async function makeReport(document: TextDocument): Promise<void> {
  await languages.setTextDocumentLanguage(document, REPORT_LANGUAGE);
}
