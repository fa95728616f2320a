import type {
  CancellationToken,
  CompletionItem,
  Diagnostic,
  DocumentHighlight,
  DocumentLink,
  Location,
  Position,
  Range,
  WorkspaceEdit,
} from "vscode-languageserver";
import {
  createLanguageService,
  DiagnosticLevel,
  type IMdLanguageService,
  type IMdParser,
  type IWorkspace,
  LogLevel,
  RenameNotSupportedAtLocationError,
} from "vscode-markdown-languageservice";
import { URI } from "vscode-uri";
import { MarkdownTokens } from "../../links/markdown-tokens.js";
import { LinkDocument } from "./link-document.js";
import { changesOf, editOf } from "./link-edits.js";
import { MovedWorkspace } from "./link-moves.js";
import { resolvedTarget, safeLink } from "./link-targets.js";
import { type LinkSources, LinkWorkspace, MARKDOWN_EXTENSIONS, type Reach } from "./link-workspace.js";

/** How links that lead nowhere are shown. */
export type LinkLevel = "hint" | "warning";

/** Answers about the links, headings and link definitions of Markdown files. */
export type LinkService = ReturnType<typeof linkService>;

/** Makes the service; it reads nothing before it is asked. */
export function linkService(sources: LinkSources) {
  const workspace = new LinkWorkspace(sources);
  const markdown = languageService(workspace);

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
  /** The name that a heading gave itself, if the link at a place leads to it. */
  const anchorAt = async (document: LinkDocument, at: Position, token: CancellationToken) => {
    const [place] = list(await markdown.getDefinition(document, at, token));
    const target = place && workspace.document(place.uri);
    if (!target || !(await isLink(markdown, document, at, token))) return undefined;
    const { range } = (await markdown.prepareRename(document, at, token)) ?? {};
    const name = range && document.getText(range).toLowerCase();
    const anchor = target.anchors.find(
      (candidate) =>
        candidate.name.toLowerCase() === name && target.lineAt(candidate.heading) === place.range.start.line,
    );
    return anchor && range && { anchor, range, target };
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
      about(uri, "all", async (document) => {
        const at = document.shown(position);
        const named = await anchorAt(document, at, token).catch(unsupported);
        if (named) return { range: document.actual(named.range), placeholder: named.anchor.name };
        const found = await markdown.prepareRename(document, at, token).catch(unsupported);
        return found && { ...found, range: document.actual(found.range) };
      }),

    rename: (uri: string, position: Position, name: string, token: CancellationToken) =>
      about(uri, "all", async (document): Promise<WorkspaceEdit | undefined> => {
        const at = document.shown(position);
        const named = await anchorAt(document, at, token).catch(unsupported);
        if (named) {
          const links = await markdown.getReferences(document, at, { includeDeclaration: false }, token);
          return editOf(anchorEdits(named, name, links, workspace), workspace);
        }
        const edit = await markdown.getRenameEdit(document, at, name, token).catch(unsupported);
        return edit && editOf(changesOf(edit), workspace);
      }),

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
        const found = await markdown.computeDiagnostics(document, validation(level), token);
        return found.map(({ data: _, ...item }) => ({ ...item, range: document.actual(item.range) }));
      }),

    /** The edits that keep links right when files move; to be made before the files move. */
    moves: async (
      files: readonly { readonly oldUri: string; readonly newUri: string }[],
      token: CancellationToken,
    ): Promise<WorkspaceEdit | undefined> => {
      const moves = files.map(({ oldUri, newUri }) => ({
        oldUri: URI.parse(oldUri),
        newUri: URI.parse(newUri),
      }));
      await workspace.refresh("all");
      const moved = new MovedWorkspace(workspace, moves);
      const future = languageService(moved);
      try {
        const found = await future.getRenameFilesInWorkspaceEdit(moves, token);
        if (!found) return undefined;
        const changes = changesOf(found.edit).flatMap((change) => {
          if (change.kind !== "text") return [];
          const before = moved.before(URI.parse(change.uri));
          return before ? [{ ...change, uri: before.toString() }] : [];
        });
        return editOf(changes, workspace);
      } finally {
        future.dispose();
      }
    },
  };
}

function languageService(workspace: IWorkspace): IMdLanguageService {
  const tokens = new MarkdownTokens();
  const parser: IMdParser = {
    slugifier: tokens.slugifier,
    tokenize: async (document) => {
      const anchors =
        document instanceof LinkDocument
          ? document.anchors.map(({ name, heading }) => ({ name, line: document.lineAt(heading) }))
          : [];
      return tokens.read(document.getText(), anchors) as Awaited<ReturnType<IMdParser["tokenize"]>>;
    },
  };
  return createLanguageService({
    workspace,
    parser,
    // What the library would log holds words of the reports.
    logger: { level: LogLevel.Off, log() {} },
    markdownFileExtensions: MARKDOWN_EXTENSIONS,
  });
}

/** The edits that give a heading's own name another one, and the links to it as well. */
function anchorEdits(
  { anchor, target }: { anchor: LinkDocument["anchors"][number]; target: LinkDocument },
  name: string,
  links: readonly Location[],
  workspace: LinkWorkspace,
) {
  const newText = name.replace(/[^\p{L}\p{N}_:.-]+/gu, "-");
  const range = { start: target.positionAt(anchor.from), end: target.positionAt(anchor.to) };
  return [
    { kind: "text" as const, uri: target.uri, range, newText },
    ...links.flatMap(({ uri, range: { start, end } }) => {
      const hash = workspace.document(uri)?.getText({ start, end }).indexOf("#") ?? -1;
      const from = { line: start.line, character: start.character + hash + 1 };
      return hash < 0 ? [] : [{ kind: "text" as const, uri, range: { start: from, end }, newText }];
    }),
  ];
}

/** Whether a place is in a link: on the line of a heading, the library answers about the heading. */
async function isLink(
  markdown: IMdLanguageService,
  document: LinkDocument,
  at: Position,
  token: CancellationToken,
): Promise<boolean> {
  return (await markdown.getDocumentLinks(document, token)).some(({ range }) => holds(range, at));
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

function validation(level: LinkLevel) {
  const shown = DiagnosticLevel[level];
  return {
    validateReferences: shown,
    validateFragmentLinks: shown,
    validateFileLinks: shown,
    validateMarkdownFileLinkFragments: shown,
    validateUnusedLinkDefinitions: DiagnosticLevel.hint,
    validateDuplicateLinkDefinitions: shown,
    ignoreLinks: [],
  };
}

function list<T>(found: T | T[] | undefined): T[] {
  return found === undefined ? [] : Array.isArray(found) ? found : [found];
}

function holds({ start, end }: Range, { line, character }: Position): boolean {
  return (
    start.line === line && end.line === line && start.character <= character && character <= end.character
  );
}

function unsupported(error: unknown): undefined {
  if (!(error instanceof RenameNotSupportedAtLocationError)) throw error;
}
