import { parser as commonMark, GFM, type MarkdownParser } from "@lezer/markdown";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_CONFIG, recognitionSettings } from "../../server/src/config.js";
import { footnotes, plainText, reportExtension } from "../../server/src/syntax/extension.js";
import { Grammar } from "../../server/src/syntax/grammar.js";
import { ordinaryText } from "../../server/src/syntax/ordinary-text.js";
import { arbitraryReport } from "../support/arbitrary-report.js";

const report = reportExtension(new Grammar(recognitionSettings(DEFAULT_CONFIG)));

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
] as const;

const texts = fc
  .tuple(
    arbitraryReport,
    fc.array(fc.constantFrom(...LINKS), { maxLength: 12 }).map((parts) => parts.join("")),
    arbitraryReport,
  )
  .map((parts) => parts.join(""));

describe("text in which nothing inline can begin", () => {
  for (const [name, rest] of [
    ["Markdown", [GFM, footnotes, report]],
    ["a plain text", [footnotes, report, plainText]],
  ] as const)
    it(`is passed over without changing the tree of ${name}`, () => {
      const plain = commonMark.configure([...rest]);
      const quick = commonMark.configure([ordinaryText(), ...rest]);
      fc.assert(
        fc.property(texts, (text) => {
          expect(shape(quick, text)).toEqual(shape(plain, text));
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
