import {
  Disposable,
  EventEmitter,
  type TextDocument,
  type TextDocumentContentProvider,
  Uri,
  WorkspaceEdit,
  workspace,
} from "vscode";
import {
  TIDY_NOTES_REQUEST,
  type TidyNotesAnswer,
  type TidyNotesParams,
} from "../../server/src/lsp/protocol.js";
import type { ReportServer } from "./client.js";
import { toRange } from "./ranges.js";

/** The scheme of the read-only documents that show tidied notes; menus know it too. */
export const TIDIED_SCHEME = "trip-report-tidied";

/** Tidied notes as documents to compare the notes with; they follow what is typed there. */
export class TidiedNotes implements TextDocumentContentProvider, Disposable {
  private readonly changed = new EventEmitter<Uri>();
  private readonly registered: Disposable;
  readonly onDidChange = this.changed.event;

  constructor(private readonly server: ReportServer) {
    this.registered = Disposable.from(
      this.changed,
      workspace.registerTextDocumentContentProvider(TIDIED_SCHEME, this),
      workspace.onDidChangeTextDocument(({ document }) => {
        const shown = workspace.textDocuments.find(({ uri }) => sourceOf(uri) === document.uri.toString());
        if (shown) this.changed.fire(shown.uri);
      }),
    );
  }

  dispose(): void {
    this.registered.dispose();
  }

  /** The edits that tidy a document's text as it is now. */
  async edits(document: TextDocument): Promise<TidyNotesAnswer> {
    const params: TidyNotesParams = {
      uri: document.uri.toString(),
      text: document.getText(),
      languageId: document.languageId,
    };
    return this.server.request<TidyNotesAnswer>(TIDY_NOTES_REQUEST, params);
  }

  /** The address of the document that shows a document's notes tidied. */
  uriFor(source: Uri): Uri {
    const name = source.path.replace(/^.*\//, "").replace(/\.[^.]*$/, "");
    return Uri.from({ scheme: TIDIED_SCHEME, path: `/${name}.trip.md`, query: source.toString() });
  }

  /** The notes that a tidied document is of, if it is one and they are open. */
  notesOf(tidied: Uri): TextDocument | undefined {
    const source = sourceOf(tidied);
    return workspace.textDocuments.find(({ uri }) => uri.toString() === source);
  }

  async provideTextDocumentContent(uri: Uri): Promise<string> {
    const notes = this.notesOf(uri);
    if (!notes) return "";
    const text = notes.getText();
    let tidied = "";
    let done = 0;
    for (const { range, newText } of await this.edits(notes)) {
      const place = toRange(range);
      tidied += text.slice(done, notes.offsetAt(place.start)) + newText;
      done = notes.offsetAt(place.end);
    }
    return tidied + text.slice(done);
  }
}

/** Edits as one change of a document, which one undo takes back. */
export function asOneChange({ uri }: TextDocument, edits: TidyNotesAnswer): WorkspaceEdit {
  const change = new WorkspaceEdit();
  for (const { range, newText } of edits) change.replace(uri, toRange(range), newText);
  return change;
}

function sourceOf({ scheme, query }: Uri): string | undefined {
  return scheme === TIDIED_SCHEME ? query : undefined;
}
