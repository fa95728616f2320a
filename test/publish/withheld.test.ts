import { describe, expect, it } from "vitest";
import { occurrences } from "../../server/src/publish/gate.js";
import { PhraseSearch, phrasesOf } from "../../server/src/publish/phrases.js";
import { prepare } from "../../server/src/publish/prepare.js";
import { redact } from "../../server/src/publish/redact.js";
import { forbiddenPhrases, withheldTexts } from "../../server/src/publish/withheld.js";
import { fixture, marked } from "../support/fixture.js";
import { analyseText, COPY } from "../support/publish.js";

const OPTIONS = { ...COPY, dropKeys: ["budget"] };

describe("withheld is the text of", () => {
  /** Checks the texts that a copy withholds, blanks as one. */
  function checkWithheld(name: string, source: string, expected: readonly string[], options = OPTIONS): void {
    it(name, () => {
      const analysis = analyseText(source, "markdown");
      const texts = withheldTexts(analysis, redact(analysis, options), options);
      expect(texts.map((text) => text.replace(/\s+/g, " ").trim())).toEqual(expected);
    });
  }

  checkWithheld("a bracket", "P [internal: one] P\n", ["one"]);
  checkWithheld("a tag", "P <internal>one</internal> P\n", ["one"]);
  checkWithheld("a container", ":::internal\none\n\ntwo\n:::\nP\n", ["one two"]);
  checkWithheld("a quote", "> [!INTERNAL]\n> one\n\nP\n", ["> one"]);
  checkWithheld("an image", "![internal: one](two.png) P\n", ["one (two.png)"]);
  checkWithheld("a section", "# P\n\n## P {.internal}\n\none\n\n## P\n", ["one"]);
  checkWithheld("a comment in another, with and without it", "[internal: one [internal: two] three] P\n", [
    "one two three",
    "two",
  ]);
  checkWithheld("a tag in a container", ":::internal\none <internal>two</internal> three\n:::\n", [
    "one two three",
    "two",
  ]);
  checkWithheld("comments side by side, each and both", "[internal: one] [internal: two]\n", [
    "one",
    "two",
    "one two",
  ]);
  checkWithheld("no empty comment", "P [internal: ] <internal> </internal> P\n", []);
  checkWithheld("an HTML comment", "P <!-- one --> P\n", ["<!-- one -->"]);
  checkWithheld("an HTML comment in a comment, once", "[internal: one <!-- two --> three] P\n", [
    "one <!-- two --> three",
  ]);
  checkWithheld(
    "a definition that nothing else uses",
    "[internal: [one][x]] P\n\n[x]: http://two.example\n",
    ["[one][x]", "[x]: http://two.example"],
  );
  checkWithheld("keys of front matter", "---\ntitle: P\ninternal: one\nbudget: two\n# three\n---\nP\n", [
    ": one",
    "three",
    "two",
  ]);
  checkWithheld("no comment for the readers", "<internal audience=public>P</internal> [internal: one]\n", [
    "one",
  ]);
  checkWithheld("nothing", "P\n", []);
});

