import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Message } from "vscode-languageserver";
import { Encoder } from "../../server/src/lsp/encoding.js";

interface Tree {
  readonly name: string;
  readonly range: unknown;
  readonly children?: readonly Tree[];
}

const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.record(
    {
      name: fc.string({ unit: "grapheme" }),
      range: fc.jsonValue(),
      children: fc.array(tie("tree"), { maxLength: 4 }),
    },
    { requiredKeys: ["name", "range"] },
  ),
}));

const result = fc.oneof(
  fc.jsonValue(),
  fc.array(tree, { maxLength: 40 }),
  fc.array(fc.jsonValue(), { minLength: 16, maxLength: 40 }),
  fc.record({ kind: fc.constant("full"), items: fc.array(tree, { minLength: 16, maxLength: 40 }) }),
);

describe("the encoder", () => {
  it("writes what JSON has, and the same when asked again", () => {
    const encoder = new Encoder();
    fc.assert(
      fc.property(result, (value) => {
        const message = { jsonrpc: "2.0", id: 7, result: value };
        for (let time = 0; time < 2; time++) {
          const bytes = Buffer.concat(encoder.encode(message));
          expect(JSON.parse(bytes.toString("utf8"))).toEqual(JSON.parse(JSON.stringify(message)));
        }
      }),
      { numRuns: 500 },
    );
  });

  it("writes messages that are no answers", () => {
    const message = { jsonrpc: "2.0", method: "window/logMessage", params: { type: 1, message: "Grüße" } };
    const bytes = Buffer.concat(new Encoder().encode(message));
    expect(JSON.parse(bytes.toString("utf8"))).toEqual(message);
  });

  it("copies no long part that was sent before, however deep it stands", () => {
    const part = (name: string, children: readonly object[] = []) => ({ name, range: {}, children });
    const same = Array.from({ length: 40 }, (_, n) => part(`Day ${n} ${"words ".repeat(5000)}`));
    const answer = (title: string) => [
      ...Array.from({ length: 20 }, (_, n) => part(`Note ${n}`)),
      part(title, [...same, part(title)]),
    ];
    const encoder = new Encoder();
    const before = new Set(encoder.encode({ jsonrpc: "2.0", result: answer("A") } as Message));
    const after = encoder.encode({ jsonrpc: "2.0", result: answer("B") } as Message);
    const anew = after.filter((piece) => !before.has(piece));
    expect(anew.reduce((sum, { length }) => sum + length, 0)).toBeLessThan(5000);
    expect(JSON.parse(Buffer.concat(after).toString("utf8")).result).toEqual(answer("B"));
  });
});
