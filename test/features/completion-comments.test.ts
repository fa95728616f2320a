import { describe, expect, it } from "vitest";
import { DEFAULT_CONFIG } from "../../server/src/config.js";
import { COMMENT_FORMS } from "../../server/src/features/completion/comment-forms.js";
import type { Form } from "../../server/src/syntax/forms.js";
import { analyse } from "../support/check.js";
import {
  type CompletionCheck,
  checkAmong,
  checkOffered,
  checkTaken,
  offered,
  taken,
} from "../support/check-completion.js";
import { fixture } from "../support/fixture.js";

describe("internal comments", () => {
  it.each([
    [":::$0", ":::internal", ":::internal\nNot for everyone.\n:::\n"],
    ["::$0", ":::internal company", ":::internal company\nNot for everyone.\n:::\n"],
    ["- a\n  :::int$0", ":::internal", "- a\n  :::internal\nNot for everyone.\n:::\n"],
    ["- :::int$0", ":::internal", "- :::internal\n  Not for everyone.\n  :::\n  "],
    ["They [in$0] said", "[internal: …]", "They [internal: not for everyone] said"],
    ["They [$0 said", "[internal company: …]", "They [internal company: not for everyone] said"],
    ["> [!in$0]", "[!INTERNAL]", "> [!INTERNAL]\n> Not for everyone."],
    ["They <in$0> said", "<internal>…</internal>", "They <internal>Not for everyone.</internal> said"],
    [
      "<in$0>",
      '<internal audience="company">…</internal>',
      '<internal audience="company">Not for everyone.</internal>',
    ],
    ["<!-- in$0 -->", "<!-- internal: … -->", "<!-- internal: not for everyone -->"],
    ["They {>>$0<<} said", "{>> … <<}", "They {>> not for everyone <<} said"],
    ["They {$0} said", "{>> … <<}", "They {>> not for everyone <<} said"],
    ["They %%$0 said", "%% … %%", "They %% not for everyone %% said"],
    ["int$0", "internal", "[internal: not for everyone]"],
    ["- int$0", "internal", "- [internal: not for everyone]"],
    ["internal-c$0", "internal-callout", "> [!INTERNAL]\n> Not for everyone."],
    ["conf$0", "confidential-block", ":::confidential\nNot for everyone.\n:::\n"],
    ["internal-s$0", "internal-section", "## Impressions {.internal}\n\nNot for everyone."],
  ])("%j offers “%s”", (typed, label, after) => checkTaken(`# T\n\n${typed}\n`, label, `# T\n\n${after}\n`));

  it("are offered in the words that are typed", () =>
    checkOffered("# T\n\nThey [pr$0", ["[private: …]", "[private company: …]"]));
  const configured: CompletionCheck = {
    config: { internal: { words: ["vertraulich", "geheim"] }, audiences: ["wir", "alle"] },
  };
  it("are offered in configured words", () => {
    checkOffered("# T\n\nSie [$0", ["[vertraulich: …]"], configured);
    checkOffered("# T\n\nSie [g$0", ["[geheim: …]"], configured);
    checkOffered("# T\n\nSie [in$0", [], configured);
  });
  it("are not begun by braces in a heading", () =>
    checkAmong("# T\n\n## A {$0", [".internal"], ["{>> … <<}"]));
  it("are not begun by what ends one", () => checkOffered("# T\n\n%% a %%$0\n", []));
  it("are for a reader's own editor too: all by the word where a block begins", () =>
    checkAmong("# T\n\n$0\n", [
      "internal",
      "internal-block",
      "internal-callout",
      "internal-tag",
      "internal-html",
      "internal-block-company",
      "internal-section",
    ]));

  const openings: Readonly<Record<Exclude<Form, "section" | "front-matter">, string>> = {
    inline: "[",
    container: ":::",
    callout: "> [",
    tag: "a <",
    "html-comment": "a <!--",
    criticmarkup: "a {",
    obsidian: "a %%",
  };
  for (const format of ["markdown", "plain-text"] as const)
    it.each(COMMENT_FORMS.filter(({ plain }) => plain || format === "markdown"))(
      `in the form $form are recognised in ${format}, each for its audience`,
      ({ form }) => {
        const typed = `# T\n\n${openings[form as keyof typeof openings]}$0\n\nb\n`;
        const { text, cursor } = fixture(typed);
        const items = offered(text, cursor!, { format }).items.filter(({ about }) => about?.of[0] === form);
        expect(items).not.toEqual([]);
        for (const { label, about } of items) {
          const { comments } = analyse(taken(typed, label, { format }), format).report;
          expect(comments).toEqual([expect.objectContaining({ form, audience: about?.of[1] })]);
          expect(comments[0]).not.toHaveProperty("slip");
          expect(comments[0]).not.toHaveProperty("unclosed");
          expect(comments[0]!.to).toBeLessThan(typed.length + 80);
        }
      },
    );
});

describe("audiences", () => {
  const all = DEFAULT_CONFIG.audiences;
  it.each([
    [":::internal $0", all],
    [":::private c$0", ["company"]],
    ["> [!INTERNAL $0]", all],
    ["They [internal $0", all],
    ["They [internal c$0]", ["company"]],
    ['They <internal audience="$0', all],
    ['<internal audience="c$0">', ["company"]],
    ["They <internal a$0", all.map((audience) => `audience="${audience}"`)],
    ["a <!-- internal $0-->", all],
    ["## A {.internal audience=$0}", all],
    [":::note $0", []],
    ["They [said $0", []],
  ])("behind %j", (typed, labels) => checkOffered(`# T\n\n${typed}\n`, labels));
  it("end with the colon that must follow", () =>
    checkTaken("# T\n\nThey [internal c$0]\n", "company", "# T\n\nThey [internal company: ]\n"));
  it("leave a colon that is there", () =>
    checkTaken("# T\n\nThey [internal c$0: a]\n", "company", "# T\n\nThey [internal company: a]\n"));
  it("end with the quote that must follow", () =>
    checkTaken(
      '# T\n\nThey <internal audience="c$0\n',
      "company",
      '# T\n\nThey <internal audience="company"\n',
    ));
});
