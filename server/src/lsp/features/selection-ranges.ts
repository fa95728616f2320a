import type { SelectionRange } from "vscode-languageserver";
import { selectionRanges } from "../../features/selection-ranges.js";
import type { Feature } from "../feature.js";
import { fromPosition } from "../from-protocol.js";
import { toSelectionRange } from "../to-protocol.js";

export const selectionRangeAnswers: Feature = ({ connection, answer }) => {
  connection.onSelectionRanges(({ textDocument: { uri }, positions }) =>
    answer<SelectionRange[]>("selection ranges", uri, [], ({ analysis, text }) =>
      positions.map((position) =>
        toSelectionRange(text, selectionRanges(analysis, fromPosition(text, position))),
      ),
    ),
  );
};
