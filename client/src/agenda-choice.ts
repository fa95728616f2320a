import { l10n, type QuickPickItem, QuickPickItemKind, window } from "vscode";
import type { AgendaChoice } from "../../server/src/lsp/protocol.js";

/** Asks which sessions of a programme are wanted; undefined where the user leaves the question. */
export async function askSessions(
  title: string,
  sessions: readonly AgendaChoice[],
): Promise<readonly string[] | undefined> {
  const [days, tracks] = [groups(sessions, ({ day }) => day), groups(sessions, ({ track }) => track)];
  const ways: (QuickPickItem & { readonly ask: () => Promise<readonly string[] | undefined> })[] = [
    {
      label: l10n.t("All {0} sessions", sessions.length),
      ask: async () => sessions.map(({ id }) => id),
    },
    ...(days.size > 1 ? [{ label: l10n.t("Days…"), ask: () => askGroups(title, days) }] : []),
    ...(tracks.size > 1 ? [{ label: l10n.t("Tracks…"), ask: () => askGroups(title, tracks) }] : []),
    { label: l10n.t("Single sessions…"), ask: () => askSingle(title, sessions) },
  ];
  const way = await window.showQuickPick(ways, {
    title,
    placeHolder: l10n.t("What shall be in the report?"),
  });
  return way?.ask();
}

function groups(
  sessions: readonly AgendaChoice[],
  nameOf: (session: AgendaChoice) => string | undefined,
): ReadonlyMap<string, readonly AgendaChoice[]> {
  const found = new Map<string, AgendaChoice[]>();
  for (const session of sessions) {
    const name = nameOf(session) ?? l10n.t("none");
    const group = found.get(name);
    if (group) group.push(session);
    else found.set(name, [session]);
  }
  return found;
}

async function askGroups(
  title: string,
  byName: ReadonlyMap<string, readonly AgendaChoice[]>,
): Promise<readonly string[] | undefined> {
  const items = [...byName].map(([label, sessions]) => ({
    label,
    description: l10n.t("{0} sessions", sessions.length),
    sessions,
  }));
  const picked = await window.showQuickPick(items, { title, canPickMany: true });
  return picked?.flatMap(({ sessions }) => sessions.map(({ id }) => id));
}

/** All sessions below the names of their days, also found by speaker, room and track. */
export async function askSingle(
  title: string,
  sessions: readonly AgendaChoice[],
): Promise<readonly string[] | undefined> {
  const items = [...groups(sessions, ({ day }) => day)].flatMap(([day, ofDay]) => [
    { label: day, kind: QuickPickItemKind.Separator, id: "" },
    ...ofDay.map(({ id, title: label, start, speakers, room, track }) => ({
      id,
      label,
      description: [start, speakers.join(", ")].filter((words) => words).join(" · "),
      detail: [room, track].filter((words) => words).join(" · "),
    })),
  ]);
  const picked = await window.showQuickPick(items, {
    title,
    canPickMany: true,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.map(({ id }) => id);
}
