import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lettersOf, wordsOf } from "../../server/src/publish/letters.js";
import { type Phrase, PhraseSearch, phrasesOf } from "../../server/src/publish/phrases.js";
import { fixture, marked } from "../support/fixture.js";

describe("a text is searched as the words", () => {
  it.each([
    ["", []],
    [" .-\n", []],
    ["Ab c1 D", ["ab", "c1", "d"]],
    ["a-b_c.d/e\nf", ["a", "b", "c", "d", "e", "f"]],
    ["don't it’s aʼb", ["dont", "its", "ab"]],
    ["so\u00adft ze\u200bro wo\u2060rd b\ufeffom ", ["soft", "zero", "word", "bom"]],
    ["ﬁne Ｆｕｌｌ É e\u0301a Straße ÀÉ", ["fine", "full", "e", "ea", "strasse", "ae"]],
    ["² 𝔘ber a😀b 東京", ["2", "uber", "a", "b", "東京"]],
    [
      "a&amp;b R&eacute;sum&#233; &#xE9;t&#XE9; &#65;&#x42;c caf&eacute",
      ["a", "b", "resume", "ete", "abc", "cafe"],
    ],
    ["&nosuch; AT&T & &; &#; &#x; &#xg", ["nosuch", "at", "t", "x", "xg"]],
    ["fish&nbsp;chips&#160;peas", ["fish", "chips", "peas"]],
    ["a&shy;b&zwnj;c", ["abc"]],
  ])("%j", (text, words) => expect(wordsOf(lettersOf(text))).toEqual(words));

  it.each([
    ["«ab»<b>«cd»", ["ab", "cd"]],
    ["x«yz»x", ["yz"]],
    ["«&am»p;", ["am"]],
    ["«&amp;»", []],
    ["«a'»«b»", ["a", "b"]],
  ])("%s, in its pieces", (markedText, words) => {
    const { text, spans } = fixture(markedText);
    expect(wordsOf(lettersOf(text, spans))).toEqual(words);
  });

  it("each letter at its place", () => {
    expect(lettersOf("A &eacute;ß B")).toEqual({
      letters: "aessb",
      offsets: [0, 2, 10, 10, 12],
      starts: [true, true, false, false, true],
    });
  });
});

describe("what must not be said", () => {
  /** The phrases, with `=` where they count as whole words only. */
  const shown = (phrases: readonly Phrase[]) =>
    phrases.map(({ letters, whole }) => (whole ? "=" : "") + letters);

  it.each([
    [[""], []],
    [["Not yet."], ["=notyet"]],
    [["one two three four"], ["=onetwothreefour"]],
    [["one two three four five"], ["onetwothreefourfive"]],
    [["one two three four five six"], ["onetwothreefourfive", "twothreefourfivesix"]],
    [["a b c d e"], ["=abcde"]],
    [["aa bb cc dd eee"], ["=aabbccddeee"]],
    [["aa bb cc dd eeee"], ["aabbccddeeee"]],
    [
      ["yes", "no", "Yes!"],
      ["=yes", "=no"],
    ],
  ])("of %j are the phrases", (texts, phrases) => expect(shown(phrasesOf(texts))).toEqual(phrases));

  it.each([
    ["yes", "«Yes», I said «yes»"],
    ["yes", "yesterday, eyes"],
    ["not yet", "«not yet» and «NotYet», cannot yet, not yeti, not"],
    ["ok", "«ok»"],
    ["one two three four five", "X«one two three four five»X"],
    ["one two three four five", "one two three four fiv"],
    ["one two three four five six seven", "«one two three four five» or «three four five six seven»"],
    ["ab", "«a b»"],
  ])("%j is found at its places: %s", (said, markedText) => {
    const { text } = fixture(markedText);
    const found = [...new PhraseSearch(phrasesOf([said])).matches(lettersOf(text))];
    expect(marked(text, found)).toBe(markedText);
  });

  it("is found among phrases that begin alike, and that are shorter", () => {
    const search = new PhraseSearch(phrasesOf(["harbour pilots", "harbour masts", "harbo", "ha"]));
    const found = [...search.matches(lettersOf("harbour masts, harbour pilots; ha harbo"))];
    expect(found.map(({ phrase }) => phrase.letters)).toEqual([
      "harbourmasts",
      "harbourpilots",
      "ha",
      "harbo",
    ]);
  });

  it("is found wherever it stands, however many begin alike", () => {
    const words = fc.array(fc.string({ unit: fc.constantFrom("a", "b"), minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: 12,
    });
    const text = words.map((list) => list.join(" "));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 8 }), text, (withheld, said) => {
        const phrases = phrasesOf(withheld);
        const { letters, starts } = lettersOf(said);
        const stands = ({ letters: phrase, whole }: Phrase, at: number) => {
          const end = at + phrase.length;
          return (
            letters.startsWith(phrase, at) &&
            (!whole || (starts[at] && (end === letters.length || starts[end])))
          );
        };
        const longest = [...letters].flatMap((_, at) => {
          const lengths = phrases
            .filter((phrase) => stands(phrase, at))
            .map((phrase) => phrase.letters.length);
          return lengths.length === 0 ? [] : [letters.slice(at, at + Math.max(...lengths))];
        });
        const found = [...new PhraseSearch(phrases).matches(lettersOf(said))];
        expect(found.map(({ phrase }) => phrase.letters)).toEqual(longest);
        const unsaid = phrases.filter((phrase) => ![...letters].some((_, at) => stands(phrase, at)));
        expect(PhraseSearch.without(phrases, [said])).toEqual(unsaid);
      }),
      { numRuns: 500 },
    );
  });

  it("is not what other texts say", () => {
    const phrases = phrasesOf(["yes", "no", "not yet"]);
    expect(shown(PhraseSearch.without(phrases, ["No: nobody", "Not... yet?"]))).toEqual(["=yes"]);
    expect(PhraseSearch.without(phrases, [])).toEqual(phrases);
  });
});
