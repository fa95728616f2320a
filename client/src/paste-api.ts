import * as vscode from "vscode";
import { REPORT_LANGUAGE } from "../../server/src/lsp/protocol.js";
import { reportSchemes } from "./language.js";

/** What is inserted in place of what was pasted or dropped. */
export interface Insertion {
  readonly text: string | vscode.SnippetString;
  /** Said where the editor offers several ways to paste. */
  readonly title: string;
  /** Files that are made with it. */
  readonly files?: vscode.WorkspaceEdit;
}

/** Makes something better of pasted data; undefined leaves it to the editor. */
export type Paste = (
  document: vscode.TextDocument,
  ranges: readonly vscode.Range[],
  data: vscode.DataTransfer,
  token: vscode.CancellationToken,
) => Promise<Insertion | undefined>;

/** The part of the editor's interface since 1.97 that is used here; older editors do not have it. */
interface PasteApi {
  readonly languages: {
    registerDocumentPasteEditProvider?(
      selector: vscode.DocumentSelector,
      provider: {
        provideDocumentPasteEdits(
          document: vscode.TextDocument,
          ranges: readonly vscode.Range[],
          data: vscode.DataTransfer,
          context: unknown,
          token: vscode.CancellationToken,
        ): Promise<PasteEdit[] | undefined>;
      },
      metadata: {
        readonly providedPasteEditKinds: readonly EditKind[];
        readonly pasteMimeTypes: readonly string[];
      },
    ): vscode.Disposable;
  };
  readonly DocumentPasteEdit: new (
    insertText: string | vscode.SnippetString,
    title: string,
    kind: EditKind,
  ) => PasteEdit;
  readonly DocumentDropOrPasteEditKind: { readonly Empty: EditKind };
}

interface PasteEdit {
  additionalEdit?: vscode.WorkspaceEdit;
}

interface EditKind {
  append(...parts: string[]): EditKind;
}

/** The documents whose pastes and drops are ours. */
export const reportSelector: vscode.DocumentSelector = reportSchemes.map((scheme) => ({
  scheme,
  language: REPORT_LANGUAGE,
}));

/** Has `paste` handle data of these types in reports; does nothing in editors that cannot ask. */
export function registerPaste(
  kind: readonly string[],
  pasteMimeTypes: readonly string[],
  paste: Paste,
): vscode.Disposable {
  const { languages, DocumentPasteEdit, DocumentDropOrPasteEditKind } = vscode as unknown as PasteApi;
  if (!languages.registerDocumentPasteEditProvider) return new vscode.Disposable(() => {});
  const editKind = DocumentDropOrPasteEditKind.Empty.append(...kind);
  return languages.registerDocumentPasteEditProvider(
    reportSelector,
    {
      async provideDocumentPasteEdits(document, ranges, data, _context, token) {
        const found = await paste(document, ranges, data, token);
        if (!found || token.isCancellationRequested) return undefined;
        const edit = new DocumentPasteEdit(found.text, found.title, editKind);
        if (found.files) edit.additionalEdit = found.files;
        return [edit];
      },
    },
    { providedPasteEditKinds: [editKind], pasteMimeTypes },
  );
}
