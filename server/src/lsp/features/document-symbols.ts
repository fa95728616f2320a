import { outline } from "../../features/outline.js";
import type { Feature } from "../feature.js";
import { toDocumentSymbol } from "../to-protocol.js";

export const documentSymbols: Feature = ({ connection, report, guarded }) => {
  connection.onDocumentSymbol(({ textDocument }) =>
    guarded("document symbols", () => {
      const document = report(textDocument.uri);
      return document
        ? outline(document.analysis()).map((node) => toDocumentSymbol(document.text, node))
        : [];
    }),
  );
  return { documentSymbolProvider: { label: "Trip Report" } };
};
