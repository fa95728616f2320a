import {
  Disposable,
  type LogOutputChannel,
  type TextDocument,
  type TextDocumentContentChangeEvent,
  type TextEditor,
  window,
  workspace,
} from "vscode";
import { isReport } from "../language.js";
import { edit, linesOf } from "./apply.js";
import { afterEnter, continuation } from "./enter.js";
import { listItem, quotedLine } from "./list-items.js";

/** A line break that may have come from the Enter key: the line that was broken, and how the next one begins. */
interface LineBreak {
  readonly line: number;
  readonly start: string;
  readonly broken: boolean;
}

/** The line breaks since the cursor was last heard of: of one change, and of those before it when typing is faster. */
interface Pressed {
  readonly document: TextDocument;
  readonly last: readonly LineBreak[];
  readonly before: readonly LineBreak[];
  /** When a cursor that is found there no longer comes from the key, as `performance.now()` counts. */
  readonly until: number;
}

/** How long after a line break the editor may take to tell where the cursor is. */
const PATIENCE_MS = 1_000;

/**
 * Completes what Enter does in lists and quotes of reports. The key itself stays the editor's, which answers at once by
 * the rules of the language; numbers, levels and ends of lists follow here, in the same step of undoing.
 */
export function continueLists(log: LogOutputChannel): Disposable {
  let pressed: Pressed | undefined;
  let work: Promise<void> = Promise.resolve();
  /** Line breaks that are being completed or wait for it, the oldest first. */
  let queue: readonly (readonly LineBreak[])[] = [];
  const later = (than: readonly LineBreak[]): readonly LineBreak[] => [
    ...queue.slice(queue.indexOf(than) + 1).flat(),
    ...(pressed ? [...pressed.before, ...pressed.last] : []),
  ];

  const changed = workspace.onDidChangeTextDocument(({ document, contentChanges, reason }) => {
    if (document !== window.activeTextEditor?.document || !isReport(document)) return;
    const breaks = reason === undefined ? lineBreaks(document, contentChanges) : [];
    const until = performance.now() + PATIENCE_MS;
    if (breaks.length > 0)
      pressed = { document, until, last: breaks, before: earlier(pressed, document, breaks) };
    else if (contentChanges.some(({ range, text }) => !range.isSingleLine || /[\r\n]/.test(text)))
      pressed = undefined;
  });
  // Edits of other commands look the same; Enter leaves a cursor on each new line.
  const moved = window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
    const last = pressed;
    if (textEditor.document !== last?.document) return;
    const atCursor = ({ line, start }: LineBreak) =>
      selections.some(({ active }) => active.line === line + 1 && active.character >= start.length);
    // A busy editor tells of older places of the cursor first.
    if (performance.now() < last.until && !last.last.every(atCursor)) return;
    pressed = undefined;
    if (performance.now() >= last.until || !enabled(last.document)) return;
    const breaks = [...last.before, ...last.last].sort((a, b) => a.line - b.line);
    queue = [...queue, breaks];
    work = work
      .then(() => complete(textEditor, breaks, () => later(breaks)))
      .catch((error: unknown) => log.error("A list could not be continued", String(error)))
      .then(() => {
        queue = queue.filter((other) => other !== breaks);
      });
  });
  return Disposable.from(changed, moved);
}

/** The line breaks that wait already, where they stand after more have come. */
function earlier(
  pressed: Pressed | undefined,
  document: TextDocument,
  more: readonly LineBreak[],
): LineBreak[] {
  if (pressed?.document !== document || performance.now() >= pressed.until) return [];
  return [...pressed.before, ...pressed.last].map((known) => ({
    ...known,
    line: known.line + more.filter(({ line }) => line < known.line).length,
  }));
}

function enabled(document: TextDocument): boolean {
  return workspace.getConfiguration("tripReport", document).get("editing.lists", true);
}

/** The line breaks of a change that is nothing else, as Enter makes it at each cursor; none of any other change. */
function lineBreaks(document: TextDocument, changes: readonly TextDocumentContentChangeEvent[]): LineBreak[] {
  const breaks: LineBreak[] = [];
  let shift = 0;
  for (const { range, text } of changes.toSorted((a, b) => a.range.start.compareTo(b.range.start))) {
    // The editor takes white space away that it had put in itself.
    if (text === "" && range.isSingleLine) continue;
    const start = /^(?:\r\n|\r|\n)([^\r\n]*)$/.exec(text)?.[1];
    if (start === undefined) return [];
    const line = range.start.line + shift;
    shift += 1 - (range.end.line - range.start.line);
    if (line + 1 >= document.lineCount) return [];
    breaks.push({ line, start, broken: document.lineAt(line + 1).text.length > start.length });
  }
  return breaks;
}

/** `later` answers the line breaks that came behind these and for which nothing is done yet. */
async function complete(
  editor: TextEditor,
  breaks: readonly LineBreak[],
  later: () => readonly LineBreak[],
): Promise<void> {
  const { document } = editor;
  let shift = 0;
  for (const [index, { line: first, start, broken }] of breaks.entries()) {
    const line = first + shift;
    const before = document.lineCount;
    const edits = () => {
      if (!concerns(document, line, start)) return [];
      const others = [...breaks.slice(index + 1), ...later()];
      const unready = new Set(others.map((other) => other.line + shift + 1));
      return afterEnter(linesOf(document), { line, inserted: start.length, broken, unready });
    };
    await edit(editor, edits, { join: true });
    shift += Math.min(0, document.lineCount - before);
  }
}

/**
 * Whether a line and the one behind it are still as Enter left them, and of a list or quote. A line that begins where its
 * item's text does was broken inside the item.
 */
function concerns(document: TextDocument, line: number, start: string): boolean {
  if (line + 1 >= document.lineCount || !document.lineAt(line + 1).text.startsWith(start)) return false;
  const { text } = document.lineAt(line);
  if (listItem(text)) return start !== continuation(text);
  return quotedLine(text).quote !== "";
}
