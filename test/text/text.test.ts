import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEdits } from "../../server/src/text/edit.js";
import { lineNear } from "../../server/src/text/line-near.js";
import { Spliced } from "../../server/src/text/spliced.js";
import { Text } from "../../server/src/text/text.js";

const content = fc
  .array(fc.constantFrom("a", "é", "😀", "\n", "\r\n", "\r", " "), { maxLength: 30 })
  .map((parts) => parts.join(""));

describe("a text", () => {
  it("counts lines ended by LF, CRLF and CR", () => {
    const text = Text.of("a\nb\r\nc\rd");
    expect(text.lineCount).toBe(4);
    expect([0, 1, 2, 3].map((line) => text.content.slice(text.lineStart(line), text.lineEnd(line)))).toEqual([
      "a",
      "b",
      "c",
      "d",
    ]);
  });

  it("has the same lines after an edit as when read anew", () => {
    fc.assert(
      fc.property(content, content, fc.nat(), fc.nat(), (before, insert, a, b) => {
        const [from, to] = [a % (before.length + 1), b % (before.length + 1)].sort((x, y) => x - y) as [
          number,
          number,
        ];
        const edited = Text.of(before).replace({ from, to, insert });
        const fresh = Text.of(before.slice(0, from) + insert + before.slice(to));
        expect(edited.content).toBe(fresh.content);
        const starts = (text: Text) =>
          Array.from({ length: text.lineCount }, (_, line) => text.lineStart(line));
        expect(starts(edited)).toEqual(starts(fresh));
      }),
      { numRuns: 3000 },
    );
  });

  it("has the same lines and stretches after many edits that nobody looked at", () => {
    const edit = fc.record({ at: fc.nat(), length: fc.nat({ max: 9 }), insert: content, far: fc.boolean() });
    fc.assert(
      fc.property(content, fc.array(edit, { maxLength: 8 }), fc.nat(), fc.nat(), (start, edits, a, b) => {
        // Some edits are further apart than what is put together at once.
        let whole = `${start}${"words\n".repeat(4000)}${start}`;
        let edited = Text.of(whole);
        let spliced = Spliced.of(whole);
        for (const { at, length, insert, far } of edits) {
          const from = far ? at % (whole.length + 1) : at % (start.length + 1);
          const to = Math.min(whole.length, from + length);
          whole = whole.slice(0, from) + insert + whole.slice(to);
          edited = edited.replace({ from, to, insert });
          spliced = spliced.replace({ from, to, insert });
        }
        const fresh = Text.of(whole);
        expect(edited.length).toBe(whole.length);
        expect(edited.lineCount).toBe(fresh.lineCount);
        const line = a % fresh.lineCount;
        expect([edited.lineStart(line), edited.lineEnd(line)]).toEqual([
          fresh.lineStart(line),
          fresh.lineEnd(line),
        ]);
        const [from, to] = [a % (whole.length + 1), b % (whole.length + 1)].sort((x, y) => x - y);
        expect(spliced.slice(from!, to!)).toBe(whole.slice(from, to));
        expect(edited.content).toBe(whole);
      }),
      { numRuns: 1000 },
    );
  });

  it("finds an offset again through its position, except inside a line break", () => {
    fc.assert(
      fc.property(content, fc.nat(), (string, at) => {
        const text = Text.of(string);
        const offset = at % (string.length + 1);
        const found = text.offsetAt(text.positionAt(offset));
        expect(found <= offset && offset - found <= 1).toBe(true);
        if (string[offset - 1] !== "\r" || string[offset] !== "\n") expect(found).toBe(offset);
      }),
    );
  });

  it("tells the line of an offset also by one that is near", () => {
    fc.assert(
      fc.property(content, fc.nat(), fc.nat(), (string, at, near) => {
        const text = Text.of(`${string}${"a\n".repeat(20)}${string}`);
        const offset = at % (text.length + 1);
        expect(lineNear(text, offset, near % text.lineCount)).toBe(text.lineAt(offset));
      }),
    );
  });

  it("takes positions outside it as its nearest end", () => {
    const text = Text.of("ab\ncd");
    expect(text.offsetAt({ line: 9, column: 9 })).toBe(5);
    expect(text.offsetAt({ line: 0, column: 99 })).toBe(2);
    expect(text.offsetAt({ line: -1, column: 0 })).toBe(0);
  });
});

describe("edits", () => {
  it("apply in any order", () => {
    expect(
      applyEdits("abcdef", [
        { from: 4, to: 5, insert: "E" },
        { from: 0, to: 2, insert: "" },
      ]),
    ).toBe("cdEf");
  });

  it("must not overlap", () => {
    expect(() =>
      applyEdits("abc", [
        { from: 0, to: 2, insert: "" },
        { from: 1, to: 3, insert: "" },
      ]),
    ).toThrow(RangeError);
  });
});
