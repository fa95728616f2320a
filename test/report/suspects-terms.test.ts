import { describe, expect, it } from "vitest";
import { compileTerms, type Term } from "../../server/src/report/compile-terms.js";
import { inEnglish } from "../../server/src/text/message.js";
import { fixture, marked } from "../support/fixture.js";

function check(terms: readonly Term[], expected: string): void {
  const { text } = fixture(expected);
  expect(marked(text, compileTerms(terms).ok.in(text))).toBe(expected);
}

describe("terms", () => {
  it("match whole words in any case", () => check(["falcon"], "«Falcon» and «FALCON», not falconry"));
  it("match phrases over any white space", () => check(["project falcon"], "«Project\n  Falcon» flies"));
  it("the longest wins", () => check(["alder", "alder bank"], "«Alder Bank» and «Alder»"));
  it("may hold or begin with signs", () =>
    check(["git.corp.example", ".corp", "C++ team"], "https://«git.corp.example»/x, a«.corp», «C++ Team»"));
  it("have curly apostrophes", () => check(["brook's deal"], "«Brook’s deal»"));
  it("match in scripts without blanks", () =>
    check(["隼計画", "計 falcon"], "次の«隼計画»は、abc«隼計画»1「計«計 Falcon»」"));
  it("match with accents and other alphabets", () => check(["bär", "сокол"], "ein «Bär», «Сокол»"));
  it("may be patterns", () => check([{ pattern: "\\bprj-\\d{3}\\b" }], "see «PRJ-123» and prj-1"));
  it("cover patterns and phrases in one text", () =>
    check(["falcon", { pattern: "h[0-9]+\\.corp" }], "«falcon» on «h12.corp»"));
});

describe("terms that cannot be searched for", () => {
  const problems = (...terms: Term[]) => compileTerms(terms).problems;
  it("are told by their place", () => {
    const found = problems("ok", " ", { pattern: "(" }, { pattern: "(?=a)b" }, { pattern: "x*" });
    expect(found.map(({ index }) => index)).toEqual([1, 2, 3, 4]);
  });
  it("say why", () => {
    const why = problems(" ", { pattern: "(" }, { pattern: "x*" }, { pattern: "a{1000}".repeat(25) });
    expect(why.map(({ message }) => inEnglish(message))).toEqual([
      "a term must not be blank",
      expect.stringMatching(/^not a pattern: \S/),
      "the pattern matches nothing at all, so it would match everywhere",
      "the pattern is too large",
    ]);
  });
  it("leave the others working", () => check([{ pattern: "(" }, "falcon"], "«falcon»"));
});

describe("ten thousand terms", () => {
  it("are searched for in a long text", () => {
    const terms = Array.from({ length: 10_000 }, (_, index) => `project code${index}`);
    const { ok } = compileTerms(terms);
    const text = "The project went on, and project code77 with it. ".repeat(2000);
    expect(ok.in(text)).toHaveLength(2000);
  });

  it("are remembered by what stands for the text", () => {
    const { ok } = compileTerms(["falcon"]);
    const key = {};
    let asked = 0;
    const text = () => {
      asked++;
      return "falcon";
    };
    expect(ok.remembered(key, text)).toBe(ok.remembered(key, text));
    expect(asked).toBe(1);
  });
});

describe("a pattern made to hurt", () => {
  it("comes to an end", () => {
    const { ok } = compileTerms([{ pattern: "(a+)+$x" }]);
    // An engine that tries one way after the other would not come to an end.
    expect(ok.in("a".repeat(20_000))).toEqual([]);
  });
});
