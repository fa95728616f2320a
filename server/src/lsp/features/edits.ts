import type { EditArguments, EditInput, EditResult } from "../../features/edit-result.js";
import { commentAt } from "../../features/marking/comment-at.js";
import { sectionsAt } from "../../features/marking/session-at.js";
import { applyEdits } from "../../text/edit.js";
import { l10n, type Say } from "../../text/message.js";
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
export const edits: Feature = ({ connection, answer, say }) => {
  connection.onRequest<EditAnswer, void>(EDIT_REQUEST, (params: EditParams) =>
    answer<EditAnswer>("edit", params.uri, null, async (report) => {
      // Loaded with the first command.
      const { editCommands } = await import("../../features/marking/index.js");
      const command = Object.hasOwn(editCommands, params.command) ? editCommands[params.command] : undefined;
      if (!command) return { kind: "refused", reason: say(l10n.t("There is no such command.")) };
      if (params.version !== report.version) return { kind: "refused", reason: say(OUTDATED) };
      const selections = params.selections.map(({ start, end }) => ({
        from: fromPosition(report.text, start),
        to: fromPosition(report.text, end),
      }));
      return toEditAnswer(report, command(editInput(report), selections, argumentsOf(report, params)), say);
    }),
  );
  connection.onRequest<PlaceAnswer, void>(PLACE_REQUEST, ({ uri, position }: PlaceParams) =>
    answer<PlaceAnswer>("place", uri, null, ({ text, analysis: { report } }) => {
      const at = fromPosition(text, position);
      const section = sectionsAt(report, at).at(-1);
      return {
        inInternalComment: commentAt(report, { from: at, to: at }) !== undefined,
        inSection: section !== undefined,
        ...(section ? { section: { kind: section.kind, title: section.title } } : {}),
      };
    }),
  );
};

const OUTDATED = l10n.t("The report changed meanwhile: try again.");

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

function toEditAnswer({ text, version }: OpenReport, result: EditResult, say: Say): EditAnswer {
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
    case "refused":
      return { kind: "refused", reason: say(result.reason) };
    default:
      return result;
  }
}
