import type { CancellationToken, Event, WorkspaceEdit } from "vscode-languageserver";
import type { FileStat, ITextDocument, IWorkspace } from "vscode-markdown-languageservice";
import { URI } from "vscode-uri";
import type { LinkDocument } from "./link-document.js";
import { changesOf, editOf } from "./link-edits.js";
import { linkLibrary } from "./link-library.js";
import type { LinkWorkspace } from "./link-workspace.js";

/** A file or folder that is about to move, by its URIs. */
export interface MovedFile {
  readonly oldUri: string;
  readonly newUri: string;
}

/** The edits that keep links right when files move; to be made before. */
export async function editsOfMoves(
  workspace: LinkWorkspace,
  files: readonly MovedFile[],
  token: CancellationToken,
): Promise<WorkspaceEdit | undefined> {
  const moves = files.map(({ oldUri, newUri }) => ({ oldUri: URI.parse(oldUri), newUri: URI.parse(newUri) }));
  const moved = new MovedWorkspace(workspace, moves);
  const future = linkLibrary(moved);
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
}

/** A file or folder and where it goes. */
interface Move {
  readonly oldUri: URI;
  readonly newUri: URI;
}

/**
 * A workspace as it will be once files have moved. The library updates links after the fact, the protocol asks
 * before: so it is shown the future, and what it answers is brought back by `before`.
 */
class MovedWorkspace implements IWorkspace {
  readonly onDidChangeMarkdownDocument: Event<ITextDocument> = never;
  readonly onDidCreateMarkdownDocument: Event<ITextDocument> = never;
  readonly onDidDeleteMarkdownDocument: Event<URI> = never;

  constructor(
    private readonly now: LinkWorkspace,
    private readonly moves: readonly Move[],
  ) {}

  get workspaceFolders(): readonly URI[] {
    return this.now.workspaceFolders;
  }

  /** Where a place of the future is now; undefined where something has moved away from. */
  before(uri: URI): URI | undefined {
    for (const { oldUri, newUri } of this.moves) {
      const moved = follow(uri, newUri, oldUri);
      if (moved) return moved;
    }
    return this.moves.some(({ oldUri, newUri }) => follow(uri, oldUri, newUri)) ? undefined : uri;
  }

  async getAllMarkdownDocuments(): Promise<LinkDocument[]> {
    return (await this.now.getAllMarkdownDocuments()).map((document) => this.moved(document));
  }

  hasMarkdownDocument(resource: URI): boolean {
    const before = this.before(resource);
    return before !== undefined && this.now.hasMarkdownDocument(before);
  }

  async openMarkdownDocument(resource: URI): Promise<LinkDocument | undefined> {
    const before = this.before(resource);
    const document = before && (await this.now.openMarkdownDocument(before));
    return document && this.moved(document);
  }

  async stat(resource: URI): Promise<FileStat | undefined> {
    const before = this.before(resource);
    return before && this.now.stat(before);
  }

  async readDirectory(): Promise<readonly (readonly [string, FileStat])[]> {
    return [];
  }

  private moved(document: LinkDocument): LinkDocument {
    for (const { oldUri, newUri } of this.moves) {
      const next = follow(document.$uri, oldUri, newUri);
      if (next) return document.at(next.toString());
    }
    return document;
  }
}

/** Where a place goes when what is at `from` goes to `to`; undefined if it is not there nor below. */
function follow(uri: URI, from: URI, to: URI): URI | undefined {
  if (uri.scheme !== from.scheme || uri.authority !== from.authority) return undefined;
  const base = from.path.replace(/\/$/, "");
  if (uri.path !== base && !uri.path.startsWith(`${base}/`)) return undefined;
  return to.with({ path: to.path.replace(/\/$/, "") + uri.path.slice(base.length) });
}

/** Tells of nothing: the future does not change while it is asked. */
const never: Event<never> = () => ({ dispose() {} });
