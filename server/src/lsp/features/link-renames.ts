import type { CancellationToken, Location, Position, Range, WorkspaceEdit } from "vscode-languageserver";
import { type IMdLanguageService, RenameNotSupportedAtLocationError } from "vscode-markdown-languageservice";
import type { LinkDocument } from "./link-document.js";
import { type Change, changesOf, editOf } from "./link-edits.js";
import { holds, list } from "./link-places.js";
import type { LinkWorkspace } from "./link-workspace.js";

/** The name that a heading gave itself, and the link to it that is asked about. */
interface NamedAnchor {
  readonly anchor: LinkDocument["anchors"][number];
  readonly range: Range;
  readonly target: LinkDocument;
}

/** Renames headings, files and link definitions with the links to them. Places are the library's. */
export class LinkRenames {
  constructor(
    private readonly markdown: IMdLanguageService,
    private readonly workspace: LinkWorkspace,
  ) {}

  /** What would be renamed at a place, and what it is called. */
  async prepare(
    document: LinkDocument,
    at: Position,
    token: CancellationToken,
  ): Promise<{ readonly range: Range; readonly placeholder: string } | undefined> {
    const named = await this.anchorAt(document, at, token).catch(unsupported);
    if (named) return { range: document.actual(named.range), placeholder: named.anchor.name };
    const found = await this.markdown.prepareRename(document, at, token).catch(unsupported);
    return found && { ...found, range: document.actual(found.range) };
  }

  /** The edits that rename what stands at a place. */
  async edit(
    document: LinkDocument,
    at: Position,
    name: string,
    token: CancellationToken,
  ): Promise<WorkspaceEdit | undefined> {
    const { markdown, workspace } = this;
    const named = await this.anchorAt(document, at, token).catch(unsupported);
    if (named) {
      const links = await markdown.getReferences(document, at, { includeDeclaration: false }, token);
      return editOf(this.anchorEdits(named, name, links), workspace);
    }
    const edit = await markdown.getRenameEdit(document, at, name, token).catch(unsupported);
    return edit && editOf(changesOf(edit), workspace);
  }

  /** The name that a heading gave itself, if the link at a place leads to it. */
  private async anchorAt(
    document: LinkDocument,
    at: Position,
    token: CancellationToken,
  ): Promise<NamedAnchor | undefined> {
    const { markdown } = this;
    const [place] = list(await markdown.getDefinition(document, at, token));
    const target = place && this.workspace.document(place.uri);
    if (!target || !(await this.isLink(document, at, token))) return undefined;
    const { range } = (await markdown.prepareRename(document, at, token)) ?? {};
    const name = range && document.getText(range).toLowerCase();
    const anchor = target.anchors.find(
      (candidate) =>
        candidate.name.toLowerCase() === name && target.lineAt(candidate.heading) === place.range.start.line,
    );
    return anchor && range && { anchor, range, target };
  }

  /** Whether a place is in a link: on the line of a heading, the library answers about the heading. */
  private async isLink(document: LinkDocument, at: Position, token: CancellationToken): Promise<boolean> {
    return (await this.markdown.getDocumentLinks(document, token)).some(({ range }) => holds(range, at));
  }

  /** The edits that give a heading's own name another one, and the links to it as well. */
  private anchorEdits({ anchor, target }: NamedAnchor, name: string, links: readonly Location[]): Change[] {
    const newText = name.replace(/[^\p{L}\p{N}_:.-]+/gu, "-");
    const range = { start: target.positionAt(anchor.from), end: target.positionAt(anchor.to) };
    return [
      { kind: "text", uri: target.uri, range, newText },
      ...links.flatMap(({ uri, range: { start, end } }): Change[] => {
        const hash = this.workspace.document(uri)?.getText({ start, end }).indexOf("#") ?? -1;
        const from = { line: start.line, character: start.character + hash + 1 };
        return hash < 0 ? [] : [{ kind: "text", uri, range: { start: from, end }, newText }];
      }),
    ];
  }
}

function unsupported(error: unknown): undefined {
  if (!(error instanceof RenameNotSupportedAtLocationError)) throw error;
}
