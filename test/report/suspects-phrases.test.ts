import fc from "fast-check";
import { describe, expect, it } from "vitest";
import data from "../../server/src/report/suspects.json" with { type: "json" };
import { numbered, PhraseMatcher } from "../../server/src/report/suspects-matcher.js";
import { builtInPatterns } from "../../server/src/report/suspects-patterns.js";
import { type Item, type Items, PhraseReader } from "../../server/src/report/suspects-phrases.js";
import { hashed, PhraseVocabulary } from "../../server/src/report/suspects-vocabulary.js";
import { expressionMatches, phraseExpression } from "../support/phrase-expression.js";

function matches(matcher: PhraseMatcher, vocabulary: PhraseVocabulary, words: readonly string[]) {
  const sentence = numbered(words, vocabulary);
  const found: [number, number][] = [];
  for (let match = matcher.find(sentence); match; match = matcher.find(sentence, match.to))
    found.push([match.from, match.to - 1]);
  return found;
}

describe("a phrase", () => {
  const lists = { us: "us|you and me" };
  /** The words that a phrase matches of a sentence, match by match. */
  const found = (phrase: string, sentence: string) => {
    const vocabulary = new PhraseVocabulary();
    const reader = new PhraseReader((word) => vocabulary.add(word), lists);
    const words = sentence.split(" ");
    const all = matches(new PhraseMatcher(reader.phrase(phrase), vocabulary), vocabulary, words);
    expect(all).toEqual(expressionMatches(phraseExpression(phrase, lists), words));
    return all.map(([from, to]) => words.slice(from, to + 1).join(" "));
  };
  it.each<[string, string, string[]]>([
    ["not (share|post) this", "do not share this , do not post this", ["not share this", "not post this"]],
    ["keep [it] quiet", "keep quiet and keep it quiet", ["keep quiet", "keep it quiet"]],
    ["between {us}", "between you and me", ["between you and me"]],
    ["keep .. quiet", "keep a b c quiet", ["keep a b c quiet"]],
    ["keep .. quiet", "keep a b c d quiet", []],
    ["keep ~ quiet", "keep it , quiet", []],
    ["keep ... quiet", "keep quiet and quiet", ["keep quiet and quiet"]],
    ["(better |much )*job", "much better job", ["much better job"]],
    ["(really )?want", "we really want", ["really want"]],
    ["source (?!code)", "a source codes , a source says", ["source"]],
    ["item (?!$)", "the item", []],
    ["^ nota bene", "nota bene and nota bene", ["nota bene"]],
    ["^^ private", "private ( private and private", ["private", "private"]],
    ["private $$", "private , as private as private", ["private", "private"]],
    [
      "private (:|\\)|$)",
      "private ) and private : and private and private",
      ["private )", "private :", "private"],
    ],
    ["(this|this one) stays", "this one stays", ["this one stays"]],
  ])("%s in: %s", (phrase, sentence, expected) => expect(found(phrase, sentence)).toEqual(expected));
});

describe("every built-in phrase", () => {
  const { vocabulary, patterns } = builtInPatterns();
  const sources = [...data.signals, ...data.excuses].flatMap((signal) => signal.patterns);
  const known = Array.from({ length: vocabulary.size }, (_, number) => vocabulary.word(number)).filter(
    (word) => word !== "",
  );
  const word = fc.oneof(
    fc.constantFrom(...known),
    fc.constantFrom(
      "straße",
      "łódź",
      "o'brien",
      "foo_bar",
      "$",
      "'",
      "moreover",
      "😀",
      "12",
      "-",
      "(",
      '"',
      ".",
    ),
  );
  const some = (most: number) => fc.array(word, { maxLength: most });
  /** Words that an item may match, and now and then some that it does not. */
  const wordsOf = (item: Item): fc.Arbitrary<readonly string[]> => {
    switch (item.kind) {
      case "word":
        return fc.oneof({ weight: 20, arbitrary: fc.constant([vocabulary.word(item.word)]) }, some(1));
      case "blank":
        return fc.constant([]);
      case "gap":
        return some(item.most + 1);
      case "end":
        return some(1);
      case "unless":
        return fc.constantFrom(...item.starts.map((start) => start.trim().split(" ")), []);
      case "choice": {
        const one = fc.oneof(
          ...item.options.map((option) =>
            typeof option === "number" ? fc.constant([vocabulary.word(option)]) : sentenceOf(option),
          ),
        );
        return item.times === "one" ? one : fc.oneof(fc.constant([]), one);
      }
    }
  };
  const sentenceOf = (items: Items): fc.Arbitrary<readonly string[]> =>
    fc.tuple(...items.map(wordsOf)).map((parts) => parts.flat());

  it("is found where its expression is", () => {
    expect(patterns).toHaveLength(sources.length);
    patterns.forEach(({ phrase }, index) => {
      const source = sources[index]!;
      const expression = phraseExpression(source, data.words);
      const matcher = new PhraseMatcher(phrase, vocabulary);
      fc.assert(
        fc.property(some(3), sentenceOf(phrase.items), some(3), (before, said, behind) => {
          const words = [...before, ...said, ...behind].filter((one) => one !== "");
          expect(matches(matcher, vocabulary, words), `${source} in: ${words.join(" ")}`).toEqual(
            expressionMatches(expression, words),
          );
        }),
        { numRuns: 4 },
      );
    });
  });

  it("is in the table as it is in the list", () => {
    const reader = new PhraseReader((word) => vocabulary.number(word), data.words);
    expect(patterns.map(({ phrase }) => phrase)).toEqual(sources.map((source) => reader.phrase(source)));
  });

  it("needs words, and is spelt with words that are told apart", () => {
    for (const { needs, signal } of patterns) expect(needs.length, signal.id).toBeGreaterThan(0);
    for (const spelt of known) {
      const hash = [...spelt].reduce((before, sign) => hashed(before, sign.charCodeAt(0)), 0);
      expect(vocabulary.word(vocabulary.hashed(hash)), spelt).toBe(spelt);
      expect(vocabulary.word(vocabulary.number(spelt)), spelt).toBe(spelt);
    }
  });
});
