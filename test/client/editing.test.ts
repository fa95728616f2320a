import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { afterEnter, continuation } from "../../client/src/editing/enter.js";
import { indented, outdented } from "../../client/src/editing/indent.js";
import { listItem } from "../../client/src/editing/list-items.js";
import { joined } from "../../client/src/editing/renumber.js";
import { arbitraryReport } from "../support/arbitrary-report.js";
import {
  applied,
  checkEnter,
  checkIndent,
  checkMove,
  checkOutdent,
  pressEnter,
} from "../support/check-editing.js";

describe("Enter", () => {
  test.each([
    ["a bullet", "- a$0", "- a\n- $0"],
    ["each kind of bullet", "* a\n+ b\n• c\n– d$0", "* a\n+ b\n• c\n– d\n– $0"],
    ["a star", "* a$0", "* a\n* $0"],
    ["a plus", "+ a$0", "+ a\n+ $0"],
    ["a round bullet", "• a$0", "• a\n• $0"],
    ["wide gaps", "-   a$0", "-   a\n-   $0"],
    ["a number", "1. a$0", "1. a\n2. $0"],
    ["a number with a bracket", "7) a$0", "7) a\n8) $0"],
    ["a new task, not done", "- [x] a$0", "- [x] a\n- [ ] $0"],
    ["a numbered task", "1. [x] a$0", "1. [x] a\n2. [ ] $0"],
    ["a nested item", "- a\n  - b$0", "- a\n  - b\n  - $0"],
    ["an item in a quote", "> - a$0", "> - a\n> - $0"],
    ["a numbered item in a quote", "> 1. a$0", "> 1. a\n> 2. $0"],
    ["a task deep in quotes", "> > - [ ] a$0", "> > - [ ] a\n> > - [ ] $0"],
    ["a quote", "> a$0", "> a\n> $0"],
    ["a quote of three levels", "> > > a$0", "> > > a\n> > > $0"],
    ["an internal callout", "> [!INTERNAL]$0", "> [!INTERNAL]\n> $0"],
  ])("goes on with %s", (_, before, after) => checkEnter(before, after));

  test.each([
    ["the text behind the cursor", "- a $0b", "- a \n- $0b"],
    ["white space in front of it", "1. a$0 b", "1. a\n2. $0b"],
    ["all of it", "- $0a", "- \n- $0a"],
    ["lines below", "1. a$0\n2. b\n3. c", "1. a\n2. $0\n3. b\n4. c"],
  ])("takes along %s", (_, before, after) => checkEnter(before, after));

  test.each([
    ["a list", "- a\n- $0", "- a\n\n$0"],
    ["a list of numbers", "1. a\n2. $0\n", "1. a\n\n$0\n"],
    ["a list of tasks", "- [ ] a\n- [ ] $0", "- [ ] a\n\n$0"],
    ["a list in a quote", "> - a\n> - $0", "> - a\n>\n> $0"],
    ["a quote", "> a\n> $0", "> a\n\n$0"],
    ["an inner quote", "> > a\n> > $0", "> > a\n>\n> $0"],
    ["a nested level", "- a\n  - b\n  - $0", "- a\n  - b\n- $0"],
    ["a nested level of numbers", "1. a\n   - b\n   - $0\n2. c", "1. a\n   - b\n2. $0\n3. c"],
    ["a level of tasks", "- [x] a\n  - b\n  - $0", "- [x] a\n  - b\n- [ ] $0"],
  ])("on an empty item ends %s", (_, before, after) => checkEnter(before, after));

  test.each([
    ["a list that says 1. throughout", "1. a\n1. b$0\n1. c", "1. a\n1. b\n1. $0\n1. c"],
    ["numbers that were no count", "1. a$0\n3. b\n7. c", "1. a\n2. $0\n3. b\n7. c"],
    ["another list", "1. a$0\n\nb\n\n1. c\n2. d", "1. a\n2. $0\n\nb\n\n1. c\n2. d"],
    ["lists inside", "1. a$0\n2. b\n   1. c\n3. d", "1. a\n2. $0\n3. b\n   1. c\n4. d"],
    ["paragraphs inside", "1. a$0\n2. b\n\n   c\n\n3. d", "1. a\n2. $0\n3. b\n\n   c\n\n4. d"],
    ["what a wider number holds", "9. a$0\n10. b", "9. a\n10. $0\n11. b"],
    ["children under a wider number", "8. a$0\n9. b\n   - c", "8. a\n9. $0\n10. b\n    - c"],
  ])("keeps %s", (_, before, after) => checkEnter(before, after));

  test.each([
    ["prose", "a$0 b", "a\n$0 b"],
    ["a year that begins a line", "2024. It was$0", "2024. It was\n$0"],
    ["a thematic break", "- - -$0", "- - -\n$0"],
    ["a break of stars", "* * *$0", "* * *\n$0"],
    ["bold words", "**a** b$0", "**a** b\n$0"],
    ["the start of a line", "$0- a", "\n$0- a"],
    ["code", "```\n- a$0\n```", "```\n- a\n$0\n```"],
    ["code in a list", "- a\n\n  ```\n  1. b$0\n  ```", "- a\n\n  ```\n  1. b\n  $0\n  ```"],
    ["code that an item begins", "- ```$0\n  a\n  ```", "- ```\n  $0\n  a\n  ```"],
    ["a fence that code holds", "````\n```\n- a$0\n````", "````\n```\n- a\n$0\n````"],
  ])("continues nothing in %s", (_, before, after) => checkEnter(before, after));

  it("leaves what was typed since behind the marks", () => {
    expect(
      applied("> 1. a\n> b", afterEnter(["> 1. a", "> b"], { line: 0, inserted: 2, broken: false })),
    ).toBe("> 1. a\n> 2. b");
    expect(applied("- \nb", afterEnter(["- ", "b"], { line: 0, inserted: 0, broken: false }))).toBe("\nb");
  });

  it("counts no item that is still to get its number", () => {
    const lines = ["1. a", "1. b", "1. ", "2. z"];
    const enter = { line: 0, inserted: 3, broken: false, unready: new Set([2]) };
    expect(applied(lines.join("\n"), afterEnter(lines, enter))).toBe("1. a\n2. b\n1. \n3. z");
  });

  it("never fails, and loses no word", () => {
    const words = (text: string) => text.match(/\p{L}+/gu) ?? [];
    fc.assert(
      fc.property(arbitraryReport, fc.nat(), (report, at) => {
        const lines = report.replace(/\r\n?/g, "\n").replace(/[«»]|\$0/g, "");
        const place = at % (lines.length + 1);
        const { text, enter } = pressEnter(`${lines.slice(0, place)}$0${lines.slice(place)}`, []);
        expect(words(applied(text, afterEnter(text.split("\n"), enter)))).toEqual(words(text));
      }),
    );
  });
});

