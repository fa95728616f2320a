import type { FoldingRange } from "vscode-languageserver";
import { folding, internalFolds } from "../../features/folding.js";
import type { Report } from "../../report/model.js";
import type { Feature } from "../feature.js";
import { INTERNAL_FOLDS_REQUEST, type InternalFoldsAnswer, type InternalFoldsParams } from "../protocol.js";
import { toFoldingRange } from "../to-protocol.js";

export const foldingRanges: Feature = ({ connection, client, answer, say }) => {
  const collapsedText = client.textDocument?.foldingRange?.foldingRange?.collapsedText === true;
  connection.onFoldingRanges(({ textDocument: { uri } }, token) =>
    answer<FoldingRange[]>(
      "folding ranges",
      uri,
      [],
      ({ analysis, text }) =>
        analysis.remembered.get<Report, FoldingRange[]>(
          "folding ranges",
          analysis.report,
          (a, b) => a === b,
          () => folding(analysis).map((fold) => toFoldingRange(text, fold, { collapsedText }, say)),
        ),
      token,
    ),
  );
  connection.onRequest<InternalFoldsAnswer, void>(INTERNAL_FOLDS_REQUEST, ({ uri }: InternalFoldsParams) =>
    answer<InternalFoldsAnswer>("internal folds", uri, [], ({ analysis, text }) =>
      internalFolds(analysis).map(({ from }) => text.lineAt(from)),
    ),
  );
};
