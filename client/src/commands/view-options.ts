import { l10n, window } from "vscode";
import type { FollowUpGrouping, SessionGrouping } from "../../../server/src/lsp/protocol.js";
import { toggleFollowing } from "../views/follow-cursor.js";
import type { CommandContext } from "./context.js";

/** Groups the view of sessions. */
export function groupSessions(by: SessionGrouping): (context: CommandContext) => () => Promise<void> {
  return ({ views }) =>
    () =>
      views.sessions.groupBy(by);
}

/** Asks for words and shows only the sessions that have them; an empty answer shows all. */
export function filterSessions({ views }: CommandContext): () => Promise<void> {
  return async () => {
    const text = await window.showInputBox({
      title: l10n.t("Filter Sessions"),
      prompt: l10n.t("Words of the title, a speaker, the event or the report"),
      value: views.sessions.filter,
    });
    if (text !== undefined) await views.sessions.filterBy(text);
  };
}

/** Shows all sessions again. */
export function clearSessionFilter({ views }: CommandContext): () => Promise<void> {
  return () => views.sessions.filterBy("");
}

/** Has the view of sessions follow the cursor, or no longer. */
export function toggleFollowCursor(): () => Promise<void> {
  return toggleFollowing;
}

/** Groups the view of follow-ups. */
export function groupFollowUps(by: FollowUpGrouping): (context: CommandContext) => () => Promise<void> {
  return ({ views }) =>
    () =>
      views.followUps.groupBy(by);
}

/** Shows only what is left to do, or all. */
export function showFollowUps(which: "open" | "all"): (context: CommandContext) => () => Promise<void> {
  return ({ views }) =>
    () =>
      views.followUps.showOpenOnly(which === "open");
}
