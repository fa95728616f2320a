import { describe, expect, it } from "vitest";
import type { Reason } from "../../server/src/publish/blockers.js";
import { leftOver, occurrences, spoken } from "../../server/src/publish/gate.js";
import { PhraseSearch, phrasesOf } from "../../server/src/publish/phrases.js";
import { inEnglish } from "../../server/src/text/message.js";
import { fixture, marked } from "../support/fixture.js";
import { analyseText, COPY, type CopyOptions, publishText } from "../support/publish.js";

const MISSPELT = "misspelt-internal-comment: a misspelt internal comment";
const MISSPELT_END = "misspelt-internal-comment: a misspelt end of an internal comment";
const UNCLOSED = "unclosed-internal-comment: an internal comment that never closes";
const STRAY = "stray-internal-close: an end of an internal comment without its beginning";
const IN_CODE = "internal-comment-in-code: an internal comment inside code";
const UNKNOWN = "unknown-audience: an internal comment for an audience that is not configured";
const UNKNOWN_READERS = "unknown-audience: the report is for an audience that is not configured";
const FRONT_MATTER = "front-matter-syntax: front matter that cannot be read";
const TOO_DEEP = "nested-too-deep: internal comments that are nested too deep to be checked";
const UNRENDERED = "nested-too-deep: HTML that is nested too deep to be rendered";
const LEFT = "leak: the copy would still hold a comment that is not for its readers";
const SAID = "leak: the copy would repeat text of a comment that is not for its readers";
const NAMED = "leak: the name of a file would repeat text of a comment that is not for its readers";

const told = (reasons: readonly Reason[]) =>
  reasons.map(({ code, message }) => `${code}: ${inEnglish(message)}`);

/** Checks why a report is refused: what is told, in order, and where, marked `«…»` in the source. */
function checkRefusal(
  name: string,
  markedSource: string,
  expected: readonly string[],
  options: CopyOptions = {},
): void {
  it(name, () => {
    const { text } = fixture(markedSource);
    const result = publishText(text, options);
    const reasons = result.kind === "refused" ? result.reasons : [];
    expect(told(reasons)).toEqual(expected);
    expect(marked(text, reasons)).toBe(markedSource);
    expect(reasons.map((reason) => reason.in)).toEqual(expected.map(() => "source"));
  });
}

/** Checks that a report is refused for its copy, and where in the copy, which is given with `«…»`. */
function checkCopyRefusal(
  name: string,
  source: string,
  markedCopy: string,
  expected: readonly string[],
  options: CopyOptions,
): void {
  it(name, () => {
    const result = publishText(source, options);
    const reasons = result.kind === "refused" ? result.reasons : [];
    expect(told(reasons)).toEqual(expected);
    expect(marked(fixture(markedCopy).text, reasons)).toBe(markedCopy);
    expect(reasons.map((reason) => reason.in)).toEqual(expected.map(() => "copy"));
  });
}

