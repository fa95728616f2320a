import { Disposable, type TextEditor, window, workspace } from "vscode";
import { SESSION_AT_REQUEST, type SessionAtAnswer } from "../../../server/src/lsp/protocol.js";
import { isReport } from "../language.js";
import type { SessionsView } from "./sessions-view.js";
import type { ViewHost } from "./tree.js";

/** How long the cursor rests before the view follows it. */
const DELAY_MS = 250;
const SETTING = "views.followCursor";

/** Selects the section at the cursor in the view of sessions, while that is seen and the setting says so. */
export function followCursor(view: SessionsView, { server, log }: ViewHost): Disposable {
  let timer: NodeJS.Timeout | undefined;
  let asked = 0;

  const follow = async (editor: TextEditor): Promise<void> => {
    const number = ++asked;
    const { document, selection } = editor;
    const { line, character } = selection.active;
    const place = await server.request<SessionAtAnswer>(SESSION_AT_REQUEST, {
      uri: document.uri.toString(),
      position: { line, character },
      by: view.grouping,
      ...(view.filter === "" ? {} : { filter: view.filter }),
    });
    if (!place || number !== asked || !view.view.visible) return;
    const node = await view.node(place.group, place.path);
    const [selected] = view.view.selection;
    // The same section may stand in several groups: the one that was clicked stays selected.
    const isThere =
      node &&
      selected?.type === "item" &&
      selected.item.uri === node.item.uri &&
      selected.item.title === node.item.title;
    if (node && !isThere && number === asked) await view.view.reveal(node, { select: true, focus: false });
  };
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const editor = window.activeTextEditor;
      if (!editor || !isReport(editor.document) || !view.view.visible || !follows()) return;
      follow(editor).catch((error: unknown) => log.debug("The cursor could not be followed", String(error)));
    }, DELAY_MS);
  };

  return Disposable.from(
    window.onDidChangeActiveTextEditor(later),
    window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === window.activeTextEditor) later();
    }),
    view.view.onDidChangeVisibility(later),
    new Disposable(() => clearTimeout(timer)),
  );
}

function follows(): boolean {
  return workspace.getConfiguration("tripReport").get(SETTING, true);
}

/** Has the view follow the cursor, or no longer. */
export async function toggleFollowing(): Promise<void> {
  await workspace.getConfiguration("tripReport").update(SETTING, !follows(), true);
}
