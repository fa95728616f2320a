import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { decode } from "./decode.js";

/** The text of the file at a `file:` URI; undefined for other URIs and for files that are not there or no text. */
export async function readFileUri(uri: string): Promise<string | undefined> {
  if (!uri.startsWith("file:")) return undefined;
  try {
    return decode(await readFile(fileURLToPath(uri))).text;
  } catch {
    return undefined;
  }
}