describe("a report is refused for", () => {
  checkRefusal("a misspelt comment in a sentence", "Good. «[interal:» s] Fine.\n", [MISSPELT]);
  checkRefusal("a misspelt container", "«:::interal»\ns\n:::\n", [MISSPELT]);
  checkRefusal("a bracket that stays open", "Good. «[internal:» s\n", [UNCLOSED]);
  checkRefusal("a container that stays open", "Good.\n\n«:::internal»\ns\n", [UNCLOSED]);
  checkRefusal("a tag that stays open", "Good. «<internal>»s\n\nmore\n", [UNCLOSED]);
  checkRefusal("percent signs that stay open", "Good. «%%» Fine.\n", [UNCLOSED]);
  checkRefusal("a tag for nobody that is known", "«<internal audience=partner>»s</internal>\n", [UNKNOWN]);
  checkRefusal("a container for nobody that is known", "«:::internal partner»\ns\n:::\n", [UNKNOWN]);
  checkRefusal("a misspelt end", "Good. «</internl>» Fine.\n", [MISSPELT_END]);
  checkRefusal("the end of a tag", "Good. «</internal>» Fine.\n", [STRAY]);
  checkRefusal("the end of a container", "Good.\n\n«:::»\n\nFine.\n", [STRAY]);
  checkRefusal("the end of a comment for critics", "Good. «<<}» Fine.\n", [STRAY]);
  checkRefusal("an end after the end", "<internal>a </internal> b «</internal>»\n", [STRAY]);
  checkRefusal("a comment in a span of code", "Good. `«[internal:» s]` Fine.\n", [IN_CODE]);
  checkRefusal("a comment in a block of code", "```\n«[internal:» s]\n```\n", [IN_CODE]);
  checkRefusal("readers that are not known", "---\naudience: «partner»\n---\nGood.\n", [UNKNOWN_READERS]);
  checkRefusal("front matter that is open", "---\ntitle: [a«\n»---\nGood.\n", [FRONT_MATTER]);
  checkRefusal("a key that is there twice", "---\ntitle: a\n«t»itle: b\n---\nGood.\n", [FRONT_MATTER]);
  checkRefusal(
    "keys that are there twice in others",
    "---\na: {b: 1, «b»: 2, b c: 3}\nd:\n  1: 1\n  «1»: 2\n---\nGood.\n",
    [FRONT_MATTER, FRONT_MATTER],
  );
  checkRefusal(
    "all of it, in the order of the places",
    "Good. «</internal>» and `«[internal:» s]` and «[interal:» t]\n",
    [STRAY, IN_CODE, MISSPELT],
  );
  checkRefusal("both ends, where both are wrong", "Good. «<internal>»a «</internl>» Fine.\n", [
    UNCLOSED,
    MISSPELT_END,
  ]);
  checkRefusal("an end in a comment not at all", "[internal: a </internal> b]\n", []);
  checkRefusal(
    "comments in too many others",
    `Good. ${"[internal: a ".repeat(32)}«[internal:» a ${"]".repeat(33)}\n`,
    [TOO_DEEP],
  );
});

describe("forced, a report is refused for", () => {
  const forced = (name: string, source: string, expected: readonly string[]) =>
    checkRefusal(name, source, expected, { force: true });
  forced("an end without a beginning", "Good. «</internal>» Fine.\n", [STRAY]);
  forced("a misspelt end without a beginning", "Good. «</internl>» Fine.\n", [MISSPELT_END]);
  forced("no end that redaction reaches", "Good. <internal>a </internl> Fine.\n", []);
  forced("no end with which redaction ends", "Good. <internal>a </internl>\n", []);
  forced("an end before what is redacted", "Good. «</internal>»\n\n[internal: s\n", [STRAY]);
  forced("no comment that stays open", "Good. [internal: s\n", []);
  forced("no comment in code", "Good. `[internal: s]` Fine.\n", []);
  forced("no unknown readers", "---\naudience: partner\n---\nGood.\n", []);
  forced("no front matter that cannot be read", "---\ntitle: [a\n---\nGood.\n", []);
});

describe("a copy is refused that", () => {
  const removed = { remove: true };
  checkCopyRefusal(
    "has a comment since another is gone",
    "Good. [inter[internal: s]nal: x]\n",
    "Good. «[internal: x]»\n",
    [LEFT],
    removed,
  );
  checkCopyRefusal(
    "has an HTML comment since another is gone",
    "Good. <!-<!-- a -->- x -->\n",
    "Good. «<!-- x -->»\n",
    [LEFT],
    removed,
  );
  checkCopyRefusal(
    "has a comment that stays open",
    "Good. <inter<!-- a -->nal>\n",
    "Good. ««<internal>»\n»",
    [LEFT, UNCLOSED],
    {},
  );
  checkCopyRefusal(
    "has a marker that is a comment",
    "Good. [internal: s]\n",
    "Good. ««\\[internal:» t\\]»\n",
    [LEFT, MISSPELT],
    { marker: "[internal: t]" },
  );
  checkCopyRefusal("cannot be rendered", "<b>".repeat(10_000), "«»", [UNRENDERED], { to: "html" });
  const source = "Good. [internal: Example Corp buys the whole of Sample Inc] Fine.\n";
  checkCopyRefusal(
    "has a name that tells",
    source,
    "«example-corp-buys-the-whole-of-sample-inc».md",
    [NAMED],
    {
      names: ["example-corp-buys-the-whole-of-sample-inc.md"],
    },
  );
  checkCopyRefusal("has a second name that tells", "[internal: yes]\n", "b\n«yes».md", [NAMED], {
    names: ["b", "yes.md"],
  });
  checkCopyRefusal("has no short word in its name", "[internal: ok]\n", "ok.md", [], { names: ["ok.md"] });
});

