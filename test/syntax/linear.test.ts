import type { Tree } from "@lezer/common";
import { parser as commonMark, GFM, InlineContext, type MarkdownConfig } from "@lezer/markdown";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_CONFIG, recognitionSettings } from "../../server/src/config.js";
import { corrections } from "../../server/src/syntax/corrections.js";
import { footnotes, plainText, reportExtension } from "../../server/src/syntax/extension.js";
import { Grammar } from "../../server/src/syntax/grammar.js";
import { htmlBlock } from "../../server/src/syntax/html-blocks.js";
import { MOST_CONTAINERS, MOST_INLINE } from "../../server/src/syntax/limits.js";
import { linkTail } from "../../server/src/syntax/link-tails.js";
import { Parser } from "../../server/src/syntax/parse.js";
import { isReference, type Labels } from "../../server/src/syntax/references.js";
import { copyOf } from "../support/publish.js";

const settings = recognitionSettings(DEFAULT_CONFIG);
const ours = new Parser(settings);
const report = reportExtension(new Grammar(settings));
let labels: Labels = new Set();
/** The library's own readers, told of the labels by the mark that its reader of links takes for one that is in a link already. */
const references: MarkdownConfig = {
  parseInline: [
    {
      name: "UndefinedReference",
      before: "LinkEnd",
      parse(cx, next, pos) {
        const { parts } = cx as unknown as { parts: ({ type?: object; to: number; side: number } | null)[] };
        const { linkStart, imageStart } = InlineContext;
        const opener = parts.findLast((part) => part?.type === linkStart || part?.type === imageStart);
        const { text, offset } = cx;
        const at = pos - offset;
        const isLink = () =>
          linkTail(text, at + 1) !== undefined || isReference(text, opener!.to - offset, at, labels);
        if (next === 93 && opener && !isLink()) opener.side = 0;
        return -1;
      },
    },
  ],
};
const library = commonMark.configure([
  GFM,
  corrections,
  footnotes,
  report,
  references,
  { parseBlock: [htmlBlock] },
]);

/** Each ends with a blank: a mark of ours would end it before, which the library does not know. */
const ADDRESSES = [
  "www.a.b ",
  "http://a.b/c). ",
  "www.a.b/&amp; ",
  "http://a_b.c ",
  "http://a.b/(c)) ",
  "http://a.b/[c]d] ",
];
/** Pieces of Markdown that open, close and cut each other. An address in angle brackets with a `<` in it is none of them. */
const PIECES = [
  ..."* ** *** _ __ ` `` [ ] ( ) ![ ]( </a> > <b> <!-- --> <? ?> <!A a b \\ &amp; ~~ | . ) ; %% {>> <<}".split(
    " ",
  ),
  ...["](<b>", ' "t"', "'t'", " x=", '"', "'", " ", "  ", "\n", "\n\n", ...ADDRESSES, "_a"],
  ...["> ", "- ", "1. ", "# ", "|-|\n", "a|b\n", "    ", "===\n", "---\n", "[a]: b\n", "[internal:", "[^1]"],
  ...["[^1]: ", ":::internal\n", ":::\n", "{.internal}"],
  ...[
    "\n```\n",
    "\n~~~ a\n",
    "\n* * *\n",
    "+ ",
    "2) ",
    "[ ] ",
    "[x] ",
    "\n<div>\n",
    "\n<!--\n",
    "\n-->\n",
    "\n-\n",
  ],
  ...["\t", "\n  ", "## b ##\n", "\n|", "• ", "– ", "…", "\na|b\n-|-\nc|d\n"],
] as const;

const texts = fc.array(fc.constantFrom(...PIECES), { maxLength: 25 }).map((pieces) => `a${pieces.join("")}`);

function shown(tree: Tree): string {
  let nodes = "";
  tree.iterate({
    enter: ({ name, from, to }) => {
      nodes += `${name} ${from}-${to} (`;
    },
    leave: () => {
      nodes += ") ";
    },
  });
  return nodes;
}

describe("the readers that are bounded", () => {
  it("read what the library's own read", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const syntax = ours.parse(text, "markdown");
        labels = syntax.labels;
        expect(shown(syntax.tree)).toBe(shown(library.parse(text)));
      }),
      { numRuns: 3000 },
    );
  });

  it("read what the library's own read of a plain text", () => {
    const plain = commonMark.configure([footnotes, report, plainText]);
    fc.assert(
      fc.property(texts, (text) => {
        expect(shown(ours.parse(text, "plain-text").tree)).toBe(shown(plain.parse(text)));
      }),
      { numRuns: 1000 },
    );
  });

  it("read long paragraphs and what is long in them as the library's own do", () => {
    const long = fc.array(fc.constantFrom(...PIECES, "word ".repeat(300)), { maxLength: 25 });
    fc.assert(
      fc.property(long, (pieces) => {
        const text = `*a [b ${pieces.join("")} c](d) e*`;
        const syntax = ours.parse(text, "markdown");
        labels = syntax.labels;
        expect(shown(syntax.tree)).toBe(shown(library.parse(text)));
      }),
      { numRuns: 300 },
    );
  });

  it("go on with no container beyond the most", () => {
    const { tree } = ours.parse(`${"> ".repeat(500)}a`, "markdown");
    expect(shown(tree).match(/Blockquote/g)).toHaveLength(MOST_CONTAINERS - 1);
  });

  it("leave out emphasis beyond the most", () => {
    const { tree } = ours.parse(`${"*a ".repeat(500)}${"b* ".repeat(500)}`, "markdown");
    expect(shown(tree).match(/Emphasis /g)).toHaveLength(MOST_INLINE);
  });

  it("read no address out of two", () => {
    const { tree } = ours.parse("<http://a.b/<c>", "markdown");
    expect(shown(tree)).not.toContain("Autolink");
  });

  it.each([
    ["<a@b.c>", true],
    ["<a@b-c.d2>", true],
    [`<a@${"b".repeat(63)}.c>`, true],
    [`<a@${"b".repeat(64)}.c>`, false],
    ["<a@-b.c>", false],
    ["<a@b-.c>", false],
    ["<a@b..c>", false],
    ["<a@b.c->", false],
    ["<a@b.>", false],
  ])("read a mailbox where each part of its host is one: %s", (text, isOne) => {
    expect(/Autolink/.test(shown(ours.parse(text, "markdown").tree))).toBe(isOne);
  });
});

describe("an internal comment beyond the bounds is withheld all the same", () => {
  const secret = "the budget of next year is gone";
  const places = {
    "in a deep quote": `${"> ".repeat(300)}[internal: ${secret}]`,
    "in a deep list": `${"- ".repeat(300)}[internal: ${secret}]`,
    "in deep emphasis": `${"*a ".repeat(300)}[internal: ${secret}]${" b*".repeat(300)}`,
    "in a deep link": `${"![".repeat(300)}[internal: ${secret}]${"](b)".repeat(300)}`,
    "in a long definition": `[a]: b '${"c\n".repeat(200)}[internal: ${secret}]'`,
    "behind many comments that open": `${"<!-- internal: ".repeat(300)}${secret}`,
    "behind many brackets": `${"[".repeat(3000)}[internal: ${secret}]`,
    "behind many parentheses": `[a](${"(".repeat(100)} [internal: ${secret}]`,
  };
  for (const [where, text] of Object.entries(places))
    for (const to of ["md", "html", "txt"] as const)
      it(`${where}, as ${to}`, () => {
        const copy = copyOf(`# A report\n\n${text}\n`, { to });
        expect(copy).not.toContain("budget");
      });
});
