import fc from "fast-check";
import { describe, expect, it } from "vitest";
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
  it("writes what JSON has, and the same when asked again", async () => {
    const encoder = new Encoder();
    await fc.assert(
      fc.asyncProperty(result, async (value) => {
        const message = { jsonrpc: "2.0", id: 7, result: value };
        for (let time = 0; time < 2; time++) {
          const bytes = await encoder.encode(message);
          expect(JSON.parse(Buffer.from(bytes).toString("utf8"))).toEqual(
            JSON.parse(JSON.stringify(message)),
          );
        }
      }),
      { numRuns: 500 },
    );
  });

  it("writes messages that are no answers", async () => {
    const message = { jsonrpc: "2.0", method: "window/logMessage", params: { type: 1, message: "Grüße" } };
    const bytes = await new Encoder().encode(message);
    expect(JSON.parse(Buffer.from(bytes).toString("utf8"))).toEqual(message);
  });
});
