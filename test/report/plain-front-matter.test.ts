import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readWithLibrary } from "../../server/src/report/front-matter.js";
import { plainEntries } from "../../server/src/report/plain-front-matter.js";

const WORDS = [
  ..."- : , # ' \" [ ] ( ) { } | > & * ! % @ ` ~ / . + _ = ? \\".split(" "),
  ...[
    "Ada",
    "Brook’s",
    "Elm – Labs",
    "null",
    "true",
    "No",
    "2025",
    "2025-07-28",
    "2025-07-28/2025-07-31",
    "1e3",
  ],
  ...[
    "0x1f",
    "0o7",
    ".5",
    ".inf",
    "-1",
    "12:30",
    "a: b",
    "a:b",
    "a #b",
    "http://elm.example",
    " ",
    "  ",
    "ö",
    "\t",
  ],
];
const value = fc.array(fc.constantFrom(...WORDS), { maxLength: 5 }).map((words) => words.join(""));
const plainWords = fc
  .array(
    fc.constantFrom(
      "Ada",
      "Brook’s",
      "of",
      "Elm,",
      "–",
      "&",
      "2025",
      "a-b",
      "a.",
      "(x)",
      "ö",
      "\u00a0",
      "@a",
      "a'",
    ),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((words) => words.join(" "));
const shaped = fc.oneof(
  { weight: 6, arbitrary: plainWords },
  fc.array(plainWords, { minLength: 1, maxLength: 3 }).map((items) => `[${items.join(", ")}]`),
  { weight: 3, arbitrary: value },
  value.map((text) => `"${text}"`),
  value.map((text) => `'${text}'`),
  fc.array(value, { maxLength: 3 }).map((items) => `[${items.join(", ")}]`),
);
const key = fc.constantFrom(
  "title",
  "event",
  "type",
  "authors",
  "null",
  "x-y",
  "y",
  "_a",
  "a b",
  "1a",
  '"q"',
);
const line = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.tuple(key, fc.constantFrom(": ", ":", ":  "), shaped).map((parts) => parts.join("")),
  },
  fc.constantFrom("", "- item", "  more", "# remark", "---", "..."),
);
const ends = fc.constantFrom("", "\n", " \n", "\n\n", "\n  \n");
const source = fc
  .oneof(
    fc.tuple(fc.array(line, { minLength: 1, maxLength: 4 }), fc.oneof(ends, fc.constant("\r\n"))),
    fc.tuple(
      fc.array(
        fc.tuple(key, shaped).map((parts) => parts.join(": ")),
        { minLength: 1, maxLength: 2 },
      ),
      ends,
    ),
  )
  .map(([lines, end]) => lines.join("\n") + end);

describe("front matter of plain lines", () => {
  it("reads as it does with the library", () => {
    let read = 0;
    fc.assert(
      fc.property(source, (yaml) => {
        const entries = plainEntries(yaml);
        if (!entries) return;
        read++;
        expect({ entries, problems: [], comments: [] }).toEqual(readWithLibrary(yaml, 0));
      }),
      { numRuns: 10_000 },
    );
    expect(read).toBeGreaterThan(300);
  });

  it("is what reports have", () => {
    const yaml =
      'type: trip-report\ntitle: "Trip report: Harbour Days"\nlocation: Elm, The Netherlands\ndates: 2025-07-28/2025-07-31\ntags: [tools, measuring]\n';
    expect(plainEntries(yaml)?.map(({ value }) => value)).toEqual([
      "trip-report",
      "Trip report: Harbour Days",
      "Elm, The Netherlands",
      "2025-07-28/2025-07-31",
      ["tools", "measuring"],
    ]);
  });
});
