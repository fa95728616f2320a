/**
 * The one spelling of a `file:` URI that editors and the file system agree on: escapes are upper case, everything
 * but letters, digits and `-._~` is escaped, drives are lower case. Other URIs stay as they are.
 */
export function canonicalUri(uri: string): string {
  const found = /^file:\/\/([^/?#]*)(\/[^?#]*)?$/i.exec(uri);
  if (!found) return uri;
  const path = (found[2] ?? "/").split("/").map(segment).join("/");
  return `file://${found[1]!.toLowerCase()}${path.replace(/^\/([A-Z])%3A/, (_, drive: string) => `/${drive.toLowerCase()}%3A`)}`;
}

/** Whether a file lies below one of the folders. */
export function isBelow(folders: ReadonlySet<string>, uri: string): boolean {
  for (let slash = uri.lastIndexOf("/"); slash > 0; slash = uri.lastIndexOf("/", slash - 1))
    if (folders.has(uri.slice(0, slash))) return true;
  return false;
}

function segment(part: string): string {
  try {
    return encodeURIComponent(decodeURIComponent(part)).replace(
      /[!'()*]/g,
      (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
    );
  } catch {
    return part;
  }
}
