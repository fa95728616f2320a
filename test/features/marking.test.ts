import { describe, it } from "vitest";
import { markInternal } from "../../server/src/features/marking/mark-internal.js";
import { checkEdit, type EditOptions } from "../support/check-edit.js";

/** Marking turns the first into the second, and back. */
function checkToggle(before: string, after: string, options: EditOptions = {}): void {
  checkEdit(markInternal, before, after, options);
}

describe("marking as internal", () => {
  const cases: readonly (readonly [what: string, before: string, after: string, options?: EditOptions])[] = [
    ["a word", "They «will» miss it.\n", "They [internal: «will»] miss it.\n"],
    ["the line of a cursor", "# T\n\nThey wi$0ll miss it.\n", "# T\n\n[internal: They wi«»ll miss it.]\n"],
    ["the item of a cursor", "- one\n- t$0wo\n", "- one\n- [internal: t«»wo]\n"],
    ["a line with its break", "a\n\n«They will.\n»\nb\n", "a\n\n:::internal\n«They will.»\n:::\n\nb\n"],
    ["lines of a paragraph", "a\n«b\nc\n»d\n", "a\n:::internal\n«b\nc»\n:::\nd\n"],
    ["paragraphs", "«a\n\nb»\n", ":::internal\n«a\n\nb»\n:::\n"],
    ["the last line, without a line break", "a\n\n«b\nc»", "a\n\n:::internal\n«b\nc»\n:::"],
    ["with CRLF", "«a\r\n\r\nb»\r\n", ":::internal\r\na\r\n\r\nb\r\n:::\r\n"],
    ["one item", "- a\n«- b\n  c»\n- d\n", "- a\n- :::internal\n  b\n  c\n  :::\n- d\n"],
    ["an item with items in it", "«- a\n  - b»\n- c\n", "- :::internal\n  a\n  - b\n  :::\n- c\n"],
    ["items", "- a\n«- b\n- c»\n", "- a\n:::internal\n- b\n- c\n:::\n"],
    ["items in an item", "1. a\n   «- b\n   - c»\n", "1. a\n   :::internal\n   - b\n   - c\n   :::\n"],
    ["lines of a quote", "> a\n>\n> «b\n> c»\n", "> a\n>\n> :::internal\n> b\n> c\n> :::\n"],
    ["words of a quote", "> a «b» c\n", "> a [internal: b] c\n"],
    ["a whole quote and more", "«> a\n\nb»\n", ":::internal\n> a\n\nb\n:::\n"],
    ["a container with a fence of its own", "«:::note\nx\n:::»\n", "::::internal\n:::note\nx\n:::\n::::\n"],
    ["words with brackets", "a «b [c] d» e\n", "a [internal: b [c] d] e\n"],
    ["half a pair of brackets", "a «b ]c» d\n", "a <internal>b ]c</internal> d\n"],
    ["part of a code span", "a `b «c» d` e\n", "a [internal: `b c d`] e\n"],
    ["part of a link's target", "a [b](http://x.ex«am»ple) e\n", "a [internal: [b](http://x.example)] e\n"],
    ["words of a link", "a [b «c»](u) e\n", "a [b [internal: c]](u) e\n"],
    ["half of emphasis", "a «b *c» d* e\n", "a [internal: b *c d*] e\n"],
    ["words within emphasis", "a *b «c»* e\n", "a *b [internal: c]* e\n"],
    [
      "part of a code block",
      "a\n\n```\nx «y» z\n```\n\nb\n",
      "a\n\n:::internal\n```\nx y z\n```\n:::\n\nb\n",
    ],
    ["a cell", "| a | b |\n|---|---|\n| «c» | d |\n", "| a | b |\n|---|---|\n| [internal: c] | d |\n"],
    [
      "two cells",
      "| a | b |\n|---|---|\n| «c | d» |\n",
      ":::internal\n| a | b |\n|---|---|\n| c | d |\n:::\n",
    ],
    [
      "a section by its heading",
      "# T\n\n## A$0 (Jo Lind)\n\nx\n",
      "# T\n\n## A (Jo Lind) {.internal}\n\nx\n",
    ],
    ["a section with attributes", "# T\n\n## A$0 {#a}\n\nx\n", "# T\n\n## A {#a .internal}\n\nx\n"],
    ["a section with a closed heading", "# T\n\n## A$0 ##\n\nx\n", "# T\n\n## A {.internal} ##\n\nx\n"],
    [
      "a section with an underlined heading",
      "T\n===\n\nA$0\n---\n\nx\n",
      "T\n===\n\nA {.internal}\n---\n\nx\n",
    ],
    [
      "a section with a bold heading",
      "# T\n\n## B\n\n**Talk: $0things**\n\nx\n",
      "# T\n\n## B\n\n**Talk: things**\n\n:::internal\nx\n:::\n",
    ],
    ["words of a heading", "# T\n\n## A «B» C\n\nx\n", "# T\n\n## A [internal: B] C\n\nx\n"],
    [
      "a whole heading and its text",
      "# T\n\n«## A\n\nx\n»\n## C\n",
      "# T\n\n:::internal\n## A\n\nx\n:::\n\n## C\n",
    ],
    ["all of a comment and more", "«a [internal: b]» c\n", "[internal: a [internal: b]] c\n"],
    ["half of a comment", "a [internal: «b] c» d\n", "a [internal: [internal: b] c] d\n"],
    [
      "a plain text's item",
      "T\n\n• «one»\n• two\n",
      "T\n\n• [internal: one]\n• two\n",
      { format: "plain-text" },
    ],
    ["nothing on a blank line", "a\n\n$0\n\nb\n", "refused: There is nothing to mark at the cursor."],
    ["an ordinary task", "«- [ ] a»\n", "- [ ] [internal: a]\n"],
    ["several selections", "«a» b «c»\n", "[internal: a] b [internal: c]\n"],
    ["selections that meet", "«a»« b» c\n", "[internal: a] [internal: b] c\n"],
    [
      "selections one in the other's lines",
      "«a\nb\n»\nc «d»\n",
      ":::internal\na\nb\n:::\n\nc [internal: d]\n",
    ],
    ["cursors on one line", "a «»b «»c\n", "[internal: a b c]\n"],
    ["for a given audience", "a «b»\n", "a [internal company: b]\n", { audience: "company" }],
    [
      "lines for a given audience",
      "«a\n\nb»\n",
      ":::internal company\na\n\nb\n:::\n",
      { audience: "company" },
    ],
    [
      "a section for a given audience",
      "# T\n\n## A$0\n\nx\n",
      "# T\n\n## A {.internal audience=company}\n\nx\n",
      { audience: "company" },
    ],
    [
      "among audiences of a team's own",
      "a «b»\n",
      "choose: board staff",
      { config: { audiences: ["board", "staff", "all"] } },
    ],
    [
      "with a word of a team's own",
      "a «b»\n",
      "a [geheim: b]\n",
      { config: { internal: { words: ["geheim"] } } },
    ],
  ];
  for (const [what, before, after, options] of cases) it(what, () => checkToggle(before, after, options));

  it("refuses front matter", () =>
    checkEdit(
      markInternal,
      "---\ntitle: «a»\n---\n",
      "refused: Front matter is not marked: its key `internal` holds what is not published.",
    ));
});

