import type { EditArguments, EditInput, EditResult } from "../../features/edit-result.js";
import { commentAt } from "../../features/marking/comment-at.js";
import { editCommands } from "../../features/marking/index.js";
import { sectionsAt } from "../../features/marking/session-at.js";
import { applyEdits } from "../../text/edit.js";
import { Text } from "../../text/text.js";
import type { Feature, OpenReport } from "../feature.js";
import { fromPosition } from "../from-protocol.js";
import {
  EDIT_REQUEST,
  type EditAnswer,
  type EditParams,
  PLACE_REQUEST,
  type PlaceAnswer,
  type PlaceParams,
} from "../protocol.js";
import { toRange, toTextEdit } from "../to-protocol.js";

/** Works out what the editor's commands change in a report, and what applies at a place. */
export const edits: Feature = ({ connection, answer }) => {
  connection.onRequest<EditAnswer, void>(EDIT_REQUEST, (params: EditParams) =>
    answer<EditAnswer>("edit", params.uri, null, (report) => {
      const command = Object.hasOwn(editCommands, params.command) ? editCommands[params.command] : undefined;
      if (!command) return { kind: "refused", reason: "There is no such command." };
      if (params.version !== report.version) return OUTDATED;
      const selections = params.selections.map(({ start, end }) => ({
        from: fromPosition(report.text, start),
        to: fromPosition(report.text, end),
      }));
      return toEditAnswer(report, command(editInput(report), selections, argumentsOf(report, params)));
    }),
  );
  connection.onRequest<PlaceAnswer, void>(PLACE_REQUEST, ({ uri, position }: PlaceParams) =>
    answer<PlaceAnswer>("place", uri, null, ({ text, analysis: { report } }) => {
      const at = fromPosition(text, position);
      return {
        inInternalComment: commentAt(report, { from: at, to: at }) !== undefined,
        inSection: sectionsAt(report, at).length > 0,
      };
    }),
  );
  return {};
};

const OUTDATED: EditAnswer = { kind: "refused", reason: "The report changed meanwhile: try again." };

/** What edits are worked out from. */
export function editInput({ analysis, config, analyser }: OpenReport): EditInput {
  return { analysis, config, reanalyse: (text) => analyser.analyse(text, analysis.format) };
}

function argumentsOf({ text }: OpenReport, { arguments: given }: EditParams): EditArguments {
  const { target, ...rest } = given ?? {};
  return {
    ...rest,
    ...(target ? { target: { place: target.place, heading: fromPosition(text, target.heading) } } : {}),
  };
}

function toEditAnswer({ text, version }: OpenReport, result: EditResult): EditAnswer {
  switch (result.kind) {
    case "edits": {
      const after = Text.of(applyEdits(text.content, result.edits));
      return {
        kind: "edits",
        version,
        edits: result.edits.map((edit) => toTextEdit(text, edit)),
        ...(result.selections ? { selections: result.selections.map((span) => toRange(after, span)) } : {}),
      };
    }
    case "snippet":
      return { kind: "snippet", version, range: toRange(text, result), text: result.text };
    default:
      return result;
  }
}
