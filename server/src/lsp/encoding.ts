import type { Message } from "vscode-languageserver";

/** An answer with less than this many parts is written as a whole. */
const FEW = 16;

/**
 * Writes messages as JSON. Of large answers, the parts that were sent before, the same objects, are not written anew:
 * nobody may change an answer once it is given. Parts are the elements of an array, those of `items`, and `children`,
 * where they stand at a `range`; arrays of anything else are small to write, and kept as a whole.
 */
export class Encoder {
  readonly name = "application/json";
  private readonly written = new WeakMap<object, Buffer>();

  encode(message: Message): Promise<Uint8Array> {
    try {
      return Promise.resolve(this.bytes(message));
    } catch (error) {
      return Promise.reject(error);
    }
  }

  private bytes(message: Message): Uint8Array {
    const { result, ...rest } = message as Message & { readonly result?: unknown };
    const { items, ...about } = (result ?? {}) as { readonly items?: unknown };
    if (isLong(result)) return around(rest, "result", this.list(result));
    if (isLong(items)) return around(rest, "result", around(about, "items", this.list(items)));
    return Buffer.from(JSON.stringify(message));
  }

  private list(parts: readonly unknown[]): Buffer {
    const known = this.written.get(parts);
    if (known) return known;
    const bytes = parts.every(hasRange) ? this.joined(parts) : Buffer.from(JSON.stringify(parts));
    this.written.set(parts, bytes);
    return bytes;
  }

  private joined(parts: readonly unknown[]): Buffer {
    const chunks: Uint8Array[] = [];
    for (const part of parts) chunks.push(chunks.length === 0 ? OPEN : COMMA, this.part(part));
    return Buffer.concat([...(chunks.length === 0 ? [OPEN] : chunks), CLOSE]);
  }

  private part(part: unknown): Buffer {
    if (typeof part !== "object" || part === null) return Buffer.from(JSON.stringify(part) ?? "null");
    const known = this.written.get(part);
    if (known) return known;
    const { children, ...own } = part as { readonly children?: unknown };
    const bytes =
      Array.isArray(children) && children.length > 0
        ? around(own, "children", this.list(children))
        : Buffer.from(JSON.stringify(part));
    this.written.set(part, bytes);
    return bytes;
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
function around(object: object, key: string, value: Buffer): Buffer {
  const own = JSON.stringify(object);
  const head = `${own.slice(0, -1)}${own === "{}" ? "" : ","}"${key}":`;
  return Buffer.concat([Buffer.from(head), value, END]);
}
