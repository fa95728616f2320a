import type { Connection } from "vscode-languageserver";
import { decode } from "../workspace/decode.js";
import type { FileKind, WorkspaceFiles } from "../workspace/files.js";
import type { IndexFile } from "../workspace/index-cache.js";
import { TEXT_EXTENSIONS } from "../workspace/report-files.js";
import { MAX_TEMPLATE_BYTES, MAX_TEMPLATES, templateName } from "../workspace/templates.js";
import {
  type EntryKind,
  FIND_FILES_REQUEST,
  type FindFilesAnswer,
  type FindFilesParams,
  READ_FILE_REQUEST,
  READ_FOLDER_REQUEST,
  type ReadFileAnswer,
  type ReadFolderAnswer,
  STAT_REQUEST,
  type StatAnswer,
  WRITE_CACHE_REQUEST,
  type WriteCacheParams,
} from "./protocol.js";

/** The files that the client reads for the server. What it fails to answer counts as not there. */
export function clientFiles(connection: Connection): WorkspaceFiles {
  const stat = (uri: string) => connection.sendRequest<StatAnswer>(STAT_REQUEST, { uri }).catch(() => null);
  const folder = (uri: string) =>
    connection.sendRequest<ReadFolderAnswer>(READ_FOLDER_REQUEST, { uri }).catch(() => []);
  const read = (uri: string) => readText(connection, uri);

  return {
    read,
    stat: async (uri) => {
      const found = await stat(uri);
      return found ? kindOf(found.kind) : undefined;
    },
    stamp: async (uri) => {
      const found = await stat(uri);
      return found?.kind === "file" ? stampOf(found) : undefined;
    },
    entries: async (uri) => (await folder(uri)).map(([name, kind]) => [name, kindOf(kind)]),
    list: async (root) => {
      const params: FindFilesParams = { folder: root, extensions: TEXT_EXTENSIONS };
      const found = await connection.sendRequest<FindFilesAnswer>(FIND_FILES_REQUEST, params);
      return found.map((file) => ({ uri: file.uri, stamp: stampOf(file), size: file.size }));
    },
    // Whoever provides the files decides where its links lead; a path that climbs is ours to refuse.
    within: async (uri, folders) => isBelow(uri, folders),
    templates: async (at, root) => {
      if (!isBelow(at, [root])) return [];
      const names = (await folder(at)).flatMap(([name, kind]) =>
        kind === "file" && /\.(?:md|markdown)$/i.test(name) ? [name] : [],
      );
      const found = [];
      for (const name of names.sort().slice(0, MAX_TEMPLATES)) {
        const uri = `${at}/${encodeURIComponent(name)}`;
        const size = (await stat(uri))?.size ?? Number.POSITIVE_INFINITY;
        const text = size > MAX_TEMPLATE_BYTES ? undefined : await read(uri);
        if (text !== undefined) found.push({ name: templateName(name), text });
      }
      return found;
    },
  };
}

/** Files of the cache in a folder that the client gave and writes to itself. */
export function clientCache(connection: Connection, folder: string): IndexFile {
  return {
    read: (name) => readText(connection, `${folder.replace(/\/$/, "")}/${name}`),
    write: async (name, text) => {
      const params: WriteCacheParams = { name, text };
      await connection.sendRequest(WRITE_CACHE_REQUEST, params);
    },
  };
}

async function readText(connection: Connection, uri: string): Promise<string | undefined> {
  try {
    const bytes = await connection.sendRequest<ReadFileAnswer>(READ_FILE_REQUEST, { uri });
    return bytes === null
      ? undefined
      : decode(Uint8Array.from(atob(bytes), (sign) => sign.charCodeAt(0))).text;
  } catch {
    return undefined;
  }
}

function kindOf(kind: EntryKind): FileKind {
  return { isDirectory: kind === "folder" };
}

function stampOf({ mtime, size }: { readonly mtime: number; readonly size: number }): string {
  return `${mtime}.${size}`;
}

/** Whether a place is one of the folders or below it, as written. */
function isBelow(uri: string, folders: readonly string[]): boolean {
  if (uri.split(/[/\\]|%2f|%5c/i).some((part) => /^(?:\.|%2e){2}$/i.test(part))) return false;
  return folders.some((folder) => `${uri}/`.startsWith(folder.endsWith("/") ? folder : `${folder}/`));
}
