import { describe, expect, it } from "vitest";
import { readPeople } from "../../server/src/report/people.js";

function people(text: string, said = false): string[] | undefined {
  return readPeople(text, said)?.people.map(({ name, role, affiliation }) =>
    [name, role ?? "", affiliation ?? ""].join("|"),
  );
}

describe("a list of people", () => {
  it.each([
    ["Ada Winter", ["Ada Winter||"]],
    ["Ada Winter and Jonas Brandt", ["Ada Winter||", "Jonas Brandt||"]],
    ["Ada Winter & Jonas Brandt", ["Ada Winter||", "Jonas Brandt||"]],
    ["Ada Winter, Jonas Brandt, and Lena Fjord", ["Ada Winter||", "Jonas Brandt||", "Lena Fjord||"]],
    ["Ada Winter; Jonas Brandt", ["Ada Winter||", "Jonas Brandt||"]],
    ["Ada Winter / Jonas Brandt", ["Ada Winter||", "Jonas Brandt||"]],
    ["Ada Winter und Jonas Brandt", ["Ada Winter||", "Jonas Brandt||"]],
    ["Ada Winter, Bluewater", ["Ada Winter||Bluewater"]],
    [
      "Ada Winter (Bluewater), Jonas Brandt (Saltworks)",
      ["Ada Winter||Bluewater", "Jonas Brandt||Saltworks"],
    ],
    ["Ada Winter & Jonas Brandt (Bluewater)", ["Ada Winter||Bluewater", "Jonas Brandt||Bluewater"]],
    ["Ada Winter, CTO at Bluewater", ["Ada Winter|CTO|Bluewater"]],
    ["Ada Winter, CTO @ Bluewater", ["Ada Winter|CTO|Bluewater"]],
    ["Ada Winter (Bluewater CTO)", ["Ada Winter|CTO|Bluewater"]],
    ["Ada Winter - Engineer - Grace Harbour", ["Ada Winter|Engineer|Grace Harbour"]],
    ["Ada Winter from Bluewater", ["Ada Winter||Bluewater"]],
    ["Ada Winter (@adaw)", ["Ada Winter||"]],
    ["Ada Winter (she/her), Bluewater", ["Ada Winter||Bluewater"]],
    ["Dr. Ada Winter", ["Ada Winter||"]],
    ["Prof. Winter", ["Prof. Winter||"]],
    ["Prof. Winter, Dr. Brandt", ["Prof. Winter||", "Dr. Brandt||"]],
    ["Prof. Winter, Deep Water", ["Prof. Winter||Deep Water"]],
    ["ADA WINTER", ["ADA WINTER||"]],
  ])("%s", (text, expected) => {
    expect(people(text)).toEqual(expected);
  });

  it.each([
    "Rope Splicing",
    "Rope Making and Ada Winter",
    "the harbour",
    "Bluewater",
    "Deep Dive",
    "IBM",
    "Ada",
    "Day Two",
    "Q&A",
    "Ropes, knots and sails",
    "",
  ])("not: %s", (text) => {
    expect(people(text)).toBeUndefined();
  });

  it("may be one word or lower case where the text says that people follow", () => {
    expect(people("ada", true)).toEqual(["ada||"]);
    expect(people("ada winter, jonas brandt", true)).toEqual(["ada winter||", "jonas brandt||"]);
  });

  it("knows where each name stands", () => {
    const text = "Dr. Ada Winter (Bluewater) and Jonas Brandt";
    expect(readPeople(text)?.people.map(({ from, to }) => text.slice(from, to))).toEqual([
      "Ada Winter",
      "Jonas Brandt",
    ]);
  });

  it("takes no longer for a hostile text", () => {
    // Time by the square of the length would be hours.
    for (const piece of ["Ada Winter, ", "(", "Ada ", "a@", "- ", "Dr. "])
      expect(readPeople(piece.repeat(1_000_000))).toBeUndefined();
    for (const piece of ["Ada Winter, ", "(", "Ada ", "a@", "- ", "Dr. "])
      readPeople(piece.repeat(390 / piece.length));
  });
});

describe("the place of a name in the source", () => {
  it("is behind markup", async () => {
    const { report } = await import("../support/check-sections.js");
    const text =
      "# Harbour Days\n\n## *Ropes* by [Ada Winter](https://ada.example)\n\nText\n\n## Knots\n\n- **Speaker**: [Jonas Brandt](https://jonas.example)\n";
    const spans = report(text).sections.flatMap(({ speakers }) =>
      speakers.map(({ span }) => span && text.slice(span.from, span.to)),
    );
    expect(spans).toEqual(["Ada Winter", "Jonas Brandt"]);
  });
});
