import { type Disposable, type DocumentSymbol, DocumentSymbolRequest } from "vscode-languageserver";
import { outline } from "../../features/outline.js";
import type { Report } from "../../report/model.js";
import { OUTLINE_OPTIONS } from "../capabilities.js";
import { toDocumentSymbols } from "../document-symbols.js";
import type { Feature } from "../feature.js";

/** What an outline is made of. */
interface Asked {
  readonly report: Report;
  readonly markers: boolean;
}

/** The outline. It is registered anew where the client wants that when its setting changes: so editors ask for it again. */
export const documentSymbols: Feature = ({
  connection,
  registersOutline,
  answer,
  editorSettings,
  onInitialized,
  say,
}) => {
  connection.onDocumentSymbol(({ textDocument: { uri } }, token) =>
    answer<DocumentSymbol[]>(
      "document symbols",
      uri,
      [],
      ({ analysis, text }) => {
        const markers = editorSettings.current.outline.showMarkers;
        return analysis.remembered.get<Asked, DocumentSymbol[]>(
          "document symbols",
          { report: analysis.report, markers },
          (a, b) => a.report === b.report && a.markers === b.markers,
          (_, before) => toDocumentSymbols(text, outline(analysis, { markers, say }), before),
        );
      },
      token,
    ),
  );
  if (!registersOutline) return;

  let registered: Promise<Disposable | undefined> = Promise.resolve(undefined);
  const register = () => {
    registered = registered
      .then((last) => last?.dispose())
      .then(() =>
        connection.client.register(DocumentSymbolRequest.type, {
          documentSelector: null,
          ...OUTLINE_OPTIONS,
        }),
      )
      .catch((error: unknown) => {
        connection.console.error(`document symbols: ${String(error)}`);
        return undefined;
      });
  };
  onInitialized(register);
  editorSettings.onDidChange(register);
};
