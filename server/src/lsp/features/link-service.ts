import type {
  CancellationToken,
  CompletionItem,
  Diagnostic,
  DocumentHighlight,
  DocumentLink,
  Location,
  Position,
} from "vscode-languageserver";
import { URI } from "vscode-uri";
import type { LinkDocument } from "./link-document.js";
import { type LinkLevel, linkLibrary, linkValidation } from "./link-library.js";
import { editsOfMoves, type MovedFile } from "./link-moves.js";
import { holds, list } from "./link-places.js";
import { LinkRenames } from "./link-renames.js";
import { resolvedTarget, safeLink } from "./link-targets.js";
import { type LinkSources, LinkWorkspace, type Reach } from "./link-workspace.js";

/** Answers about the links, headings and link definitions of Markdown files. */
export type LinkService = ReturnType<typeof linkService>;

/** Makes the service; it reads nothing before it is asked. */
export function linkService(sources: LinkSources) {
  const workspace = new LinkWorkspace(sources);
  const markdown = linkLibrary(workspace);
  const renames = new LinkRenames(markdown, workspace);

  /** Has `ask` answer about a document in the library's places; undefined where there is no such document. */
  const about = async <T>(
    uri: string,
    reach: Reach,
    ask: (document: LinkDocument) => Promise<T>,
  ): Promise<T | undefined> => {
    await workspace.refresh(reach);
    const document = workspace.document(uri);
    return document && ask(document);
  };
  const locationOf = ({ uri, range }: Location): Location => ({
    uri,
    range: workspace.document(uri)?.actual(range) ?? range,
  });
  /** The file that the link at a place leads to. */
  const fileAt = async (
    document: LinkDocument,
    at: Position,
    token: CancellationToken,
  ): Promise<Location[]> => {
    const link = (await markdown.getDocumentLinks(document, token)).find(({ range }) => holds(range, at));
    const target = link?.data && resolvedTarget(await markdown.resolveDocumentLink(link, token), workspace);
    const uri = target?.replace(/#.*$/s, "");
    // A link that stays in its file and finds no heading leads nowhere.
    if (uri === undefined || uri === document.uri || !(await workspace.stat(URI.parse(uri)))) return [];
    const start = { line: 0, character: 0 };
    return [{ uri, range: { start, end: start } }];
  };

  return {
    definition: (uri: string, position: Position, token: CancellationToken) =>
      about(uri, "met", async (document) => {
        const at = document.shown(position);
        const found = list(await markdown.getDefinition(document, at, token)).map(locationOf);
        return found.length > 0 ? found : fileAt(document, at, token);
      }),

    references: (uri: string, position: Position, includeDeclaration: boolean, token: CancellationToken) =>
      about(uri, "all", async (document) => {
        const at = document.shown(position);
        const found = await markdown.getReferences(document, at, { includeDeclaration }, token);
        return found.map(locationOf);
      }),

    highlights: (uri: string, position: Position, token: CancellationToken) =>
      about(uri, "open", async (document): Promise<DocumentHighlight[]> => {
        const found = await markdown.getDocumentHighlights(document, document.shown(position), token);
        return found.map((highlight) => ({ ...highlight, range: document.actual(highlight.range) }));
      }),

    prepareRename: (uri: string, position: Position, token: CancellationToken) =>
      about(uri, "all", (document) => renames.prepare(document, document.shown(position), token)),

    rename: (uri: string, position: Position, name: string, token: CancellationToken) =>
      about(uri, "all", (document) => renames.edit(document, document.shown(position), name, token)),

    completions: (uri: string, position: Position, token: CancellationToken) =>
      about(uri, "met", async (document): Promise<CompletionItem[]> => {
        const items = await markdown.getCompletionItems(document, document.shown(position), {}, token);
        return items.map((item) => ({ ...item, ...completionEdit(item, document) }));
      }),

    documentLinks: (uri: string, token: CancellationToken) =>
      about(uri, "open", async (document): Promise<DocumentLink[]> => {
        const links = await markdown.getDocumentLinks(document, token);
        return links.flatMap((link) => safeLink(link, document, workspace));
      }),

    resolveLink: async (link: DocumentLink, token: CancellationToken): Promise<DocumentLink> => {
      await workspace.refresh("met");
      const resolved = await markdown.resolveDocumentLink({ ...link }, token);
      const target = resolvedTarget(resolved, workspace);
      return { range: link.range, ...(target === undefined ? {} : { target }) };
    },

    diagnostics: (uri: string, level: LinkLevel, token: CancellationToken) =>
      about(uri, "met", async (document): Promise<Diagnostic[]> => {
        const found = await markdown.computeDiagnostics(document, linkValidation(level), token);
        return found.map(({ data: _, ...item }) => ({ ...item, range: document.actual(item.range) }));
      }),

    /** The edits that keep links right when files move; to be made before the files move. */
    moves: async (files: readonly MovedFile[], token: CancellationToken) => {
      await workspace.refresh("all");
      return editsOfMoves(workspace, files, token);
    },
  };
}

function completionEdit({ textEdit }: CompletionItem, document: LinkDocument): Partial<CompletionItem> {
  if (!textEdit) return {};
  if ("range" in textEdit) return { textEdit: { ...textEdit, range: document.actual(textEdit.range) } };
  const { newText, insert, replace } = textEdit;
  // The library takes the bracket behind a path in brackets for a part of the path.
  const closes = document.getText({ start: insert.end, end: replace.end }).startsWith(">");
  const replaced = document.actual(closes ? insert : replace);
  return { textEdit: { newText, insert: document.actual(insert), replace: replaced } };
}