describe("a copy must not say", () => {
  /** Checks the phrases, as their letters. */
  function checkForbidden(
    name: string,
    source: string,
    expected: readonly string[],
    generated: string[] = [],
  ): void {
    it(name, () => {
      const analysis = analyseText(source, "markdown");
      const phrases = forbiddenPhrases(analysis, redact(analysis, OPTIONS), OPTIONS, generated);
      expect(phrases.map(({ letters }) => letters).sort()).toEqual([...expected].sort());
    });
  }

  checkForbidden("a short comment", "P [internal: not yet]\n", ["notyet"]);
  checkForbidden("each five words of a longer one", "P [internal: one two three four five six]\n", [
    "onetwothreefourfive",
    "twothreefourfivesix",
  ]);
  checkForbidden("the names in it", "P [internal: the lead is Ada Brook, and Ben Tarn Elm left Pier]\n", [
    ..."the lead is ada brook and ben tarn elm left pier"
      .split(" ")
      .map((_, at, words) => words.slice(at, at + 5))
      .filter((run) => run.length === 5)
      .map((run) => run.join("")),
    "adabrook",
    "bentarnelm",
  ]);
  checkForbidden(
    "the addresses in it, and the text without them",
    "P [internal: see [it](http://a.example/b)]\n",
    ["seeithttpaexample", "ithttpaexampleb", "httpaexampleb", "seeit"],
  );
  checkForbidden("nothing that the report says elsewhere", "not yet [internal: not yet]\n", []);
  checkForbidden("nothing that stands around a comment", "not [internal: one] yet [internal: not yet]\n", [
    "one",
  ]);
  checkForbidden("what only an anchor says", "[P](#not-yet) [internal: not yet]\n", ["notyet"]);
  checkForbidden(
    "what only an anchor of a definition says",
    "[P]\n\n[P]: #not-yet\n\n[internal: not yet]\n",
    ["notyet"],
  );
  checkForbidden("what only an anchor in HTML says", '<a href="#not-yet">P</a> [internal: not yet]\n', [
    "notyet",
  ]);
  checkForbidden("what only the end of an anchor says", "[P](#x-not-yet) [internal: not yet]\n", ["notyet"]);
  checkForbidden(
    "what only an anchor without quotes says",
    "<a href=#x-not-yet>P</a> [internal: not yet]\n",
    ["notyet"],
  );
  checkForbidden(
    "what only an anchor behind blanks says",
    "[P]\n\n[P]:   #not-yet\n\n[internal: not yet]\n",
    ["notyet"],
  );
  checkForbidden("nothing that begins behind a comment", "no[internal: one]t yet [internal: t yet]\n", [
    "one",
  ]);
  checkForbidden("names from their capitals on", "P [internal: eBoat Pro] P [internal: 5Knot Net] P\n", [
    "eboatpro",
    "boatpro",
    "5knotnet",
    "knotnet",
  ]);
  checkForbidden("nothing that the marker says", "P [internal: redacted comments]\n", []);
  checkForbidden("nothing that the page says of itself", "P [internal: Contents]\n", [], ["Contents"]);
  checkForbidden("nothing whose words have tags between them", "not <b>yet</b> [internal: not yet]\n", []);
  checkForbidden(
    "nothing whose words have an address between them",
    "[not](x.md) yet [internal: not yet]\n",
    [],
  );
});

describe("a copy is prepared for a renderer", () => {
  /** Checks the Markdown that is rendered, and the words that it has besides those of the copy. */
  function checkPrepared(
    name: string,
    copy: string,
    expected: string,
    generated: readonly string[] = [],
  ): void {
    it(name, () => {
      expect(prepare(analyseText(copy, "markdown"))).toEqual({ markdown: expected, generated });
    });
  }

  checkPrepared("as it is", "# P\n\np {x} `{y}`\n", "# P\n\np {x} `{y}`\n");
  checkPrepared("without front matter", "---\ntitle: P\n---\n# P\n", "\n# P\n");
  checkPrepared(
    "with an anchor for each name",
    "# P {#a}\n\n## P {#b}\n",
    '# P <a id="a"></a>\n\n## P <a id="b"></a>\n',
  );
  checkPrepared("with braces at the end of other text", "p {x}\n\n- q {#y}\n", "p {x}\n\n- q {#y}\n");
  checkPrepared("without attributes of headings", "# P {.keynote}\n\nP {a=b}\n===\n", "# P \n\nP \n===\n");
  checkPrepared("with an anchor for a name", "# P {#here .keynote}\n", '# P <a id="here"></a>\n');
  checkPrepared(
    "with bare markers as words",
    "a <redacted> <redacted comments> [redacted] █████\n",
    "a &lt;redacted&gt; &lt;redacted comments&gt; [redacted] █████\n",
  );
  checkPrepared(
    "with the audience of a container that stays",
    "a\n\n:::internal company\nb\n:::\n\nc [internal company: d]\n",
    "a\n\n**Internal, company:**\nb\n\n\nc [internal company: d]\n",
    ["Internal, company:"],
  );
  checkPrepared(
    "with two of them, one in the other",
    "::::internal company\na\n:::internal team\nb\n:::\nc\n::::\n",
    "**Internal, company:**\na\n**Internal, team:**\nb\n\nc\n\n",
    ["Internal, company:", "Internal, team:"],
  );
});

describe("what was withheld is found", () => {
  const search = new PhraseSearch(phrasesOf(["not yet", "one two three four five six seven"]));

  it.each([
    "P «not <b>yet»</b> P",
    "<b title='«not yet»'>P</b> «not yet» <!-- «Not Yet» --> P",
    "P «one two three four five six seven» P",
    "«not yet» «not yet», «one two three four five» P «three four five six seven»",
    "one two three four P five six seven",
    "P",
  ])("in %s", (source) => {
    const { text } = fixture(source);
    expect(marked(text, occurrences(text, search))).toBe(source);
  });
});
