/** Why bytes are no text, in words that fit behind a file name. */
export class NotText extends Error {}

/** How the bytes of a file are text, so that they can be written back as they were. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be";

export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
}

/** How much of a file is searched for the zero bytes that tell a binary one. */
const SNIFFED = 8192;

/**
 * Decodes a file. A byte order mark tells UTF-16 and stays in the text; everything else must be UTF-8.
 * @throws NotText for binary files and for bytes that are not valid in the encoding.
 */
export function decode(bytes: Uint8Array): Decoded {
  const encoding = encodingOf(bytes);
  if (encoding === "utf-8" && bytes.subarray(0, SNIFFED).includes(0))
    throw new NotText("is a binary file, not a text");
  try {
    return { text: new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes), encoding };
  } catch {
    throw new NotText(
      `is not valid ${encoding.toUpperCase()}${encoding === "utf-8" ? ` (first at byte ${firstInvalid(bytes)})` : ""}`,
    );
  }
}

/** The bytes of a text in the encoding that it was read in. Lone surrogates become replacement characters. */
export function encode(text: string, encoding: Encoding): Uint8Array {
  if (encoding === "utf-8") return new TextEncoder().encode(text);
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++)
    view.setUint16(at * 2, text.charCodeAt(at), encoding === "utf-16le");
  return bytes;
}

function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return "utf-8";
}

/** The offset of the first byte that is not UTF-8, by halving: a prefix is valid or it is not. */
function firstInvalid(bytes: Uint8Array): number {
  const valid = (length: number) => {
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (valid(middle)) good = middle;
    else bad = middle;
  }
  return good;
}
