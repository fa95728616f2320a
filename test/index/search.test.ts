import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ReportIndex } from "../../server/src/index/report-index.js";
import { Names, Query, search } from "../../server/src/index/search.js";
import { cardOf } from "../support/memory-workspace.js";

/** Names that count how often one is looked at. */
class Counted extends Names<string> {
  looks = 0;

  constructor(private readonly all: readonly string[]) {
    super();
  }

  get size(): number {
    return this.all.length;
  }

  name(at: number): string {
    this.looks++;
    return this.all[at]!;
  }

  found(at: number): string {
    return this.all[at]!;
  }
}

const WORDS = ["Clocks", "clock", "Tidal clocks", "Cold locks", "Storage", "Ähren", ""];

describe("searching names", () => {
  it("puts the best first, of equals the shorter, then keeps the order", () => {
    const all = [new Counted(["Lock out", "a lock", "Padlock"]), new Counted(["b lock", "Look back", ""])];
    expect(search(new Query("lock"), all, 10)).toEqual([
      "Lock out",
      "a lock",
      "b lock",
      "Padlock",
      "Look back",
    ]);
    expect(search(new Query("lock"), all, 2)).toEqual(["Lock out", "a lock"]);
    expect(search(new Query(" "), all, 4)).toEqual(["Lock out", "a lock", "Padlock", "b lock"]);
  });

  it("looks at no name again for the query asked last, and at few for another", () => {
    const names = new Counted([...Array.from({ length: 100 }, (_, at) => `Talk ${at}`), "Quokkas"]);
    const query = new Query("quok");
    search(query, [names], 10);
    const { looks } = names;
    expect(search(query, [names, new Counted(["Quoks"])], 10)).toEqual(["Quoks", "Quokkas"]);
    expect(names.looks).toBe(looks);
    expect(search(new Query("uo"), [names], 10)).toEqual(["Quokkas"]);
    expect(names.looks - looks).toBeLessThan(4);
  });

  it("answers the same whatever was asked, put and taken away before", () => {
    const step = fc.record({
      file: fc.nat(3),
      titles: fc.option(fc.array(fc.constantFrom(...WORDS), { maxLength: 3 })),
      query: fc.constantFrom("clock", "c", "lo", "", "ähr", "x"),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const index = new ReportIndex();
        const texts = new Map<string, string>();
        for (const { file, titles, query } of steps) {
          const uri = `file:///${file}.trip.md`;
          const text = titles?.map((title) => `## ${title}\n`).join("\n");
          if (text === undefined) index.remove(uri);
          else index.put(uri, cardOf(text));
          if (text === undefined) texts.delete(uri);
          else texts.set(uri, text);
          const fresh = new ReportIndex();
          for (const [known, own] of texts) fresh.put(known, cardOf(own));
          expect(index.symbols(query, 5)).toEqual(fresh.symbols(query, 5));
        }
      }),
      { numRuns: 60 },
    );
  });
});
