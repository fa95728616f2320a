/**
 * What a server that has no files of its own, or not those of every place, asks its client for. Such a client says
 * so by `InitializationOptions.files`. Places are URIs; what is not there is answered with `null`.
 */

/** Server to client: the bytes of a file in base64. */
export const READ_FILE_REQUEST = "tripReport/files/read";

export interface FileParams {
  readonly uri: string;
}

export type ReadFileAnswer = string | null;

/** Server to client: what is at a place. */
export const STAT_REQUEST = "tripReport/files/stat";

/** `size` in bytes, `mtime` in milliseconds. Links and what else there may be are `other`. */
export type StatAnswer = { readonly kind: EntryKind; readonly size: number; readonly mtime: number } | null;

export type EntryKind = "file" | "folder" | "other";

/** Server to client: what is in a folder; nothing where it cannot be read. */
export const READ_FOLDER_REQUEST = "tripReport/files/folder";

export type ReadFolderAnswer = readonly (readonly [name: string, kind: EntryKind])[];

/** Server to client: the files below a folder whose names have one of the endings. Links are not followed. */
export const FIND_FILES_REQUEST = "tripReport/files/find";

export interface FindFilesParams {
  readonly folder: string;
  /** Without a dot. */
  readonly extensions: readonly string[];
}

export type FindFilesAnswer = readonly {
  readonly uri: string;
  readonly size: number;
  readonly mtime: number;
}[];

/** Server to client: keeps a text until the next start, in the folder it gave as `cacheFolder`. */
export const WRITE_CACHE_REQUEST = "tripReport/files/cache";

export interface WriteCacheParams {
  /** Of the file, without a path. */
  readonly name: string;
  readonly text: string;
}
