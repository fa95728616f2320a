import type { Message } from "vscode-languageserver";
import { append } from "../text/append.js";

/** An answer with less than this many parts is written as a whole. */
const FEW = 16;
/** Shorter pieces are put together, in bytes: of the others none is copied to be sent. */
const SHORT = 16_384;

/** Bytes to be sent one piece after the other. */
type Pieces = readonly Uint8Array[];

/**
 * Writes messages as JSON. Of large answers, the parts that were sent before, the same objects, are not written anew:
 * nobody may change an answer once it is given. Parts are the elements of an array, those of `items`, and `children`,
 * where they stand at a `range`; arrays of anything else are small to write, and kept as a whole.
 */
export class Encoder {
  private readonly written = new WeakMap<object, Pieces>();

  /** The message, in pieces that belong together. @throws what `JSON.stringify` throws. */
  encode(message: Message): Pieces {
    const { result, ...rest } = message as Message & { readonly result?: unknown };
    const { items, ...about } = (result ?? {}) as { readonly items?: unknown };
    if (isLong(result)) return around(rest, "result", this.list(result));
    if (isLong(items)) return around(rest, "result", around(about, "items", this.list(items)));
    return [Buffer.from(JSON.stringify(message))];
  }

  private list(parts: readonly unknown[]): Pieces {
    const known = this.written.get(parts);
    if (known) return known;
    const pieces = parts.every(hasRange) ? this.joined(parts) : [Buffer.from(JSON.stringify(parts))];
    this.written.set(parts, pieces);
    return pieces;
  }

  private joined(parts: readonly unknown[]): Pieces {
    const all: Uint8Array[] = [];
    for (const part of parts) {
      all.push(all.length === 0 ? OPEN : COMMA);
      append(all, this.part(part));
    }
    return together([...(all.length === 0 ? [OPEN] : all), CLOSE]);
  }

  private part(part: unknown): Pieces {
    if (typeof part !== "object" || part === null) return [Buffer.from(JSON.stringify(part) ?? "null")];
    const known = this.written.get(part);
    if (known) return known;
    const { children, ...own } = part as { readonly children?: unknown };
    const pieces =
      Array.isArray(children) && children.length > 0
        ? around(own, "children", this.list(children))
        : [Buffer.from(JSON.stringify(part))];
    this.written.set(part, pieces);
    return pieces;
  }
}

const OPEN = Buffer.from("[");
const COMMA = Buffer.from(",");
const CLOSE = Buffer.from("]");
const END = Buffer.from("}");

function hasRange(part: unknown): boolean {
  return typeof part === "object" && part !== null && "range" in part;
}

function isLong(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length >= FEW;
}

/** An object with one more key behind the others, whose value is written already. */
function around(object: object, key: string, value: Pieces): Pieces {
  const own = JSON.stringify(object);
  const head = `${own.slice(0, -1)}${own === "{}" ? "" : ","}"${key}":`;
  return together([Buffer.from(head), ...value, END]);
}

/** The same bytes in fewer pieces: short ones that follow each other are one. */
function together(pieces: Pieces): Pieces {
  const all: Uint8Array[] = [];
  let short: Uint8Array[] = [];
  let length = 0;
  const close = () => {
    if (short.length > 0) all.push(short.length === 1 ? short[0]! : Buffer.concat(short, length));
    short = [];
    length = 0;
  };
  for (const piece of pieces) {
    if (piece.length >= SHORT) {
      close();
      all.push(piece);
    } else {
      short.push(piece);
      length += piece.length;
      if (length >= SHORT) close();
    }
  }
  close();
  return all;
}
