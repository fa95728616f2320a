import fc from "fast-check";
import { expect, it } from "vitest";
import type { ReportCard } from "../../server/src/index/card.js";
import { packed, unpacked } from "../../server/src/index/packed-card.js";

const count = fc.nat(100_000);
const words = fc.string({ unit: "grapheme", maxLength: 12 });
const at = fc
  .tuple(count, count, fc.nat(3), count)
  .map(([line, column, lines, endColumn]) => ({ line, column, endLine: line + lines, endColumn }));
/** A record of which some keys may be missing. */
const some = <T, K extends keyof T>(of: { [P in keyof T]: fc.Arbitrary<T[P]> }, ...requiredKeys: K[]) =>
  fc.record(of, { requiredKeys });

const card: fc.Arbitrary<ReportCard> = fc.record(
  {
    title: words,
    at,
    audience: words,
    tags: fc.array(words, { maxLength: 3 }),
    sections: fc.array(
      some(
        {
          kind: fc.constantFrom("keynote" as const, "group" as const, "topic" as const),
          title: words,
          level: fc.integer({ min: 1, max: 6 }),
          at,
          lastLine: count,
          parent: fc.integer({ min: -1, max: 9 }),
          day: words,
          time: words,
          speakers: fc.array(count, { maxLength: 3 }),
        },
        "kind",
        "title",
        "level",
        "at",
        "lastLine",
        "parent",
        "speakers",
      ),
      { maxLength: 5 },
    ),
    mentions: fc.array(
      some({ name: words, affiliation: words, role: words, section: count, at }, "name", "section"),
      { maxLength: 5 },
    ),
    followUps: fc.array(
      some(
        { text: words, owner: words, done: fc.boolean(), at, section: count },
        "text",
        "done",
        "at",
        "section",
      ),
      { maxLength: 5 },
    ),
    people: fc.constant([]),
    internal: count,
    redacted: count,
    partial: fc.constant(true as const),
  },
  {
    requiredKeys: [
      "at",
      "audience",
      "tags",
      "sections",
      "mentions",
      "followUps",
      "people",
      "internal",
      "redacted",
    ],
  },
) as fc.Arbitrary<ReportCard>;

it("a card that was packed and written is the same when it is read", () => {
  fc.assert(
    fc.property(card, (one) => {
      const written = JSON.stringify(packed(one));
      expect(unpacked(JSON.parse(written))).toEqual(one);
    }),
  );
});
