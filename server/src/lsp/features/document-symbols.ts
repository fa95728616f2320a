import type { DocumentSymbol } from "vscode-languageserver";
import { outline } from "../../features/outline.js";
import type { Feature } from "../feature.js";
import { toDocumentSymbol } from "../to-protocol.js";

export const documentSymbols: Feature = ({ connection, answer }) => {
  connection.onDocumentSymbol(({ textDocument: { uri } }, token) =>
    answer<DocumentSymbol[]>(
      "document symbols",
      uri,
      [],
      ({ analysis, text }) => outline(analysis).map((node) => toDocumentSymbol(text, node)),
      token,
    ),
  );
  return { documentSymbolProvider: { label: "Trip Report" } };
};
