/** A header of two fields is shorter by far; what is longer is none. In bytes. */
const LONGEST_HEADER = 4096;
/** More bytes than this make no string in V8 (`String::kMaxLength`), so that no message is longer. */
const LONGEST_BODY = 2 ** 29 - 24;

const END = Buffer.from("\r\n\r\n");
/** A field, or as much of one as there is. */
const FIELD = /^[!#$%&'*+.^_`|~\w-]{1,64}(?::[^\r\n]*|)$/;

/**
 * Parts a stream of bytes into the bodies of messages, by the header before each: `Content-Length: 12` and an empty line.
 * A header that is none leaves no way to tell where the next message begins, so nothing behind it is read.
 */
export class Frames {
  /** What is read of the next header. */
  private head = Buffer.alloc(0);
  /** What is read of the next body, once its header is. */
  private pieces: Uint8Array[] = [];
  private missing: number | undefined;
  private wrong: string | undefined;

  /** What is wrong with the stream, in words that repeat nothing of it; undefined while nothing is. */
  get broken(): string | undefined {
    return this.wrong;
  }

  /** Whether a message has begun and not ended. */
  get isWithin(): boolean {
    return this.head.length > 0 || this.missing !== undefined;
  }

  /** The bodies that end in these bytes, in order. */
  push(bytes: Uint8Array): Buffer[] {
    const bodies: Buffer[] = [];
    for (let rest = bytes; this.wrong === undefined; ) {
      if (this.missing === undefined) {
        const behind = this.header(rest);
        if (!behind) break;
        rest = behind;
      }
      const length = this.missing!;
      this.pieces.push(rest.subarray(0, length));
      this.missing = length - Math.min(length, rest.length);
      if (this.missing > 0) break;
      bodies.push(this.pieces.length === 1 ? Buffer.from(this.pieces[0]!) : Buffer.concat(this.pieces));
      this.pieces = [];
      this.missing = undefined;
      rest = rest.subarray(length);
    }
    return bodies;
  }

  /** Reads on in a header; what stands behind it, if it ends in these bytes. */
  private header(bytes: Uint8Array): Uint8Array | undefined {
    const before = this.head.length;
    this.head = Buffer.concat([this.head, bytes.subarray(0, LONGEST_HEADER + END.length - before)]);
    const end = this.head.indexOf(END);
    const fields = this.head.toString("latin1", 0, end < 0 ? this.head.length : end).split("\r\n");
    if (end < 0) {
      // Of the last line there may be more to come, its line break too.
      const last = fields.pop()!.replace(/\r$/, "");
      if (this.head.length >= LONGEST_HEADER) this.wrong = "a header does not end";
      else if (!fields.every((field) => FIELD.test(field)) || (last !== "" && !FIELD.test(last)))
        this.wrong = "there is something else where a header belongs";
      return undefined;
    }
    this.head = Buffer.alloc(0);
    this.missing = this.lengthIn(fields);
    return this.missing === undefined ? undefined : bytes.subarray(end + END.length - before);
  }

  private lengthIn(fields: readonly string[]): number | undefined {
    const lengths = fields
      .flatMap((field) => /^content-length:(.*)$/i.exec(field)?.[1] ?? [])
      .map((length) => length.replace(/^[ \t]+|(?<![ \t])[ \t]+$/g, ""));
    const [length] = lengths;
    if (!fields.every((field) => FIELD.test(field) && field.includes(":")))
      this.wrong = "there is something else where a header belongs";
    else if (length === undefined) this.wrong = "a header has no Content-Length";
    else if (lengths.length > 1) this.wrong = "a header has more than one Content-Length";
    else if (!/^\d+$/.test(length)) this.wrong = "a Content-Length is no number of bytes";
    else if (Number(length) > LONGEST_BODY) this.wrong = "a Content-Length is larger than any message";
    return this.wrong === undefined ? Number(length) : undefined;
  }
}
