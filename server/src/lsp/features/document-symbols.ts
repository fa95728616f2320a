import type { DocumentSymbol } from "vscode-languageserver";
import { type OutlineNode, outline } from "../../features/outline.js";
import { toDocumentSymbols } from "../document-symbols.js";
import type { Feature } from "../feature.js";

export const documentSymbols: Feature = ({ connection, answer }) => {
  connection.onDocumentSymbol(({ textDocument: { uri } }, token) =>
    answer<DocumentSymbol[]>(
      "document symbols",
      uri,
      [],
      ({ analysis, text }) =>
        analysis.remembered.get<readonly OutlineNode[], DocumentSymbol[]>(
          "document symbols",
          outline(analysis),
          () => false,
          (nodes, before) => toDocumentSymbols(text, nodes, before),
        ),
      token,
    ),
  );
  return { documentSymbolProvider: { label: "Trip Report" } };
};
