import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDocument } from "yaml";
import { readYaml } from "../../server/src/text/yaml.js";

type Told = readonly [code: string, message: string, pos: readonly [number, number]];
const codes = (errors: readonly Told[]) => errors.map(([code]) => code);

/** What the library itself says, which compares each key with all others. */
function errorsOfLibrary(text: string): Told[] {
  const { errors } = parseDocument(text, { version: "1.2", logLevel: "silent", prettyErrors: false });
  return errors.map(({ code, message, pos }): Told => [code, message, pos]).sort();
}

function errors(text: string): Told[] {
  return readYaml(text)
    .errors.map(({ code, message, pos }): Told => [code, message, pos])
    .sort();
}

describe("keys that stand in a map twice", () => {
  it.each([
    ["a: 1\nb: 2\n", []],
    ["a: 1\nb: 2\na: 3\n", [10]],
    ["a: {x: 1, x: 2, x: 3}\n", [10, 16]],
    ["- {x: 1}\n- x: 1\n  x: 2\n", [18]],
    ["1: a\n1: b\n'1': c\n", [5]],
    ["&q a: 1\n&r a: 2\n", [11]],
    ["? [a, {b: 1, b: 2}]\n: c\n", [13]],
    ["? a\n? a\n", [6]],
  ])("%j", (text, places) => {
    expect(readYaml(text).errors.map(({ code, pos }) => [code, pos[0]])).toEqual(
      places.map((at) => ["DUPLICATE_KEY", at]),
    );
    expect(errors(text)).toEqual(errorsOfLibrary(text));
  });

  // An empty key has no place of its own, and is told a little further on by the library.
  it("are as many as the library finds", () => {
    const piece = fc.constantFrom(
      "a",
      "b",
      "1",
      ": ",
      ":\n",
      "\n",
      "  ",
      "- ",
      "{",
      "}",
      "[",
      "]",
      ", ",
      "? ",
      '"a"',
      "&x ",
      "*x",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
        const text = pieces.join("");
        expect(codes(errors(text))).toEqual(codes(errorsOfLibrary(text)));
      }),
      { numRuns: 3000 },
    );
  });
});