describe("a line break inside an item", () => {
  test.each([
    ["- a", "  "],
    ["10. a", "    "],
    ["> - [ ] a", ">   "],
    ["  a", "  "],
    ["a", ""],
  ])("after %j begins with %j", (line, start) => expect(continuation(line)).toBe(start));
});

describe("Tab", () => {
  test.each([
    ["an item below the one above", "- a\n- b$0", undefined],
    ["an empty item", "- a\n- $0", "- a\n  - "],
    ["in front of the text", "- a\n- $0b", "- a\n  - b"],
    ["behind a number", "1. a\n2. $0", "1. a\n   1. "],
    ["behind a wide number", "10. a\n11. $0b", "10. a\n    1. b"],
    ["as its siblings there", "- a\n    - b\n- $0c", "- a\n    - b\n    - c"],
    ["with tabs where there are tabs", "- a\n\t- b\n- $0c", "- a\n\t- b\n\t- c"],
    ["with its children", "- a\n- $0b\n  - c\n\n  d\n- e", "- a\n  - b\n    - c\n\n    d\n- e"],
    ["a task by its text, not its box", "- [ ] a\n- [ ] $0b", "- [ ] a\n  - [ ] b"],
    ["in a quote", "> - a\n> - $0b", "> - a\n>   - b"],
    ["several", "- a\n«- b\n- c»\n- d", "- a\n  - b\n  - c\n- d"],
    ["a parent and its children once", "- a\n«- b\n  - c»", "- a\n  - b\n    - c"],
    ["a whole line", "- a\n«- b»", "- a\n  - b"],
    ["and counts both lists", "1. a\n2. $0b\n3. c", "1. a\n   1. b\n2. c"],
    ["into a list that is counted", "1. a\n   1. b\n2. $0c\n3. d", "1. a\n   1. b\n   2. c\n2. d"],
    ["not the first item", "a\n\n- $0b", "a\n\n- b"],
    ["not in the middle of the text", "- a\n- b$0c", undefined],
    ["not a selected word", "- a\n- b «c» d", undefined],
    ["not prose", "a$0", undefined],
    ["not in code", "```\n- a\n- $0b\n```", undefined],
  ])("indents: %s", (_, before, after) => checkIndent(before, after));

  test.each([
    ["to its parent's level", "- a\n  - $0b", "- a\n- b"],
    ["with its children", "- a\n  - $0b\n    - c", "- a\n- b\n  - c"],
    ["and counts", "1. a\n   1. $0b\n2. c", "1. a\n2. b\n3. c"],
    [
      "and takes the items behind it",
      "1. a\n   1. b\n   2. $0c\n   3. d\n2. e",
      "1. a\n   1. b\n2. c\n   1. d\n3. e",
    ],
    ["from a loose indentation", "  - $0a", "- a"],
    ["not further than the margin", "- $0a", "- a"],
    ["in a quote", "> - a\n>   - $0b", "> - a\n> - b"],
    ["several", "- a\n  «- b\n  - c»", "- a\n- b\n- c"],
  ])("with Shift outdents: %s", (_, before, after) => checkOutdent(before, after));

  it("and back is the same list", () => {
    const list = fc.array(fc.nat(3), { minLength: 2, maxLength: 12 }).map((depths) => {
      let last = -1;
      return depths.map((depth, index) => {
        last = Math.min(depth, last + 1);
        return `${"  ".repeat(last)}- ${index}`;
      });
    });
    fc.assert(
      fc.property(list, fc.nat(), (lines, pick) => {
        const at = pick % lines.length;
        const cursor = { fromLine: at, from: 0, toLine: at, to: 0 };
        const inner = indented(lines, [cursor]);
        if (inner?.[at] === lines[at]) return;
        expect(outdented(inner ?? [], [cursor])).toEqual(lines);
      }),
    );
  });
});