describe("taking the marks away", () => {
  const cases: readonly (readonly [what: string, before: string, after: string])[] = [
    ["inline", "a [internal company: b$0] c\n", "a b«» c\n"],
    ["a link", "a [internal: b$0](u) c\n", "a [b](u) c\n"],
    ["an image", "a ![internal: b$0](u.png) c\n", "a ![b](u.png) c\n"],
    ["a container", "a\n\n:::private company\n\nb$0\n\n:::\n\nc\n", "a\n\n\nb\n\n\nc\n"],
    ["an empty container", "a\n\n:::internal$0\n:::\n\nc\n", "a\n\n\n\nc\n"],
    ["a callout", "> [!INTERNAL]\n> b$0\n", "> b\n"],
    ["a callout with text behind it", "> [!INTERNAL] a\n> b$0\n", "> a\n> b\n"],
    ["a tag", "a <internal>b$0</internal> c\n", "a b c\n"],
    ["a tag around blocks", "<internal>\n\nb$0\n\n</internal>\n", "\nb\n\n"],
    ["an HTML comment", "a <!-- internal: b$0 --> c\n", "a b c\n"],
    ["CriticMarkup", "a {>> b$0 <<} c\n", "a b c\n"],
    ["Obsidian's", "a %% b$0 %% c\n", "a b c\n"],
    [
      "a section",
      "# T\n\n## A$0 {.keynote .internal audience=company}\n\nx\n",
      "# T\n\n## A {.keynote}\n\nx\n",
    ],
    ["an inner comment only", "[internal: a [internal: b$0] c]\n", "[internal: a b c]\n"],
    [
      "one that never closes",
      "a [internal: b$0\n",
      "refused: This comment is not well formed: put its marks right first.",
    ],
  ];
  for (const [what, before, after] of cases) it(what, () => checkEdit(markInternal, before, after));
});
