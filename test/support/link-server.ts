import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect } from "vitest";
import type { Range, TextEdit, WorkspaceEdit } from "vscode-languageserver";
import { URI } from "vscode-uri";
import { Text } from "../../server/src/text/text.js";
import { ServerProcess } from "../lsp/client.js";
import { fixture, marked } from "./fixture.js";

const CAPABILITIES = {
  textDocument: { diagnostic: {}, completion: { completionItem: { insertReplaceSupport: true } } },
  workspace: {
    workspaceEdit: { documentChanges: true, resourceOperations: ["rename"] },
    fileOperations: { willRename: true },
  },
};

/** What stands on disk in the two folders where nothing else is said. */
export const LINK_FILES = {
  "notes/other.md": "# Other\n\n## All talks\n\nSee [here](a.trip.md#opening-talk) and [b](a.trip.md).\n",
  "notes/deep/My notes.md": "# My notes\n\n[up](../a.trip.md#opening-talk)\n\n[x]: <../a.trip.md>\n",
  "notes/schöne Bilder/foto 1.png": "",
  "slides/index.md": "# Slides\n\n## Über uns\n",
};

/** A place of the protocol's in a file. */
export interface Place {
  readonly uri: string;
  readonly range: Range;
}

/** The built server over two folders, `notes` and `slides`, of files on disk; paths begin with the folder. */
export class LinkServer {
  private readonly root = realpathSync(mkdtempSync(join(tmpdir(), "trip-links-")));
  private readonly server = new ServerProcess();
  private readonly texts = new Map<string, Text>();
  private readonly opened = new Set<string>();

  constructor(files: Readonly<Record<string, string>> = {}) {
    mkdirSync(join(this.root, "notes"));
    mkdirSync(join(this.root, "slides"));
    for (const [path, text] of Object.entries(files)) this.write(path, text);
  }

  /** Starts the server; `settings` are what the user set about the editor, `capabilities` what the client can do. */
  async start(settings: object = {}, capabilities: object = CAPABILITIES): Promise<void> {
    await this.server.connection.sendRequest("initialize", {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: ["notes", "slides"].map((name) => ({ name, uri: this.uri(name) })),
      initializationOptions: settings,
      capabilities,
    });
    await this.server.connection.sendNotification("initialized", {});
  }

  uri(path: string): string {
    return URI.parse(pathToFileURL(join(this.root, path)).href).toString();
  }

  /** The path of a URI from the folder of both folders; other URIs stay. */
  path(uri: string): string {
    const base = `${this.uri("")}`.replace(/\/?$/, "/");
    return uri.startsWith(base) ? decodeURIComponent(uri.slice(base.length)) : uri;
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    writeFileSync(join(this.root, path), text);
    this.texts.set(path, Text.of(text));
  }

  /** Opens a report, afresh if it is open, with a cursor at `$0` and answers what a question about the cursor is asked with. */
  async open(path: string, report: string) {
    const { text, cursor } = fixture(report);
    const textDocument = { uri: this.uri(path) };
    if (this.opened.has(path))
      await this.server.connection.sendNotification("textDocument/didClose", { textDocument });
    this.opened.add(path);
    this.texts.set(path, Text.of(text));
    await this.server.open(textDocument.uri, text);
    const { line, column } = Text.of(text).positionAt(cursor ?? 0);
    return { textDocument, position: { line, character: column } };
  }

  request<T>(method: string, params: object): Promise<T> {
    return this.server.request<T>(method, params);
  }

  /** Files with the places in them marked, one a file, in the order of their paths. */
  show(places: readonly Place[]): Record<string, string> {
    const found: Record<string, string> = {};
    for (const path of [...new Set(places.map(({ uri }) => this.path(uri)))].sort()) {
      const text = this.texts.get(path)!;
      const spans = places
        .filter(({ uri }) => this.path(uri) === path)
        .map(({ range }) => ({ from: this.offset(text, range.start), to: this.offset(text, range.end) }));
      found[path] = marked(text.content, spans);
    }
    return found;
  }

  /** The files after an edit; a moved file appears as `old -> new`. */
  edited({ documentChanges, changes }: WorkspaceEdit): Record<string, string> {
    const found: Record<string, string> = {};
    for (const change of documentChanges ?? []) {
      if ("edits" in change)
        found[this.path(change.textDocument.uri)] = this.apply(
          change.textDocument.uri,
          change.edits as TextEdit[],
        );
      else if (change.kind === "rename") found[this.path(change.oldUri)] = `-> ${this.path(change.newUri)}`;
    }
    for (const [uri, edits] of Object.entries(changes ?? {})) found[this.path(uri)] = this.apply(uri, edits);
    return found;
  }

  /** Stops the server, which must end without a fault, and takes the files away. */
  async stop(): Promise<void> {
    expect(await this.server.stop()).toBe(0);
    rmSync(this.root, { recursive: true, force: true });
  }

  /** Where the files are, for tests that make more of them. */
  folder(path: string): string {
    return join(this.root, path);
  }

  private apply(uri: string, edits: readonly TextEdit[]): string {
    const text = this.texts.get(this.path(uri))!;
    const spans = edits.map(({ range, newText }) => ({
      from: this.offset(text, range.start),
      to: this.offset(text, range.end),
      newText,
    }));
    return spans
      .sort((a, b) => b.from - a.from)
      .reduce((done, { from, to, newText }) => done.slice(0, from) + newText + done.slice(to), text.content);
  }

  private offset(text: Text, { line, character }: { line: number; character: number }): number {
    // A place behind the end of its line would be a mistake of the server's that `offsetAt` hides.
    expect(text.lineStart(line) + character).toBeLessThanOrEqual(text.lineEnd(line));
    return text.offsetAt({ line, column: character });
  }
}

/** Runs a test with a server of its own. */
export async function alone(test: (own: LinkServer) => Promise<void>): Promise<void> {
  const own = new LinkServer(LINK_FILES);
  try {
    await test(own);
  } finally {
    await own.stop();
  }
}
