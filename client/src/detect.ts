import { Disposable, type LogOutputChannel, Range, type TextDocument, workspace } from "vscode";
import { makeReport, reportSchemes } from "./language.js";
import { saysTripReport } from "./says-trip-report.js";

/** Front matter is looked for in this many lines from the top. */
const headLines = 400;

/**
 * Switches Markdown documents whose front matter says `type: trip-report` to the language, now and as they are
 * opened, until disposed. Whoever switches such a document back to Markdown is not overruled again in this window.
 */
export function detectReports(log: LogOutputChannel): Disposable {
  const open = new Set<string>();
  const declined = new Set<string>();

  const onOpen = (document: TextDocument): void => {
    const key = document.uri.toString();
    // A change of language closes and opens a document that stays open: somebody's decision, not an opening.
    if (open.has(key)) {
      if (document.languageId === "markdown") declined.add(key);
      else declined.delete(key);
      return;
    }
    open.add(key);
    if (declined.has(key) || !isUndeclaredReport(document)) return;
    makeReport(document).catch((error: unknown) => log.error("Could not switch the language", String(error)));
  };

  const onClose = (document: TextDocument): void => {
    if (document.isClosed) open.delete(document.uri.toString());
  };

  workspace.textDocuments.forEach(onOpen);
  return Disposable.from(workspace.onDidOpenTextDocument(onOpen), workspace.onDidCloseTextDocument(onClose));
}

function isUndeclaredReport(document: TextDocument): boolean {
  return (
    document.languageId === "markdown" &&
    reportSchemes.includes(document.uri.scheme) &&
    workspace.getConfiguration("tripReport", document).get("detectFrontMatter", true) &&
    saysTripReport(document.getText(new Range(0, 0, headLines, 0)))
  );
}
