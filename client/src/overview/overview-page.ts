import { l10n, type Uri, type Webview } from "vscode";
import type { OverviewAnswer } from "../../../server/src/lsp/protocol.js";

/** What an overview shows: one report, or all of them. Kept by the editor until its next start. */
export interface OverviewState {
  /** The report; absent for all. */
  readonly uri?: string;
}

/** The page of an overview. Only our own script and styles are run and applied. */
export function overviewPage(
  webview: Webview,
  media: Uri,
  state: OverviewState,
  answer: OverviewAnswer,
): string {
  const nonce = randomNonce();
  const file = (name: string) =>
    webview.asWebviewUri(media.with({ path: `${media.path}/${name}` })).toString();
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(l10n.t("Overview"))}</title>
<style nonce="${nonce}">${answer?.style ?? ""}</style>
<link rel="stylesheet" nonce="${nonce}" href="${escaped(file("overview.css"))}">
</head>
<body data-state="${escaped(JSON.stringify(state))}">
<p class="for-screen-readers">${escaped(l10n.t("The command “Show Overview as Text” says the same line by line."))}</p>
<div id="content">${contentOf(answer)}</div>
<script nonce="${nonce}" src="${escaped(file("overview.js"))}"></script>
</body>
</html>`;
}

/** What stands in the page; a sentence where there is nothing to show. */
export function contentOf(answer: OverviewAnswer): string {
  return answer?.html ?? `<main><p>${escaped(l10n.t("This document is no trip report."))}</p></main>`;
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

function randomNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
