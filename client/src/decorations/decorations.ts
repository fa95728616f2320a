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
} from "../../../server/src/lsp/protocol.js";
import type { ReportServer } from "../client.js";
import { isReport } from "../language.js";
import { toRange } from "../ranges.js";
import { onTeamSettings } from "../team-settings.js";
import { createTypes, type DecorationTypes, STRENGTHS } from "./types.js";

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
  const decorator = new Decorator(server, media, log);
  const all = () => decorator.all();
  all();
  return Disposable.from(
    decorator,
    window.onDidChangeVisibleTextEditors(all),
    workspace.onDidOpenTextDocument(all),
    workspace.onDidChangeTextDocument(({ document }) => {
      for (const editor of window.visibleTextEditors)
        if (editor.document === document) decorator.later(editor);
    }),
    window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => decorator.scrolled(textEditor)),
    window.onDidChangeTextEditorSelection(({ textEditor }) => decorator.selected(textEditor)),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("tripReport.decorations")) decorator.rebuild();
    }),
    onTeamSettings(all),
  );
}

class Decorator implements Disposable {
  private readonly shown = new Map<TextEditor, Shown>();
  private types: DecorationTypes;

  constructor(
    private readonly server: ReportServer,
    private readonly media: Uri,
    private readonly log: LogOutputChannel,
  ) {
    this.types = this.configured();
  }

  /** Asks for all visible editors, and forgets the others. */
  all(): void {
    for (const [editor, { timer }] of this.shown)
      if (!window.visibleTextEditors.includes(editor)) {
        clearTimeout(timer);
        this.shown.delete(editor);
      }
    for (const editor of window.visibleTextEditors) this.later(editor);
  }

  /** Asks for an editor within a frame. */
  later(editor: TextEditor): void {
    if (!isReport(editor.document)) return;
    const state = this.shown.get(editor) ?? { redacted: [] };
    this.shown.set(editor, state);
    if (state.timer !== undefined) return;
    state.timer = setTimeout(() => {
      state.timer = undefined;
      this.update(editor, state);
    }, FRAME_MS);
  }

  scrolled(editor: TextEditor): void {
    if (this.shown.get(editor)?.partial) this.later(editor);
  }

  selected(editor: TextEditor): void {
    const state = this.shown.get(editor);
    if (state && state.redacted.length > 0) this.cover(editor, state);
  }

  /** Takes the colours and switches that are configured now. */
  rebuild(): void {
    this.types.dispose();
    this.types = this.configured();
    this.all();
  }

  dispose(): void {
    for (const { timer } of this.shown.values()) clearTimeout(timer);
    this.types.dispose();
  }

  private configured(): DecorationTypes {
    return createTypes(workspace.getConfiguration("tripReport"), this.media);
  }

  private update(editor: TextEditor, state: Shown): void {
    if (state.asking) {
      state.again = true;
      return;
    }
    state.asking = true;
    this.ask(editor, state)
      .catch((error: unknown) => this.log.error("The decorations could not be asked for", String(error)))
      .finally(() => {
        state.asking = false;
        if (state.again && this.shown.get(editor) === state) this.later(editor);
        state.again = false;
      });
  }

  private async ask(editor: TextEditor, state: Shown): Promise<void> {
    const { document } = editor;
    const params: DecorationsParams = {
      uri: document.uri.toString(),
      visible: editor.visibleRanges.map(({ start, end }) => ({ start, end })),
    };
    const answer = await this.server.request<DecorationsAnswer>(DECORATIONS_REQUEST, params);
    const isShown = this.shown.get(editor) === state && window.visibleTextEditors.includes(editor);
    // Ranges of an older text would stand in wrong places; the change that made it old asks again.
    if (answer?.version !== document.version || !isShown) return;
    state.partial = !answer.complete;
    state.redacted = answer.redacted.map(toRange);
    this.tint(editor, answer);
    this.cover(editor, state);
  }

  private tint(editor: TextEditor, { internal }: NonNullable<DecorationsAnswer>): void {
    const { block, inline, gutter, ruler } = this.types;
    for (const strength of STRENGTHS) {
      const found = internal.filter((item) => item.strength === strength);
      const ranges = found.map(({ range }) => toRange(range));
      const shown = [
        [block, ranges.filter((_, at) => found[at]!.block)],
        [inline, ranges.filter((_, at) => !found[at]!.block)],
        [gutter, ranges.map(({ start: { line } }) => new Range(line, 0, line, 0))],
        [ruler, ranges],
      ] as const;
      for (const [types, places] of shown) if (types) editor.setDecorations(types[strength], places);
    }
  }

  /** Covers redacted markers, but not the one that the cursor is in. */
  private cover(editor: TextEditor, { redacted }: Shown): void {
    if (!this.types.redacted) return;
    const covered = redacted.filter(
      (marker) => !editor.selections.some((selection) => selection.intersection(marker)),
    );
    const options = covered.map(
      (marker): DecorationOptions => ({
        range: marker,
        hoverMessage: new MarkdownString().appendText(editor.document.getText(marker)),
      }),
    );
    editor.setDecorations(this.types.redacted, options);
  }
}
