import type { FoldingRange } from "vscode-languageserver";
import { folding } from "../../features/folding.js";
import type { Feature } from "../feature.js";
import { toFoldingRange } from "../to-protocol.js";

export const foldingRanges: Feature = ({ connection, answer }) => {
  connection.onFoldingRanges(({ textDocument: { uri } }, token) =>
    answer<FoldingRange[]>(
      "folding ranges",
      uri,
      [],
      ({ analysis, text }) => folding(analysis).map((fold) => toFoldingRange(text, fold)),
      token,
    ),
  );
  return { foldingRangeProvider: true };
};
