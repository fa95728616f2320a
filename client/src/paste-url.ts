import { type Disposable, l10n, SnippetString, workspace } from "vscode";
import { TAKES_LINK_REQUEST, type TakesLinkParams } from "../../server/src/lsp/protocol.js";
import type { ReportServer } from "./client.js";
import { addressOf, addressTarget, snippetText } from "./links-names.js";
import { registerPaste } from "./paste-api.js";

/** Makes a link of a selection over which an address is pasted, where Markdown can have one. */
export function pasteUrls(server: ReportServer): Disposable {
  return registerPaste(["markdown", "link"], ["text/plain"], async (document, ranges, data) => {
    if (!workspace.getConfiguration("tripReport.links", document).get("pasteUrl", true)) return undefined;
    if (ranges.length === 0 || ranges.some(({ isEmpty }) => isEmpty)) return undefined;
    const address = addressOf((await data.get("text/plain")?.asString()) ?? "");
    if (address === undefined) return undefined;
    // An address over an address replaces it.
    if (ranges.some((range) => addressOf(document.getText(range)) !== undefined)) return undefined;
    const params: TakesLinkParams = {
      uri: document.uri.toString(),
      ranges: ranges.map(({ start, end }) => ({ start, end })),
    };
    if (!(await server.request<boolean>(TAKES_LINK_REQUEST, params))) return undefined;
    const target = snippetText(addressTarget(address));
    return { text: new SnippetString(`[$TM_SELECTED_TEXT](${target})$0`), title: l10n.t("Insert link") };
  });
}