describe("left over in a copy", () => {
  /** Checks what is found when a text is read as a copy. */
  function checkLeft(name: string, markedCopy: string, expected: readonly string[], options = COPY): void {
    it(name, () => {
      const { text } = fixture(markedCopy);
      const reasons = leftOver(analyseText(text, "markdown"), options);
      expect(told(reasons)).toEqual(expected);
      expect(marked(text, reasons)).toBe(markedCopy);
      expect(reasons.every((reason) => reason.in === "copy")).toBe(true);
    });
  }

  checkLeft("is a comment", "Good. «[internal: s]» Fine.\n", [LEFT]);
  checkLeft("is no comment for the readers", "Good. <internal audience=public>s</internal>\n", []);
  checkLeft("is a comment for fewer people", "Good. «<internal audience=team>s</internal>»\n", [LEFT], {
    ...COPY,
    audience: "company",
  });
  checkLeft("is an HTML comment", "Good. «<!-- a -->» Fine.\n", [LEFT]);
  checkLeft("is no HTML comment that may stay", "Good. <!-- a --> Fine.\n", [], {
    ...COPY,
    keepHtmlComments: true,
  });
  checkLeft(
    "is an internal comment in an HTML comment that may stay",
    "Good. «<!-- a [internal: s] -->» Fine.\n",
    [LEFT],
    {
      ...COPY,
      keepHtmlComments: true,
    },
  );
  checkLeft("is a comment in YAML", "---\n«# a note»\ntitle: a\n---\nGood.\n", [LEFT]);
  checkLeft("is front matter that cannot be read", "---\ntitle: [a««\n»»---\nGood.\n", [LEFT, FRONT_MATTER]);
  checkLeft("is what would keep a source from being published", "`«[internal:» s]`\n", [IN_CODE]);
});

describe("said in a copy", () => {
  const SECRET = "Example Corp quietly buys the whole of Sample Inc next spring";

  /** Checks where a copy says something of a withheld text. */
  function checkSaid(name: string, markedCopy: string, withheld = SECRET): void {
    it(name, () => {
      const { text, spans } = fixture(markedCopy);
      const phrases = phrasesOf([withheld]);
      const reasons = spoken(text, phrases);
      expect(marked(text, reasons)).toBe(markedCopy);
      expect(told(reasons)).toEqual(spans.map(() => SAID));
      expect(reasons.every((reason) => reason.in === "copy")).toBe(true);
      expect(marked(text, occurrences(text, new PhraseSearch(phrases)))).toBe(markedCopy);
    });
  }

  checkSaid("is the same text", `Good. «${SECRET}». Fine.`);
  checkSaid("are five words of it", "Good: «quietly buys the whole of» it.");
  checkSaid("are not four words of it", "Good: they quietly buys the whole it.");
  checkSaid("are words in other letters", "Good: «QUIETLY, BUYS the-whole of» it.");
  checkSaid("are words with tags between", "Good: «quietly <b>buys</b> the whole of» it.");
  checkSaid("are words in an attribute", 'Good <a title="«quietly buys the whole of»">a</a>.');
  checkSaid("are words in two places", "«quietly buys the whole of» it, «the whole of Sample Inc» too.");
  checkSaid("is all of a short text", "Good, «not yet» said.", "not yet");
  checkSaid("is nothing in other texts", "Good talk, nothing to add here at all.");
});
