import { describe, expect, it } from "vitest";
import { Rest } from "../../server/src/lsp/rest.js";

/** A clock that stands still but for who waits; `at` says what happens when it comes to a time. */
class Clock {
  time = 0;
  readonly at = new Map<number, () => void>();
  /** What happens while messages that wait are read. */
  readonly read: (() => void)[] = [];

  now = () => this.time;
  pause = async () => this.read.shift()?.();
  wait = async (ms: number) => {
    for (const end = this.time + ms; this.time < end; this.time++) this.at.get(Math.ceil(this.time))?.();
  };
}

describe("a rest", () => {
  it("is so many milliseconds after the last message", async () => {
    const clock = new Clock();
    const rest = new Rest(clock);
    clock.at.set(20, () => rest.arrive()).set(60, () => rest.arrive());
    await rest.of(50);
    expect(clock.time).toBe(110);
  });

  it("is not while somebody waits for an answer, nor right behind it", async () => {
    const clock = new Clock();
    const rest = new Rest(clock);
    let answer = () => {};
    const answered = rest.during(() => new Promise<void>((done) => (answer = done)));
    clock.at.set(400, () => answer());
    await rest.of(50);
    await answered;
    expect(clock.time).toBeGreaterThanOrEqual(450);
    expect(clock.time).toBeLessThan(600);
  });

  it("is not when a message came while something else was done", async () => {
    const clock = new Clock();
    const rest = new Rest(clock);
    clock.time = 80;
    clock.read.push(
      () => {},
      () => rest.arrive(),
    );
    await rest.of(50);
    expect(clock.time).toBe(130);
  });

  it("comes at last although somebody never stops typing", async () => {
    const clock = new Clock();
    const rest = new Rest(clock);
    for (let ms = 0; ms < 100_000; ms += 10) clock.at.set(ms, () => rest.arrive());
    await rest.of(50);
    expect(clock.time).toBeLessThan(20_000);
  });
});
