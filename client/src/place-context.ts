import { commands, Disposable, type LogOutputChannel, window } from "vscode";
import { PLACE_REQUEST, type PlaceAnswer, type PlaceParams } from "../../server/src/lsp/protocol.js";
import type { ReportServer } from "./client.js";
import { isReport } from "./language.js";

/** How long the cursor rests before it is asked what stands there. */
const DELAY_MS = 150;

/**
 * Keeps the context keys `tripReport.inInternalComment` and `tripReport.inSection` for the active cursor, so that menus
 * offer what applies there. Keys do not depend on them: a command says itself where it cannot be done.
 */
export function followPlace(server: ReportServer, log: LogOutputChannel): Disposable {
  let timer: NodeJS.Timeout | undefined;
  let asked = 0;

  const set = async (place: PlaceAnswer): Promise<void> => {
    await commands.executeCommand(
      "setContext",
      "tripReport.inInternalComment",
      place?.inInternalComment === true,
    );
    await commands.executeCommand("setContext", "tripReport.inSection", place?.inSection === true);
  };
  const update = async (): Promise<void> => {
    const number = ++asked;
    const editor = window.activeTextEditor;
    if (!editor || !isReport(editor.document)) return set(null);
    const { line, character } = editor.selection.active;
    const params: PlaceParams = { uri: editor.document.uri.toString(), position: { line, character } };
    const place = await server.request<PlaceAnswer>(PLACE_REQUEST, params);
    // An answer about where the cursor was before says nothing.
    if (number === asked) await set(place);
  };
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      update().catch((error: unknown) => log.error("The place could not be asked for", String(error)));
    }, DELAY_MS);
  };

  later();
  return Disposable.from(
    window.onDidChangeActiveTextEditor(later),
    window.onDidChangeTextEditorSelection(({ textEditor }) => {
      if (textEditor === window.activeTextEditor) later();
    }),
    new Disposable(() => clearTimeout(timer)),
  );
}