describe("moving an item of an ordered list", () => {
  test.each([
    ["down", 1, "1. $0a\n2. b", "1. b\n2. a"],
    ["up", -1, "1. a\n2. $0b\n3. c", "1. b\n2. a\n3. c"],
    ["with what belongs to it", 1, "1. $0a\n   - x\n2. b\n   y\n3. c", "1. b\n   y\n2. a\n   - x\n3. c"],
    ["over blank lines", 1, "1. $0a\n\n2. b\n", "1. b\n\n2. a\n"],
    ["not out of its list", -1, "1. $0a\n2. b", undefined],
    ["not a bullet", 1, "- $0a\n- b", undefined],
  ] as const)("%s", (_, direction, before, after) => checkMove(direction, before, after));
});

describe("list items", () => {
  it("are their parts", () => {
    fc.assert(
      fc.property(arbitraryReport, (report) => {
        for (const line of report.split(/\r\n?|\n/)) {
          const item = listItem(line);
          if (item) expect(joined(item)).toBe(line);
        }
      }),
    );
  });

  test.each([
    ["quote marks", "> ".repeat(1_000_000)],
    ["blanks", `- ${" ".repeat(2_000_000)}x`],
    ["stars", "* ".repeat(1_000_000)],
    ["dashes", `${"- ".repeat(1_000_000)}x`],
  ])("are found at once among %s", (_, line) => {
    // Time by the square of the length would be half an hour.
    expect(() => listItem(line)).not.toThrow();
  });
});
