import { l10n, Selection, TextEditorRevealType, window } from "vscode";
import {
  NEXT_PLACE_REQUEST,
  type NextPlaceAnswer,
  type NextPlaceParams,
} from "../../../server/src/lsp/protocol.js";
import { toRange } from "../ranges.js";
import { activeReport } from "./active-report.js";
import type { CommandContext } from "./context.js";

/** How long the status bar says that there are no more, in milliseconds. */
const MESSAGE_MS = 4000;

/** Puts the cursor at the next or previous session or internal comment; at the end it stays, and the status bar says so. */
export function goToNext(
  what: NextPlaceParams["what"],
  direction: NextPlaceParams["direction"],
): (context: CommandContext) => () => Promise<void> {
  return ({ server }) =>
    async () => {
      const report = await activeReport();
      const editor = window.activeTextEditor;
      if (!report || editor?.document !== report) return;
      const { line, character } = editor.selection.active;
      const params: NextPlaceParams = {
        uri: report.uri.toString(),
        position: { line, character },
        what,
        direction,
      };
      const answer = await server.request<NextPlaceAnswer>(NEXT_PLACE_REQUEST, params);
      if (!answer?.range) {
        window.setStatusBarMessage(endMessage(what, direction, answer?.count ?? 0), MESSAGE_MS);
        return;
      }
      const { start } = toRange(answer.range);
      editor.selection = new Selection(start, start);
      editor.revealRange(editor.selection, TextEditorRevealType.InCenterIfOutsideViewport);
    };
}

function endMessage(
  what: NextPlaceParams["what"],
  direction: NextPlaceParams["direction"],
  count: number,
): string {
  if (what === "session") {
    if (count === 0) return l10n.t("There is no session in this report.");
    return direction === "next" ? l10n.t("There is no session below.") : l10n.t("There is no session above.");
  }
  if (count === 0) return l10n.t("There is no internal comment in this report.");
  return direction === "next"
    ? l10n.t("There is no internal comment below.")
    : l10n.t("There is no internal comment above.");
}
