import { describe, expect, it } from "vitest";
import { declaredPeople } from "../../server/src/report/declared-people.js";
import { report } from "../support/check-sections.js";

/** The people of front matter as `name = alias, alias (affiliation)`. */
function declared(people: string): string[] {
  return declaredPeople(report(`---\npeople: ${people}\n---\n`).frontMatter).map(
    ({ name, aliases, affiliation }) =>
      [
        name,
        aliases.length === 0 ? "" : ` = ${aliases.join(", ")}`,
        affiliation === undefined ? "" : ` (${affiliation})`,
      ].join(""),
  );
}

describe("people whom the front matter lists", () => {
  it.each([
    ["[Ada Winter, ' Jonas Brandt ']", ["Ada Winter", "Jonas Brandt"]],
    [
      "[{ name: Ada Winter, aliases: [ada, A. Winter], affiliation: ' Bluewater ' }]",
      ["Ada Winter = ada, A. Winter (Bluewater)"],
    ],
    ["[{ name: Ada Winter, aliases: ada }]", ["Ada Winter = ada"]],
    [
      "{ Ada Winter: ada, Jonas Brandt: [jo, Jojo], Lena Fjord: }",
      ["Ada Winter = ada", "Jonas Brandt = jo, Jojo", "Lena Fjord"],
    ],
    ["{ Ada Winter: { aliases: [ada], affiliation: Bluewater } }", ["Ada Winter = ada (Bluewater)"]],
    ["{ Ada Winter: { affiliation: Bluewater } }", ["Ada Winter (Bluewater)"]],
    ["[{ name: Ada Winter, aliases: [ada, ' ada', '', Ada Winter, [x]] }]", ["Ada Winter = ada"]],
    [
      "[{ name: Ada Winter, affiliation: ' ' }, { name: Jonas Brandt, affiliation: [x] }]",
      ["Ada Winter", "Jonas Brandt"],
    ],
    ["['', { name: ' ' }, { name: [x] }, { aliases: [x] }, [x]]", []],
    ["Ada Winter", []],
    ["", []],
  ])("%s", (people, expected) => expect(declared(people)).toEqual(expected));

  it("are none without the key", () => {
    expect(declaredPeople(undefined)).toEqual([]);
    expect(declaredPeople(report("---\ntitle: T\n---\n").frontMatter)).toEqual([]);
  });
});
