import type { FileOnDisk } from "./closed-reports.js";
import type { ReadTemplates } from "./templates.js";

/** What is at a place. */
export interface FileKind {
  readonly isDirectory: boolean;
}

/**
 * The files that the server may look at, by their URIs; nothing is ever written. One implementation reads this
 * machine's disk (`node.ts`), one asks the client (`lsp/client-files.ts`). Each answers for the places it knows and
 * as if nothing were there for others.
 */
export interface WorkspaceFiles {
  /** The text of a file; undefined where there is none and for files that are no text. */
  read(uri: string): Promise<string | undefined>;
  /** Tells one state of a file from another without reading it; undefined where there is none. */
  stamp(uri: string): Promise<string | undefined>;
  /** What is at a place, files and folders alike; undefined where there is nothing. */
  stat(uri: string): Promise<FileKind | undefined>;
  /** What is in a folder, by name; nothing where it cannot be read. */
  entries(folder: string): Promise<readonly (readonly [name: string, kind: FileKind])[]>;
  /** The texts below a folder that could be reports. Throws where the folder cannot be read. */
  list(folder: string): Promise<readonly FileOnDisk[]>;
  /** Whether a place is in one of the folders once links in the file system are followed. */
  within(uri: string, folders: readonly string[]): Promise<boolean>;
  /** The templates in a folder that is inside of `root`. */
  readonly templates: ReadTemplates;
}

/** Places on this machine by its own files, all others by `elsewhere`, where there is such a thing. */
export function filesByPlace(
  own: WorkspaceFiles | undefined,
  elsewhere: WorkspaceFiles | undefined,
): WorkspaceFiles {
  const at = (uri: string) => (own && uri.startsWith("file:") ? own : (elsewhere ?? NO_FILES));
  return {
    read: (uri) => at(uri).read(uri),
    stamp: (uri) => at(uri).stamp(uri),
    stat: (uri) => at(uri).stat(uri),
    entries: (folder) => at(folder).entries(folder),
    list: (folder) => at(folder).list(folder),
    within: (uri, folders) => at(uri).within(uri, folders),
    templates: (folder, root) => at(folder).templates(folder, root),
  };
}

export const NO_FILES: WorkspaceFiles = {
  read: async () => undefined,
  stamp: async () => undefined,
  stat: async () => undefined,
  entries: async () => [],
  list: async () => [],
  within: async () => false,
  templates: async () => [],
};
