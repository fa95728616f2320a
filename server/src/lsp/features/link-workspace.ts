import { Emitter } from "vscode-languageserver";
import type { FileStat, IWorkspace } from "vscode-markdown-languageservice";
import { URI } from "vscode-uri";
import { LONGEST_TEXT } from "../../links/patience.js";
import type { Parser } from "../../syntax/parse.js";
import { Text } from "../../text/text.js";
import type { WorkspaceFiles } from "../../workspace/files.js";
import type { OpenDocument } from "../../workspace/report-store.js";
import { LinkDocument } from "./link-document.js";

/** What following links needs of the files; each answers for one place and reads no other. */
export type LinkFiles = Pick<WorkspaceFiles, "stamp" | "read" | "stat" | "entries" | "within">;

/** What the workspace of links is made of. */
export interface LinkSources {
  readonly files: LinkFiles;
  readonly parser: Parser;
  folders(): readonly string[];
  /** The URIs of the texts below the folders. */
  texts(): Promise<Iterable<string>>;
  open(): readonly OpenDocument[];
}

/** How far to look for what changed: open documents, every file met so far, or the whole workspace. */
export type Reach = "open" | "met" | "all";

export const MARKDOWN_EXTENSIONS = ["md", "markdown", "mdown", "mkd"];
/** More Markdown files than this are not read; those behind have no references. */
const MOST_FILES = 5000;
/** Files read at the same time. */
const AT_ONCE = 16;

/**
 * The Markdown files of the workspace, open ones over those on disk. Nothing outside the workspace's folders is
 * touched. It learns of changes when `refresh` is called, which is before each request.
 */
export class LinkWorkspace implements IWorkspace {
  private readonly known = new Map<string, { readonly stamp: string; readonly document: LinkDocument }>();
  private readonly created = new Emitter<LinkDocument>();
  private readonly changed = new Emitter<LinkDocument>();
  private readonly deleted = new Emitter<URI>();
  readonly onDidCreateMarkdownDocument = this.created.event;
  readonly onDidChangeMarkdownDocument = this.changed.event;
  readonly onDidDeleteMarkdownDocument = this.deleted.event;

  constructor(private readonly sources: LinkSources) {}

  get workspaceFolders(): readonly URI[] {
    return this.sources.folders().map((folder) => URI.parse(folder));
  }

  /** The document at a URI, in any spelling, if it was met. */
  document(uri: string): LinkDocument | undefined {
    return this.known.get(keyOf(uri))?.document;
  }

  /** The version of an open document; null for files on disk. */
  versionOf(uri: string): number | null {
    const found = this.known.get(keyOf(uri));
    return found?.stamp.startsWith("open ") ? found.document.version : null;
  }

  /** Learns what changed. Documents that were closed are read from disk again. */
  async refresh(reach: Reach): Promise<void> {
    const open = new Set<string>();
    for (const { uri, version, format, text } of this.sources.open()) {
      if (format !== "markdown") continue;
      open.add(keyOf(uri));
      this.put(keyOf(uri), `open ${version}`, text, version);
    }
    const closed = new Set(reach === "all" ? await this.listed() : []);
    for (const [key, { stamp }] of this.known)
      if (reach !== "open" || stamp.startsWith("open ")) closed.add(key);
    await inTurns(
      [...closed].filter((key) => !open.has(key)),
      (key) => this.reread(key),
    );
  }

  async getAllMarkdownDocuments(): Promise<LinkDocument[]> {
    return [...this.known.values()].map(({ document }) => document);
  }

  hasMarkdownDocument(resource: URI): boolean {
    return this.known.has(resource.toString());
  }

  async openMarkdownDocument(resource: URI): Promise<LinkDocument | undefined> {
    const key = bare(resource).toString();
    if (!this.known.has(key) && isMarkdown(key)) await this.reread(key);
    return this.known.get(key)?.document;
  }

  async stat(resource: URI): Promise<FileStat | undefined> {
    const uri = bare(resource);
    if (this.known.has(uri.toString())) return { isDirectory: false };
    return (await this.isOurs(uri)) ? this.sources.files.stat(uri.toString()) : undefined;
  }

  async readDirectory(resource: URI): Promise<readonly (readonly [string, FileStat])[]> {
    return (await this.isOurs(resource)) ? this.sources.files.entries(resource.toString()) : [];
  }

  /** Whether a place is below one of the workspace's folders, as written. */
  holds(uri: URI): boolean {
    return this.workspaceFolders.some(
      ({ scheme, authority, path }) =>
        uri.scheme === scheme &&
        uri.authority === authority &&
        !uri.path.split("/").includes("..") &&
        `${uri.path}/`.startsWith(path.endsWith("/") ? path : `${path}/`),
    );
  }

  private async isOurs(uri: URI): Promise<boolean> {
    return this.holds(uri) && (await this.sources.files.within(uri.toString(), this.sources.folders()));
  }

  private async listed(): Promise<string[]> {
    return [...(await this.sources.texts())].filter(isMarkdown).map(keyOf).slice(0, MOST_FILES);
  }

  /** Reads a file on disk again if it changed, and forgets it if it went. */
  private async reread(key: string): Promise<void> {
    const { files } = this.sources;
    const stamp = (await this.isOurs(URI.parse(key))) ? await files.stamp(key) : undefined;
    if (stamp !== undefined && this.known.get(key)?.stamp === stamp) return;
    const content = stamp === undefined ? undefined : await files.read(key);
    if (stamp === undefined || content === undefined) {
      if (this.known.delete(key)) this.deleted.fire(URI.parse(key));
    } else this.put(key, stamp, Text.of(content.length > LONGEST_TEXT ? "" : content), 0);
  }

  private put(key: string, stamp: string, text: Text, version: number): void {
    const before = this.known.get(key);
    if (before?.stamp === stamp && before.document.source === text) return;
    const syntax = this.sources.parser.parse(text.content, "markdown");
    const document = LinkDocument.of(key, version, text, syntax);
    this.known.set(key, { stamp, document });
    (before ? this.changed : this.created).fire(document);
  }
}

/** A URI in the spelling that the library has; clients spell the same place in several ways. */
export function keyOf(uri: string): string {
  return URI.parse(uri).toString();
}

function bare(uri: URI): URI {
  return uri.with({ fragment: "", query: "" });
}

function isMarkdown(uri: string): boolean {
  return MARKDOWN_EXTENSIONS.includes(/\.(\w+)$/.exec(uri)?.[1]?.toLowerCase() ?? "");
}

/** Does something for each, a few at the same time. */
async function inTurns<T>(all: readonly T[], action: (item: T) => Promise<void>): Promise<void> {
  const rest = all.values();
  const worker = async () => {
    for (const item of rest) await action(item);
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, all.length) }, worker));
}
