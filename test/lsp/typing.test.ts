import { describe, expect, it } from "vitest";
import { Turns } from "../../server/src/lsp/turns.js";
import { Typing } from "../../server/src/lsp/typing.js";

/** Types `count` letters, one each `gap` milliseconds, of which each first answer takes `cost`. */
function typed(count: number, gap: number, cost: number) {
  let time = 0;
  const typing = new Typing(() => time);
  for (let n = 0; n < count; n++) {
    time += gap;
    typing.edited();
    typing.answered(cost);
    typing.answered(0);
  }
  return { typing, pass: (ms: number) => (time += ms) };
}

describe("who types", () => {
  it.each([
    ["faster than answers come is waited for a little longer than the next letter takes", 20, 40, 100, 60],
    ["slower than answers come is not waited for", 20, 40, 30, 0],
    ["seldom is not waited for, however long answers take", 20, 600, 5000, 0],
    ["only a few letters is not waited for", 5, 40, 100, 0],
  ])("%s", (_, count, gap, cost, patience) => {
    expect(typed(count, gap, cost).typing.patience).toBe(patience);
  });

  it("and stops is not waited for any more", () => {
    const { typing, pass } = typed(20, 40, 100);
    pass(50);
    expect(typing.patience).toBe(10);
    pass(10);
    expect(typing.patience).toBe(0);
  });
});

describe("a request amid typing that answers cannot keep up with", () => {
  it("has its turn once no letter comes any more", async () => {
    const { typing, pass } = typed(20, 40, 100);
    let letters = 5;
    const wait = async (ms: number) => {
      if (letters-- <= 0) pass(ms);
      else {
        pass(40);
        typing.edited();
      }
    };
    await new Turns(undefined, { typing, wait }).come(undefined);
    expect(letters).toBe(-1);
  });

  it("has its turn although the letters never end", async () => {
    const { typing, pass } = typed(20, 40, 100);
    let letters = 0;
    const wait = async () => {
      pass(40);
      typing.edited();
      letters++;
    };
    await new Turns(undefined, { typing, wait }).come(undefined);
    expect(letters).toBeGreaterThan(5);
    expect(letters).toBeLessThan(100);
  });
});
