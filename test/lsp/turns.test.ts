import { describe, expect, it } from "vitest";
import { CancellationTokenSource } from "vscode-languageserver";
import { Turns } from "../../server/src/lsp/turns.js";

describe("a request", () => {
  it("waits until nothing arrives any more", async () => {
    const messages = [() => turns.arrive(), () => turns.arrive(), () => turns.arrive()];
    const turns: Turns = new Turns(async () => messages.shift()?.());
    await turns.come(undefined);
    expect(messages).toEqual([]);
  });

  it("is answered although somebody never stops typing", async () => {
    let rounds = 0;
    const turns: Turns = new Turns(async () => {
      rounds++;
      turns.arrive();
    });
    await turns.come(undefined);
    expect(rounds).toBeLessThan(1000);
  });

  it("waits again where another was worked on meanwhile, so that it sees whether it was cancelled then", async () => {
    const source = new CancellationTokenSource();
    const turns = new Turns(() => new Promise((resolve) => setImmediate(resolve)));
    const first = turns.come(undefined).then(() => {
      // A message that came during this work is read behind it.
      setImmediate(() => source.cancel());
    });
    await expect(turns.come(source.token)).rejects.toMatchObject({ code: -32800 });
    await first;
  });

  it("that is cancelled while it waits is not worked on", async () => {
    const source = new CancellationTokenSource();
    const turns = new Turns(async () => source.cancel());
    await expect(turns.come(source.token)).rejects.toMatchObject({ code: -32800 });
  });
});
