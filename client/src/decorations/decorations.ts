import {
  type DecorationOptions,
  Disposable,
  type LogOutputChannel,
  MarkdownString,
  Range,
  type TextEditor,
  type Uri,
  window,
  workspace,
} from "vscode";
import {
  DECORATIONS_REQUEST,
  type DecorationsAnswer,
  type DecorationsParams,
  type TextRange,
} from "../../../server/src/lsp/protocol.js";
import type { ReportServer } from "../client.js";
import { isReport } from "../language.js";
import { onTeamSettings } from "../team-settings.js";
import { createTypes, STRENGTHS } from "./types.js";

/** About one frame: what changes within it is asked for once. */
const FRAME_MS = 16;

/** What is known of one visible editor. */
interface Shown {
  timer?: NodeJS.Timeout | undefined;
  /** A request is under way; another is wanted after it. */
  asking?: boolean;
  again?: boolean;
  /** The last answer left out what was far from the view. */
  partial?: boolean;
  redacted: readonly Range[];
}

/**
 * Tints internal comments and covers redacted markers in the visible reports. The editor moves what is shown along with
 * typing; new ranges take its place when the server has answered about the version that is there.
 */
export function decorateReports(server: ReportServer, media: Uri, log: LogOutputChannel): Disposable {
  const shown = new Map<TextEditor, Shown>();
  let types = createTypes(workspace.getConfiguration("tripReport"), media);

  const ask = async (editor: TextEditor, state: Shown): Promise<void> => {
    const { document } = editor;
    const params: DecorationsParams = {
      uri: document.uri.toString(),
      visible: editor.visibleRanges.map(({ start, end }) => ({ start, end })),
    };
    const answer = await server.request<DecorationsAnswer>(DECORATIONS_REQUEST, params);
    // Ranges of an older text would stand in wrong places; the change that made it old asks again.
    if (answer?.version !== document.version || !isShown(editor, state)) return;
    state.partial = !answer.complete;
    state.redacted = answer.redacted.map(range);
    for (const strength of STRENGTHS) {
      const found = answer.internal.filter((item) => item.strength === strength);
      const of = (block: boolean) =>
        found.filter((item) => item.block === block).map((item) => range(item.range));
      if (types.block) editor.setDecorations(types.block[strength], of(true));
      if (types.inline) editor.setDecorations(types.inline[strength], of(false));
      const lines = found.map(({ range: { start } }) => new Range(start.line, 0, start.line, 0));
      if (types.gutter) editor.setDecorations(types.gutter[strength], lines);
      if (types.ruler)
        editor.setDecorations(
          types.ruler[strength],
          found.map((item) => range(item.range)),
        );
    }
    cover(editor, state);
  };

  const isShown = (editor: TextEditor, state: Shown): boolean =>
    shown.get(editor) === state && window.visibleTextEditors.includes(editor);

  /** Covers redacted markers, but not the one that the cursor is in. */
  const cover = (editor: TextEditor, { redacted }: Shown): void => {
    if (!types.redacted) return;
    const covered = redacted.filter(
      (marker) => !editor.selections.some((selection) => selection.intersection(marker)),
    );
    editor.setDecorations(
      types.redacted,
      covered.map(
        (marker): DecorationOptions => ({
          range: marker,
          hoverMessage: new MarkdownString().appendText(editor.document.getText(marker)),
        }),
      ),
    );
  };

  const update = (editor: TextEditor, state: Shown): void => {
    if (state.asking) {
      state.again = true;
      return;
    }
    state.asking = true;
    ask(editor, state)
      .catch((error: unknown) => log.error("The decorations could not be asked for", String(error)))
      .finally(() => {
        state.asking = false;
        if (state.again && shown.get(editor) === state) later(editor);
        state.again = false;
      });
  };
  const later = (editor: TextEditor): void => {
    if (!isReport(editor.document)) return;
    const state = shown.get(editor) ?? { redacted: [] };
    shown.set(editor, state);
    if (state.timer !== undefined) return;
    state.timer = setTimeout(() => {
      state.timer = undefined;
      update(editor, state);
    }, FRAME_MS);
  };
  const all = (): void => {
    for (const [editor, { timer }] of shown)
      if (!window.visibleTextEditors.includes(editor)) {
        clearTimeout(timer);
        shown.delete(editor);
      }
    for (const editor of window.visibleTextEditors) later(editor);
  };
  const rebuild = (): void => {
    types.dispose();
    types = createTypes(workspace.getConfiguration("tripReport"), media);
    all();
  };

  all();
  return Disposable.from(
    window.onDidChangeVisibleTextEditors(all),
    workspace.onDidOpenTextDocument(all),
    workspace.onDidChangeTextDocument(({ document }) => {
      for (const editor of window.visibleTextEditors) if (editor.document === document) later(editor);
    }),
    window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => {
      if (shown.get(textEditor)?.partial) later(textEditor);
    }),
    window.onDidChangeTextEditorSelection(({ textEditor }) => {
      const state = shown.get(textEditor);
      if (state && state.redacted.length > 0) cover(textEditor, state);
    }),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("tripReport.decorations")) rebuild();
    }),
    onTeamSettings(all),
    new Disposable(() => {
      for (const { timer } of shown.values()) clearTimeout(timer);
      types.dispose();
    }),
  );
}

function range({ start, end }: TextRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}
