import { l10n, type QuickPickItem, window } from "vscode";
import {
  FIND_SESSIONS_REQUEST,
  type SessionItem,
  VIEWS_CHANGED_NOTIFICATION,
} from "../../../server/src/lsp/protocol.js";
import type { ReportServer } from "../client.js";
import { showPlace } from "../views/edit-report.js";
import { dayName, line, pathOf } from "../views/group-label.js";
import { kindIcon, kindName } from "../views/kinds.js";
import type { CommandContext } from "./context.js";

interface Choice extends QuickPickItem {
  readonly session: SessionItem;
}

/** Asks which session of all reports, found by parts of its title, speakers, event or report, and goes there. */
export function goToSession({ server, log }: CommandContext): () => Promise<void> {
  return async () => {
    const pick = window.createQuickPick<Choice>();
    pick.title = l10n.t("Go to Session");
    pick.placeholder = l10n.t("Words of the title, a speaker, the event or the report");
    let asked = 0;
    let listed: string | undefined;
    let entered: (() => void) | undefined;
    const find = async (query: string): Promise<void> => {
      const number = ++asked;
      pick.busy = true;
      const found = await choices(server, query);
      // An answer to what was typed before must not replace a later one.
      if (number !== asked) return;
      pick.items = found;
      pick.busy = false;
      listed = query;
      entered?.();
    };
    const search = (query: string): void => {
      find(query).catch((error: unknown) => log.error("Sessions could not be looked for", String(error)));
    };
    // Reports that are still being read are found when they have been.
    const listening = server.onNotification(VIEWS_CHANGED_NOTIFICATION, () => search(pick.value));
    const chosen = await new Promise<SessionItem | undefined>((resolve) => {
      pick.onDidChangeValue(search);
      pick.onDidAccept(() => {
        // Who types fast presses Enter before the list is that of the words: then its first entry, once it is there.
        if (listed === pick.value) resolve(pick.selectedItems[0]?.session);
        else entered = () => resolve(pick.items[0]?.session);
      });
      pick.onDidHide(() => resolve(undefined));
      pick.show();
      search("");
    });
    asked++;
    listening.dispose();
    pick.dispose();
    if (chosen) await showPlace(chosen.uri, chosen.range);
  };
}

async function choices(server: ReportServer, query: string): Promise<Choice[]> {
  const sessions = await server.request<readonly SessionItem[]>(FIND_SESSIONS_REQUEST, { query });
  return sessions.map((session) => {
    const { title, kind, speakers, report, day, time, uri } = session;
    return {
      label: title,
      iconPath: kindIcon(kind),
      description: line(kindName(kind), speakers.join(", ")),
      detail: line(report ?? pathOf(uri), day && dayName(day), time),
      // The server found it: the editor's own search would hide what matches across fields.
      alwaysShow: true,
      session,
    };
  });
}
