import { type Disposable, type DocumentSymbol, DocumentSymbolRequest } from "vscode-languageserver";
import { type OutlineNode, outline } from "../../features/outline.js";
import { toDocumentSymbols } from "../document-symbols.js";
import type { Feature } from "../feature.js";

const OPTIONS = { label: "Trip Report" };

/** The outline. It is registered anew where the client can that when its setting changes: so editors ask for it again. */
export const documentSymbols: Feature = ({
  connection,
  client,
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
      ({ analysis, text }) =>
        analysis.remembered.get<readonly OutlineNode[], DocumentSymbol[]>(
          "document symbols",
          outline(analysis, { markers: editorSettings.current.outline.showMarkers, say }),
          () => false,
          (nodes, before) => toDocumentSymbols(text, nodes, before),
        ),
      token,
    ),
  );
  if (!client.textDocument?.documentSymbol?.dynamicRegistration) return { documentSymbolProvider: OPTIONS };

  let registered: Promise<Disposable | undefined> = Promise.resolve(undefined);
  const register = () => {
    registered = registered
      .then((last) => last?.dispose())
      .then(() =>
        connection.client.register(DocumentSymbolRequest.type, { documentSelector: null, ...OPTIONS }),
      )
      .catch((error: unknown) => {
        connection.console.error(`document symbols: ${String(error)}`);
        return undefined;
      });
  };
  onInitialized(register);
  editorSettings.onDidChange(register);
  return {};
};
