import { describe, expect, it } from "vitest";
import { places, reportOf } from "../scripts/bench/reports.mjs";
import { exponent, sampled, shown, table } from "../scripts/bench/samples.mjs";

const text = reportOf(20_000);

describe("what the bench types", () => {
  it.each(Object.entries(places))("stands in a %s in the middle of the report", (place, edits) => {
    const next = edits(text);
    const [first, second] = [next(), next()];
    const line = text.slice(text.lastIndexOf("\n", first.from - 1) + 1, text.indexOf("\n", first.from));
    const expected = { paragraph: /\bwords\b/, heading: /^### Talk/, fence: /^### Talk/ }[place];
    expect(line).toMatch(expected ?? /$^/);
    expect(first.from).toBeGreaterThan(text.length / 2);
    const once = text.slice(0, first.from) + first.insert + text.slice(first.to);
    const twice = once.slice(0, second.from) + second.insert + once.slice(second.to);
    // A fence that opened is gone again; letters stand one behind the other.
    expect(twice).toBe(place === "fence" ? text : `${text.slice(0, first.from)}xx${text.slice(first.from)}`);
  });
});

describe("samples", () => {
  it("end with the time there is, whatever was wanted", async () => {
    let clock = 0;
    const samples = await sampled(() => (clock += 7), { runs: 1000, budget: -1, clock: () => clock });
    expect(samples).toEqual([7]);
  });

  it("are as many as wanted where there is time", async () => {
    expect(await sampled(() => {}, { runs: 5, budget: 1e9 })).toHaveLength(5);
  });

  it("are shown as median and 95th percentile, which few have not", () => {
    expect([shown(undefined), shown([]), shown([1, 2]), shown([1, 20, 300])]).toEqual([
      "–",
      "–",
      "2.00",
      "20.0 (300)",
    ]);
    expect([exponent(1, 100, 10), exponent(undefined, 1, 10)]).toEqual(["2.00", "–"]);
    expect(
      table([
        ["", "a"],
        ["b", "1"],
      ]),
    ).toBe("|  | a |\n| --- | ---: |\n| b | 1 |");
  });
});
