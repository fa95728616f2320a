import { describe, expect, it } from "vitest";
import { DEFAULT_CONFIG } from "../../server/src/config.js";
import { diagnostics } from "../../server/src/features/diagnostics.js";
import { compileTerms, type Term } from "../../server/src/report/compile-terms.js";
import type { Finding } from "../../server/src/rules/rule.js";
import type { Format } from "../../server/src/syntax/parse.js";
import { applyEdits } from "../../server/src/text/edit.js";
import { inEnglish } from "../../server/src/text/message.js";
import { analyse } from "../support/check.js";
import { fixture, marked } from "../support/fixture.js";

interface Options {
  readonly format?: Format;
  readonly audience?: string;
  readonly terms?: readonly Term[];
}

function findings(
  text: string,
  { format = "markdown", audience = "public", terms = [] }: Options,
): Finding[] {
  const analysis = analyse(text, format);
  const { ok } = compileTerms(terms);
  return diagnostics(analysis, { config: DEFAULT_CONFIG, audience, terms: ok }).filter(
    ({ code }) => code === "suspected-internal-comment",
  );
}

/** `«…»` are the findings that are expected. */
function check(expected: string, options: Options = {}): void {
  const { text } = fixture(expected);
  expect(marked(text, findings(text, options))).toBe(expected);
}

function checkFix(
  before: string,
  after: string,
  { index = 0, ...options }: Options & { index?: number } = {},
): void {
  const fix = findings(before, options)[0]?.fixes?.[index];
  expect(fix).toBeDefined();
  expect(applyEdits(before, fix!.edits)).toBe(after);
}

describe("suspected-internal-comment", () => {
  it("paragraph", () => check("# T\n\nGood. «Off the record, they are broke.» Bad."));
  it("list item, nested", () => check("- a\n  - «Please do not tweet this.»"));
  it("quote over two lines", () => check("> «This is under\n> NDA until May.»"));
  it("table cell", () => check("| a | b |\n|---|---|\n| x | «This is under NDA.» |"));
  it("through emphasis and links", () =>
    check(
      "«Please do **not** [quote](http://x/a) me on this.»".replace(
        "quote](http://x/a) me",
        "quote me](http://x/a)",
      ),
    ));
  it("plain text", () => check("Title\n\n• «Please do not tweet this.»\n", { format: "plain-text" }));
  it("not in code", () => check("`off the record`\n\n```\noff the record\n```\n\n    off the record"));
  it("not in a link's target", () => check("[a](http://x/off-the-record)"));
  it("not in front matter", () => check("---\ntitle: Off the record\n---\n"));
  it("not in an HTML comment", () => check("<!-- off the record, they are broke -->"));
  it("not in an internal comment", () =>
    check("[internal: Off the record, they are broke.]\n\n:::internal\nThis is under NDA.\n:::\n"));
  it("but beside one", () => check("[internal: x] «This is under NDA.»"));
  it("not by words of which some are in a comment", () => check("They will not [internal: share] a this."));
  it("not in a section for few", () => check("# T\n\n## A {.internal}\n\nThis is under NDA.\n"));
  it("says why without the report's words", () => {
    const [finding] = findings("We should hire Jo Marsh before somebody else does.", {});
    expect(inEnglish(finding?.message ?? "")).toBe(
      "reads as not meant for everyone: it advises the team (we-should-hire)",
    );
    expect(inEnglish(finding?.messageWithText ?? "")).toContain("“We should hire”");
  });
  it("is graver where everybody reads", () => {
    expect(findings("This is under NDA.", { audience: "public" })[0]?.severity).toBe("warning");
    expect(findings("This is under NDA.", { audience: "company" })[0]?.severity).toBe("information");
  });
});

describe("configured terms", () => {
  const terms = ["falcon", { pattern: "[a-z]+\\.corp\\.example" }];
  it("are found in text, headings, code, targets and front matter", () =>
    check("---\ntitle: «Falcon» day\n---\n\n# «Falcon»\n\n`«falcon»` [x](https://«git.corp.example»/a)", {
      terms,
    }));
  it("not in comments", () =>
    check("[internal: falcon] <!-- falcon -->\n\n:::internal\nfalcon\n:::\n", { terms }));
  it("not in words of which they are a part", () => check("falconry", { terms }));
  it("are not repeated in messages for logs", () => {
    const [finding] = findings("falcon", { terms });
    expect(inEnglish(finding?.message ?? "")).not.toContain("falcon");
    expect(inEnglish(finding?.messageWithText ?? "")).toContain("falcon");
  });
});

describe("marking as internal", () => {
  it("the sentence", () =>
    checkFix("Fine. This is under NDA. Good.", "Fine. [internal: This is under NDA.] Good."));
  it("the paragraph", () =>
    checkFix(
      "a\n\nFine. This is under NDA. Good.\n\nb",
      "a\n\n:::internal\nFine. This is under NDA. Good.\n:::\n\nb",
      {
        index: 1,
      },
    ));
  it("a sentence over two lines by its paragraph", () =>
    checkFix("This is under\nNDA until May. B.\n", ":::internal\nThis is under\nNDA until May. B.\n:::\n"));
  it("the list item", () =>
    checkFix("- Fine. This is under NDA.\n- B", "- [internal: Fine. This is under NDA.]\n- B", { index: 1 }));
  it("with the emphasis around it", () =>
    checkFix(
      "**This is under NDA.** B",
      "[internal: **This is under NDA.**] B".replace(
        "[internal: **This is under NDA.**]",
        "**[internal: This is under NDA.]**",
      ),
    ));
  it("with CRLF", () =>
    checkFix(
      "A\r\n\r\nThis is under\r\nNDA.\r\n",
      "A\r\n\r\n:::internal\r\nThis is under\r\nNDA.\r\n:::\r\n",
    ));
  it("leaves nothing to find", () => {
    for (const report of [
      "Fine. This is under NDA. Good.",
      "- Fine. This is under NDA.\n- B",
      "This is under\nNDA until May.\n",
      "| This is under NDA. | b |\n|---|---|",
    ])
      for (const fix of findings(report, {})[0]?.fixes ?? [])
        expect(findings(applyEdits(report, fix.edits), {}), inEnglish(fix.title)).toEqual([]);
  });
});
