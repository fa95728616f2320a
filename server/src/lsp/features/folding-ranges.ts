import { folding } from "../../features/folding.js";
import type { Feature } from "../feature.js";
import { toFoldingRange } from "../to-protocol.js";

export const foldingRanges: Feature = ({ connection, report, guarded }) => {
  connection.onFoldingRanges(({ textDocument }) =>
    guarded("folding ranges", () => {
      const document = report(textDocument.uri);
      return document ? folding(document.analysis()).map((fold) => toFoldingRange(document.text, fold)) : [];
    }),
  );
  return { foldingRangeProvider: true };
};
