import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { speakerHover } from "../../server/src/features/speaker-hover.js";
import { publicPart } from "../../server/src/index/card.js";
import { Query, search } from "../../server/src/index/search.js";
import { MadeSymbols, personSymbol } from "../../server/src/index/symbols.js";
import { arbitraryReport } from "../support/arbitrary-report.js";
import { analyse } from "../support/check.js";
import { cardOf, everything, indexOf } from "../support/memory-workspace.js";

const HARBOUR = `---
event: Harbour Days
dates: 2024-05-14/2024-05-15
location: Bergen
tags: [storage, clocks]
---

# Trip report: Harbour Days

## Tuesday

### 9:00 Ten winters (Ilse Varnholt, CTO, Pelican Grid)

TODO ask @jo about clocks

### Clocks (Jo Lindqvist)
`;
const SPRING = `---
event: Spring Meetup
dates: 2023-04-02
tags: storage
people:
  - name: Ilse Varnholt
    aliases: [I. Varnholt]
---

# Spring

## Queues (I. Varnholt, Copper Mill)
`;

const both = () => indexOf({ "harbour.trip.md": HARBOUR, "spring.trip.md": SPRING });

describe("the index", () => {
  it("knows sections with their day, time, parent, speakers and place", () => {
    const { sections, mentions, at, dates } = cardOf(HARBOUR);
    expect(
      sections.map(({ title, kind, parent, day, time, at: { line } }) => [
        title,
        kind,
        parent,
        day,
        time,
        line,
      ]),
    ).toEqual([
      ["Tuesday", "group", -1, "Tuesday", undefined, 9],
      ["Ten winters", "breakout", 0, "Tuesday", "09:00", 11],
      ["Clocks", "breakout", 0, "Tuesday", undefined, 15],
    ]);
    expect(mentions[sections[1]!.speakers[0]!]).toEqual({
      name: "Ilse Varnholt",
      role: "CTO",
      affiliation: "Pelican Grid",
      section: 1,
      at: { line: 11, column: 22, endLine: 11, endColumn: 35 },
    });
    expect([at.line, dates]).toEqual([7, { start: "2024-05-14", end: "2024-05-15" }]);
  });

  it("knows follow-ups, who is to do them and in which section", () =>
    expect(both().followUps()).toMatchObject([
      {
        uri: "file:///w/harbour.trip.md",
        followUp: { owner: "jo", done: false, section: 1, at: { line: 13 } },
      },
    ]));

  it("counts tags and events", () => {
    expect(both().tags()).toEqual([
      { tag: "storage", reports: 2 },
      { tag: "clocks", reports: 1 },
    ]);
    expect(both().events()).toEqual([
      {
        event: "Harbour Days",
        reports: 1,
        dates: { start: "2024-05-14", end: "2024-05-15" },
        location: "Bergen",
      },
      { event: "Spring Meetup", reports: 1, dates: { start: "2023-04-02", end: "2023-04-02" } },
    ]);
  });

  it("takes aliases for the person they are declared for", () => {
    const index = both();
    expect(index.people().map(({ name, sessions }) => [name, sessions])).toEqual([
      ["Ilse Varnholt", 2],
      ["Jo Lindqvist", 1],
    ]);
    expect(index.person("i. varnholt")).toMatchObject({
      name: "Ilse Varnholt",
      role: "CTO",
      affiliation: "Pelican Grid",
      keys: ["i. varnholt", "ilse varnholt"],
      introduced: { uri: "file:///w/harbour.trip.md", at: { line: 11 } },
    });
    expect(index.person("i. varnholt")?.appearances.map(({ event }) => event)).toEqual([
      "Harbour Days",
      "Spring Meetup",
    ]);
    index.remove("file:///w/spring.trip.md");
    expect(index.person("I. Varnholt")).toBeUndefined();
  });

  it("takes people who are declared as each other's aliases for one", () => {
    const declares = (name: string, alias: string) =>
      `---\npeople:\n  ${name}: ${alias}\n---\n\n## A (${name})\n`;
    const index = indexOf({
      "a.trip.md": declares("Ana Ruiz", "Ann Ruiz"),
      "b.trip.md": declares("Ann Ruiz", "Ana Ruiz"),
    });
    expect(index.people().map(({ name, sessions }) => [name, sessions])).toEqual([["Ana Ruiz", 2]]);
  });

  it("is the same whatever the order in which reports come, go and come again", () => {
    fc.assert(
      fc.property(
        fc.array(arbitraryReport, { maxLength: 5 }),
        fc.array(fc.nat(9), { maxLength: 20 }),
        (texts, steps) => {
          const files = Object.fromEntries(texts.map((text, at) => [`${at}.trip.md`, text]));
          const index = indexOf({ ...files, "aliases.trip.md": SPRING });
          for (const step of steps) {
            const uri = `file:///w/${step >> 1}.trip.md`;
            const text = files[`${step >> 1}.trip.md`];
            everything(index);
            if (step % 2 === 0) index.remove(uri);
            else if (text !== undefined) index.put(uri, cardOf(text));
          }
          for (const [name, text] of Object.entries(files)) index.put(`file:///w/${name}`, cardOf(text));
          expect(everything(index)).toEqual(everything(indexOf({ "aliases.trip.md": SPRING, ...files })));
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe("a card", () => {
  it("has the same data after being written and read, whatever the report", () => {
    fc.assert(
      fc.property(arbitraryReport, (text) => {
        const card = cardOf(text);
        expect(JSON.parse(JSON.stringify(card))).toEqual(card);
        expect(publicPart(publicPart(card))).toEqual(publicPart(card));
      }),
    );
  });

  it("keeps its public parts together when the private ones go", () => {
    const card = cardOf(
      "# R\n\n:::internal\n## Secret (Vera Klint)\n\nTODO secret\n:::\n\n## Open (Jo Lindqvist)\n\n### Inner (Per Holm)\n\nTODO open\n",
    );
    const open = publicPart(card);
    expect(open.partial).toBe(true);
    expect(
      open.sections.map(({ title, parent, speakers }) => [
        title,
        parent,
        speakers.map((at) => open.mentions[at]!.name),
      ]),
    ).toEqual([
      ["Open", -1, ["Jo Lindqvist"]],
      ["Inner", 0, ["Per Holm"]],
    ]);
    expect(open.mentions.map(({ name, section }) => [name, section])).toEqual([
      ["Jo Lindqvist", 0],
      ["Per Holm", 1],
    ]);
    expect(open.followUps.map(({ text, section }) => [text, section])).toEqual([["TODO open", 1]]);
  });

  it("has no title, event or tag that a comment holds", () => {
    const card = cardOf(
      "---\nevent: 'Days [internal: at Zinc]'\ntags: [a, '[internal: zinc]']\nlocation: Bergen\n---\n\n# R\n",
    );
    expect(JSON.stringify(publicPart(card))).not.toMatch(/zinc/i);
    expect(card.location).toBe("Bergen");
    expect(cardOf("---\nevent: Zinc [internal: at\ndates: 2024-05-14\n---\n\n# R\n")).not.toHaveProperty(
      "event",
    );
  });
});

describe("symbols", () => {
  const titles = [
    "Scaling out",
    "A scale model",
    "Escalators",
    "Some calm lectures",
    "Out of scale",
    "Größe",
  ];
  const index = indexOf({ "a.trip.md": `# R\n${titles.map((title) => `\n## ${title}\n`).join("")}` });
  const found = (query: string) => index.symbols(query, 100).map(({ name }) => name);
  it("are ranked: whole words, beginnings of words, inner parts, letters strewn about", () =>
    expect(found("scale")).toEqual(["Out of scale", "A scale model", "Some calm lectures"]));
  it("match in any case, without accents, all parts in any order", () => {
    expect(found("OUT sc")).toEqual(["Scaling out", "Out of scale"]);
    expect(found("grosse")).toEqual([]);
    expect(found("große")).toEqual(["Größe"]);
  });
  it("of people are those that all people have, though only those that may match are looked up", () => {
    const queries = fc.oneof(
      fc.constantFrom("ilse", "VARN", "i. v", "jo l", "é", "o"),
      fc.string({ maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(arbitraryReport, { maxLength: 4 }), queries, (texts, query) => {
        const files = texts.map((text, at) => [`${at}.trip.md`, text] as const);
        const many = indexOf({
          ...Object.fromEntries(files),
          "harbour.trip.md": HARBOUR,
          "spring.trip.md": SPRING,
        });
        const people = many.people().flatMap((person) => personSymbol(person) ?? []);
        const isPerson = ({ what }: { readonly what: string }) => what === "person";
        const found = search(new Query(query), [new MadeSymbols(people)], 1e6);
        expect(many.symbols(query, 1e6).filter(isPerson)).toEqual(found);
      }),
      { numRuns: 60 },
    );
  });
  it("are bounded", () => {
    expect(index.symbols("", 3)).toHaveLength(3);
    expect(index.symbols("a", 2)).toHaveLength(2);
  });
});

describe("hovering over a speaker", () => {
  const index = both();
  const hover = (text: string, words: string) =>
    speakerHover(analyse(text), "file:///w/harbour.trip.md", text.indexOf(words) + 1, index)?.markdown;
  it("tells role, affiliations and sessions with links", () =>
    expect(hover(HARBOUR, "Ilse")).toBe(
      `**Ilse Varnholt**, CTO, Pelican Grid

Affiliations:

- Pelican Grid (Harbour Days, 2024\\-05\\-14)
- Copper Mill (Spring Meetup, 2023\\-04\\-02)

2 sessions:

- [Ten winters](file:///w/harbour.trip.md#L12), Harbour Days
- [Queues](file:///w/spring.trip.md#L12), Spring Meetup`,
    ));
  it("tells nothing elsewhere", () => expect(hover(HARBOUR, "Ten winters")).toBeUndefined());
});
