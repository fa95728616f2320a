import { parser as commonMark, GFM, type MarkdownParser } from "@lezer/markdown";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_CONFIG, recognitionSettings } from "../../server/src/config.js";
import { bareLinks } from "../../server/src/syntax/bare-links.js";
import { footnotes, plainText, reportExtension } from "../../server/src/syntax/extension.js";
import { Grammar } from "../../server/src/syntax/grammar.js";
import { linearTokens, readInlineWith } from "../../server/src/syntax/inline-tokens.js";
import { inlineTokens } from "../../server/src/syntax/lezer.js";
import { arbitraryReport } from "../support/arbitrary-report.js";

const grammar = new Grammar(recognitionSettings(DEFAULT_CONFIG));
const report = reportExtension(grammar);
const bounded = { parseInline: [...linearTokens(() => new Set()), bareLinks(grammar)] };

/** Addresses in every shape, whole and broken, glued to words and not. */
const LINKS = [
  "www.harbour.example",
  "https://harbour.example/a?b=c",
  "http://",
  "HTTP://harbour.example",
  "mailto:ada@elm.example",
  "xmpp:ada@elm.example/desk",
  "ada.brook+talk@elm.example",
  "a@",
  "@jo",
  "word",
  "_",
  "  \n",
  " \n",
  "~~gone~~",
  "&copy;",
  "ö",
  " ",
  "█",
  "(redacted)",
  "100%%",
  "a::b",
  "![b](c)",
] as const;

const texts = fc
  .tuple(
    arbitraryReport,
    fc.array(fc.constantFrom(...LINKS), { maxLength: 12 }).map((parts) => parts.join("")),
    arbitraryReport,
  )
  .map((parts) => parts.join(""));

describe("text in which nothing inline can begin", () => {
  for (const [name, config] of [
    ["Markdown", [GFM, footnotes, report, bounded]],
    ["a plain text", [footnotes, report, plainText]],
  ] as const)
    it(`is passed over without changing the tree of ${name}`, () => {
      const quick = commonMark.configure([...config]);
      readInlineWith(quick);
      const thorough = commonMark.configure([...config]);
      // Without a name, a reader is asked at every unit.
      readInlineWith(
        thorough,
        inlineTokens(thorough).map((reader) => ({ ...reader, name: "" })),
      );
      fc.assert(
        fc.property(texts, (text) => {
          expect(shape(quick, text)).toEqual(shape(thorough, text));
        }),
        { numRuns: 1500 },
      );
    });
});

function shape(parser: MarkdownParser, text: string): string[] {
  const nodes: string[] = [];
  parser.parse(text).iterate({ enter: ({ name, from, to }) => void nodes.push(`${name} ${from}-${to}`) });
  return nodes;
}
