import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { suspectsIn } from "../../server/src/report/suspects.js";
import data from "../../server/src/report/suspects.json" with { type: "json" };
import { numbered, PhraseMatcher } from "../../server/src/report/suspects-matcher.js";
import { builtInPatterns } from "../../server/src/report/suspects-patterns.js";
import { Quotes, sentencesIn } from "../../server/src/report/suspects-words.js";
import { marked } from "../support/fixture.js";

function sentences(file: string): { label: string; text: string }[] {
  const path = fileURLToPath(new URL(file, import.meta.url));
  return readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .map((line) => ({ label: line.split("\t")[0]!, text: line.split("\t")[1]! }));
}

const labelled = [...sentences("suspects-dev.tsv"), ...sentences("suspects-check.tsv")];
const phrasesIn = (text: string) => suspectsIn(text).flatMap(({ phrases }) => phrases);
const { vocabulary, patterns } = builtInPatterns();
const readers = patterns.map((pattern) => ({
  ...pattern,
  matcher: new PhraseMatcher(pattern.phrase, vocabulary),
}));
/** Every phrase that a text matches, read as one sentence, and that sentence's words. */
const matchesIn = (text: string) =>
  sentencesIn(text, { from: 0, to: text.length }, new Quotes(text)).flatMap(({ words }) => {
    const found = readers.filter(({ matcher }) => matcher.find(numbered(words, vocabulary)));
    return found.map(({ signal, needs }) => ({ id: signal.id, needs, words: new Set(words) }));
  });

describe("each built-in phrase", () => {
  for (const { id, reason, catches, spares } of data.signals)
    it(`${id} catches and spares`, () => {
      expect(reason).not.toBe("");
      expect(catches.length).toBeGreaterThan(0);
      expect(spares.length).toBeGreaterThan(0);
      for (const text of catches) expect(phrasesIn(text), text).toContain(id);
      for (const text of spares) expect(phrasesIn(text), text).toEqual([]);
    });
});

describe("each excuse", () => {
  for (const { id, reason, groups, spares } of data.excuses)
    it(`${id} spares`, () => {
      expect(reason).not.toBe("");
      for (const group of groups) expect(Object.keys(data.groups)).toContain(group);
      expect(spares.length).toBeGreaterThan(0);
      for (const text of spares) {
        expect(
          matchesIn(text).map((found) => found.id),
          text,
        ).toContain(id);
        expect(phrasesIn(text), text).toEqual([]);
      }
    });
});

describe("the labelled sentences", () => {
  it("are as many of either kind as make figures worth something", () => {
    for (const label of ["internal", "public"])
      expect(labelled.filter((sentence) => sentence.label === label).length).toBeGreaterThan(150);
  });

  it("are told apart", () => {
    const missed = labelled.filter(({ label, text }) => label === "internal" && phrasesIn(text).length === 0);
    const wrong = labelled.filter(({ label, text }) => label === "public" && phrasesIn(text).length > 0);
    const internal = labelled.filter(({ label }) => label === "internal").length;
    expect(wrong.map(({ text }) => text)).toEqual([]);
    expect(1 - missed.length / internal).toBeGreaterThan(0.97);
  });
});

describe("a suspect", () => {
  const check = (text: string) =>
    expect(marked(text.replace(/[«»]/g, ""), suspectsIn(text.replace(/[«»]/g, "")))).toBe(text);
  it("is one sentence of a paragraph", () =>
    check("It rained. «Off the record, they will close the office.» Dinner was good."));
  it("holds its brackets", () => check("It failed. «(Please do not tweet this.)» Then it worked."));
  it("does not end at an abbreviation", () => check("«Between us, e.g. Dr. Brown would leave tomorrow.»"));
  it("has curly apostrophes", () => check("«Don’t quote me on this.»"));
  it("runs over lines", () => check("«Please keep this\nbetween us.»\nThe rest is public."));
  it("names the words that tell", () => {
    const text = "A good day. This is under NDA until May.";
    const [suspect] = suspectsIn(text);
    expect(suspect?.words.map(({ from, to }) => text.slice(from, to))).toEqual(["under NDA"]);
    expect(suspect?.reasons).toEqual(["says that it is not public"]);
  });
  it("is not what somebody is quoted as saying of their own side", () => {
    expect(suspectsIn("Our roadmap depends on it.")).toHaveLength(1);
    expect(suspectsIn("“Our roadmap depends on it,” she said.")).toHaveLength(0);
  });
});

describe("the prefilter", () => {
  it("loses no match of any phrase in any labelled sentence", () => {
    for (const { text } of labelled)
      for (const { id, needs, words } of matchesIn(text))
        expect(
          needs.every((set) => set.some((word) => words.has(vocabulary.word(word)))),
          `${id}: ${text}`,
        ).toBe(true);
  });
});

describe("any text", () => {
  const word = fc.constantFrom(
    ...labelled.flatMap(({ text }) => text.split(" ")).slice(0, 400),
    "“",
    '"',
    "(",
    "\n",
    "。",
  );
  it("is read without failing, and suspects stand in order within it", () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) => {
        const text = words.join(" ");
        let done = 0;
        for (const { from, to, words: telling } of suspectsIn(text)) {
          expect(from).toBeGreaterThanOrEqual(done);
          expect(to).toBeLessThanOrEqual(text.length);
          expect(telling.length).toBeGreaterThan(0);
          done = to;
        }
      }),
      { numRuns: 300 },
    );
  });

  // Time by the square of the length would be many minutes.
  it.each(["we should not share this ", "keep ", "our ", "do not ", "please do not tell them what "])(
    "end however often they say %s",
    (piece) => {
      const text = piece.repeat(50_000);
      expect(suspectsIn(text).every(({ from, to }) => from < to && to <= text.length)).toBe(true);
    },
  );
});
