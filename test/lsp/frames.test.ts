import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Frames } from "../../server/src/lsp/frames.js";
import { framed } from "../fuzz/wire.js";

/** What comes out of bytes that arrive in pieces of a size. */
function read(bytes: Uint8Array, size: number): { bodies: string[]; frames: Frames } {
  const frames = new Frames();
  const bodies: string[] = [];
  for (let at = 0; at < bytes.length; at += size)
    for (const body of frames.push(bytes.subarray(at, at + size))) bodies.push(body.toString());
  return { bodies, frames };
}

const body = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 30 }),
  fc.constantFrom("\r\n\r\n", "Content-Length: 3\r\n\r\nabc", ""),
);

describe("frames", () => {
  it("are the bodies that were written, in whatever pieces they arrive", () => {
    fc.assert(
      fc.property(fc.array(body, { maxLength: 6 }), fc.integer({ min: 1, max: 40 }), (written, size) => {
        const { bodies, frames } = read(Buffer.concat(written.map(framed)), size);
        expect(bodies).toEqual(written);
        expect([frames.broken, frames.isWithin]).toEqual([undefined, false]);
      }),
    );
  });

  it("come before what breaks the stream, and nothing comes behind it", () => {
    fc.assert(
      fc.property(fc.array(body), fc.integer({ min: 1, max: 40 }), (written, size) => {
        const bytes = Buffer.concat([
          ...written.map(framed),
          Buffer.from("Content-Length: -1\r\n\r\n"),
          framed("a"),
        ]);
        const { bodies, frames } = read(bytes, size);
        expect(bodies).toEqual(written);
        expect(frames.broken).toBe("a Content-Length is no number of bytes");
      }),
    );
  });

  it("have headers with other fields, in any case", () => {
    const header = "content-type: application/vscode-jsonrpc; charset=utf-8\r\nCONTENT-LENGTH:  2 \r\n\r\n";
    expect(read(Buffer.from(`${header}{}`), 7).bodies).toEqual(["{}"]);
  });

  const GARBAGE = "there is something else where a header belongs";
  it.each(
    [
      ["Content-Length: -5\r\n\r\n{}", "a Content-Length is no number of bytes"],
      ["Content-Length: 2.5\r\n\r\n{}", "a Content-Length is no number of bytes"],
      ["Content-Length: 2abc\r\n\r\n{}", "a Content-Length is no number of bytes"],
      ["Content-Length: 0x10\r\n\r\n{}", "a Content-Length is no number of bytes"],
      ["Content-Length: \r\n\r\n{}", "a Content-Length is no number of bytes"],
      ["Content-Length: 99999999999999999999\r\n\r\n{}", "a Content-Length is larger than any message"],
      ["Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}", "a header has more than one Content-Length"],
      ["Content-Type: x\r\n\r\n{}", "a header has no Content-Length"],
      ["\r\n\r\n{}", GARBAGE],
      ["garbage\r\nContent-Length: 2\r\n\r\n{}", GARBAGE],
      ["some garbage", GARBAGE],
      ["{}", GARBAGE],
      ["\u0000\u0001\u0002", GARBAGE],
      ["Content-Length: 2\n\n{}", GARBAGE],
      ["a".repeat(70), GARBAGE],
      [`a: ${"b".repeat(10_000)}`, "a header does not end"],
    ].map(([text = "", problem]) => [JSON.stringify(text).slice(0, 80), text, problem] as const),
  )("are no more behind %s", (_, text, problem) => {
    for (const size of [1, 5, 100_000]) {
      const { bodies, frames } = read(Buffer.from(text), size);
      expect(bodies).toEqual([]);
      expect(frames.broken).toBe(problem);
    }
  });
});
